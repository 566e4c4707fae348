"""Exact selection: linear models, their bounds, and one goal after the other."""
