"""The stages of the search: what could be held, bounds, selection, polish, rooms."""
