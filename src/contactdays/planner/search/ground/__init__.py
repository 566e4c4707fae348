"""The problem laid out: slots, parties, places, and every way to hold a request."""
