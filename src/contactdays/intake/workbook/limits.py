"""How much a workbook may hold. Far more than an edition needs, far less than hurts."""

MEBIBYTE = 1024 * 1024

FILE_BYTES = 50 * MEBIBYTE
UNPACKED_BYTES = 50 * MEBIBYTE
RATIO = 100
SMALL_PART = 1 * MEBIBYTE
"""A part this small may be packed however tightly: repetitive sheets are."""
PARTS = 200
DIRECTORY_BYTES = 256 * 1024
"""What the archive's directory may take: some 1,300 bytes a part."""
ROWS = 20_000
"""Below the headings."""
COLUMNS = 200
CELLS = 500_000
FAULTS = 200
"""Formulas and error cells are listed up to this number a sheet."""
OUTPUT_BYTES = 16 * MEBIBYTE
MEMORY_BYTES = 300 * MEBIBYTE
"""What the reading process may use above what it uses idle."""
SECONDS = 30
EXIT_OUT_OF_MEMORY = 3
"""How the reading process ends when Python itself runs out of memory."""
