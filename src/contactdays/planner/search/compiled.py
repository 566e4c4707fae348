"""Functions compiled to machine code at their first call, and kept between runs where the disk allows."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """``function``, compiled; it lets other threads run meanwhile.

    The machine code is kept beside the module or in the user's cache; where neither can be written it is made
    anew in every process.
    """
    try:
        return cast(Function, njit(cache=True, nogil=True)(function))
    except RuntimeError:  # what numba raises when it finds no place for its cache
        return cast(Function, njit(nogil=True)(function))
