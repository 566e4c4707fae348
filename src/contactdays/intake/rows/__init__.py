"""One module a sheet: a row of cells becomes a frozen value, and what does not fit becomes findings."""
