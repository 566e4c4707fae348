"""Writing of the press room. The record never holds a text before its instant: it tells digests and states only."""
