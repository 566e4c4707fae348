"""Problems too large for the exact stage."""
