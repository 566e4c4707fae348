"""Repair: a plan that people know, mended after a change with as little disturbance as there can be."""

from .effects import apply
from .replanning import replan

__all__ = ["apply", "replan"]
