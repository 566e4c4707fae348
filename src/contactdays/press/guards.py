"""What the database keeps of releases: a text with its instant stands as it is; so do its document and its files."""

from collections.abc import Iterator

from contactdays.core.guards import Guard, Refusal

_TEXT = "press_languageversion"
_WORDS = ("version_id", "language", "content", "writer_id", "written", "reviewer_id", "reviewed")
_APPEARS = "EXISTS (SELECT 1 FROM press_languageversion WHERE id = OLD.text_id AND appears IS NOT NULL)"
_SETTLED = "EXISTS (SELECT 1 FROM press_languageversion WHERE version_id = {row}.version_id AND appears IS NOT NULL)"


def guards(vendor: str) -> Iterator[Guard]:
    yield Refusal("press_text_stands", _TEXT, "UPDATE", "OLD.appears IS NOT NULL", _WORDS)
    yield Refusal("press_text_stays", _TEXT, "DELETE", "OLD.appears IS NOT NULL")
    yield Refusal("press_paper_stands", "press_paper", "UPDATE", _APPEARS)
    yield Refusal("press_file_stands", "press_filecontent", "UPDATE", "NEW.id = OLD.id")
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        yield Refusal(f"press_attachment_{event.lower()}", "press_attachment", event, _SETTLED.format(row=row))
    yield Refusal(
        "press_attachment_stays",
        "press_attachment",
        "UPDATE",
        _SETTLED.format(row="OLD"),
        ("file_id", "version_id", "kind"),
    )
