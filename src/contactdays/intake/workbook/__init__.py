"""From the bytes of a file to plain rows of cells, without trusting the file.

``package`` looks at the container without opening it, ``child`` reads it in a process of its own with limits on
memory and time, ``reading`` starts that process and turns every failure into an ``UnreadableWorkbook``. Nothing in
this folder imports Django, so that the process stays small.
"""
