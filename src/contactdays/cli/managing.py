"""``contactdays manage``: the platform's own commands, which need the extra ``web``."""

import os
import secrets
import sys

SETTINGS = "contactdays.config.settings"
NOT_INSTALLED = NOT_CONFIGURED = 2
SIGNING = {"check", "runserver", "shell", "test"}
"""Commands that answer for the key of the installation, or use it; the others sign nothing."""


def run(arguments: list[str]) -> int:
    """Hand ``arguments`` to Django's management commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 the base has no Django
        from django.core.management import execute_from_command_line  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != "django":
            raise
        print("contactdays manage needs Django. Install contactdays[web].", file=sys.stderr)
        return NOT_INSTALLED
    _need_no_key(arguments)
    try:
        execute_from_command_line(["contactdays manage", *arguments])
    except ImproperlyConfigured as error:
        print(f"contactdays manage: {error}", file=sys.stderr)
        return NOT_CONFIGURED
    return 0


def _need_no_key(arguments: list[str]) -> None:
    """Whoever runs a command that signs nothing need not know the key: it gets one that nobody will see again."""
    if not SIGNING.intersection(arguments[:1]) and os.environ.get("CONTACTDAYS_MODE", "production") == "production":
        os.environ.setdefault("CONTACTDAYS_SECRET_KEY", secrets.token_urlsafe(64))
