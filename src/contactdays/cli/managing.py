"""``contactdays manage``: the platform's own commands, which need the extra ``web``."""

import os
import sys

SETTINGS = "contactdays.config.settings"
NOT_INSTALLED = 2


def run(arguments: list[str]) -> int:
    """Hand ``arguments`` to Django's management commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 the base has no Django
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != "django":
            raise
        print("contactdays manage needs Django. Install contactdays[web].", file=sys.stderr)
        return NOT_INSTALLED
    execute_from_command_line(["contactdays manage", *arguments])
    return 0
