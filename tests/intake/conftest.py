import pytest
from django.apps import apps


@pytest.fixture
def rows_in_database(db):
    """How many rows the rooms hold, all tables together."""

    def count() -> int:
        return sum(
            model._base_manager.count() for model in apps.get_models() if model.__module__.startswith("contactdays.")
        )

    return count
