"""A release as a file: TOML between two lines of ``+++``, then Markdown. See ``docs/reference/release-file.md``."""

from contactdays.press.release_file.findings import Finding, UnreadableRelease
from contactdays.press.release_file.reading import read_release
from contactdays.press.release_file.writing import tidy_body, write_release

__all__ = ["Finding", "UnreadableRelease", "read_release", "tidy_body", "write_release"]
