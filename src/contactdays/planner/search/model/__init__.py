"""The time-indexed model, and the bound that forgets when."""
