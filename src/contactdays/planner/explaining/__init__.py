"""Why requests are not held: the first cause of each at once, all causes and what would help when asked."""

from .first import reasons
from .full import explain, explanations

__all__ = ["explain", "explanations", "reasons"]
