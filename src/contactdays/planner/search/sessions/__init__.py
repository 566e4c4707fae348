"""The programme: fixed sessions that must hold, movable ones that are settled."""
