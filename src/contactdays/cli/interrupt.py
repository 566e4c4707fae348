"""The keyboard's interrupt, heard instead of obeyed."""

import signal
from types import FrameType


class Interrupt:
    """The first interrupt ends the search with the best plan so far, the next one the command at once."""

    def __init__(self) -> None:
        self._asked = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> "Interrupt":
        signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *raised: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self._asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def asked(self) -> bool:
        """Whether it has come."""
        return self._asked
