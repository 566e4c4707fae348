"""Meetings rearranged along chains: compiled searches on a board of whole numbers."""
