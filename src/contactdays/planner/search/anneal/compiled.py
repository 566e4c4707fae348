"""Functions compiled to machine code at their first call, and kept between runs where the disk allows."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """``function``, compiled; it lets other threads run meanwhile.

    The machine code is kept beside the module or in the user's cache; where neither can be written it is made
    anew in every process.
    """
    function.__qualname__ = f"{function.__qualname__}_{_EDITION}"
    try:
        return cast(Function, njit(cache=True, nogil=True)(function))
    except RuntimeError:  # what numba raises when it finds no place for its cache
        return cast(Function, njit(nogil=True)(function))


def _edition() -> str:
    """What tells the code kept for these sources from that kept for others.

    Numba looks at the module of a function only, not at the constants and functions it takes from others.
    """
    here = Path(__file__).parents[1]
    sources = (each.read_bytes() for each in sorted(here.rglob("*.py")))
    kernels = [source for source in sources if b"@compiled" in source or b"POSITION_HEADER = " in source]
    return hashlib.sha256(b"".join(kernels)).hexdigest()[:12]


_EDITION = _edition()
