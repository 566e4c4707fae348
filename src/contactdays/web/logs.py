"""What must not be read in a log."""

import logging
import re

_SECRET_ADDRESS = re.compile(r"(/calendar/)[^/\s\"']+(\.ics)")


class HideSecretAddresses(logging.Filter):
    """Let every line pass, with the secret of a calendar's address replaced by dots."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = without_secrets(message)
        if hidden != message:
            record.msg, record.args = hidden, ()
        return True


def without_secrets(line: str) -> str:
    """``line`` without the secrets of the calendar addresses it names."""
    return _SECRET_ADDRESS.sub(r"\1…\2", line)
