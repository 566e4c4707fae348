"""The colours that pages are read in."""

import pytest

SCHEMES = ("light", pytest.param("dark", marks=pytest.mark.proof))
