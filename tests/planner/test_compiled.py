"""Compiling, with and without a place to keep the machine code."""

from types import FunctionType

from contactdays.planner.search.anneal.compiled import compiled


def double(number):
    return 2 * number


def test_what_is_compiled_gives_what_python_gives():
    assert compiled(double)(21) == 42


def test_a_function_without_a_file_is_compiled_in_memory():
    """Numba keeps nothing for it, as where neither the package nor the user's cache can be written."""
    nowhere = FunctionType(double.__code__.replace(co_filename="<nowhere>"), {}, "nowhere")

    assert compiled(nowhere)(21) == 42
    assert compiled(nowhere).stats.cache_path is None
