"""Everything held: the exact search for the fewest breaks, in clauses."""
