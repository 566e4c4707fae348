"""Documents on paper: one Typst compiler, the vendored fonts and the parts that templates share."""
