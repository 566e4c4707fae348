"""Contactdays: the week a foreign ministry calls its heads of mission home."""

__version__ = "0.1.0"
