"""Who acts when no person is signed in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Whoever runs commands on the server. Trusted as such: they own the database file."""

    display_name: str = "command line"
    user_id: None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """A visitor who has not signed in."""

    display_name: str = ""
    user_id: None = None


COMMAND_LINE = CommandLine()
NOBODY = Nobody()
