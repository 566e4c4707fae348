"""What the tests of the press office share: a week, two officers at their browsers, and the form of a release."""

from dataclasses import asdict, dataclass

from django.test import Client

from contactdays.accounts.models import User
from contactdays.core.scope import edition_scope
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.release_text import ReleaseText
from contactdays.press.services.writing import write_text
from tests.factories import make_press_officer
from tests.factories.press import make_text
from tests.web.weeks import FullWeek, full_week

OFFICE = "/en/week-2026/press-office/"


@dataclass
class Desk:
    """``writer`` and ``reader`` are signed in as two officers."""

    week: FullWeek
    writer: Client
    reader: Client
    writing: User

    def draft(self, *languages: str, code: str = "announcement", **other) -> Release:
        """A release that ``writer`` wrote in ``languages``."""
        with edition_scope(self.week.edition):
            rows = [
                write_text(make_text(code, each, **other), edition=self.week.edition, actor=self.writing)
                for each in languages
            ]
            return rows[0].version.release

    def row(self, release: Release, language: str) -> LanguageVersion:
        """The text of the latest version, as it stands now."""
        with edition_scope(self.week.edition):
            return LanguageVersion.objects.filter(version__release=release, language=language).latest("pk")

    def digest(self, release: Release, language: str) -> str:
        return self.row(release, language).text.digest()

    def review(self, release: Release, *languages: str) -> None:
        """``reader`` answers for the texts, by the page."""
        for language in languages:
            sent = {"digest": self.digest(release, language)}
            assert self.reader.post(f"{of(release)}{language}/review/", sent).status_code == 302


def make_desk() -> Desk:
    week = full_week()
    with edition_scope(week.edition):
        second = make_press_officer(week.edition, "Second Reader")
    writer, reader = Client(), Client()
    writer.force_login(week.press_officer)
    reader.force_login(second)
    return Desk(week, writer, reader, week.press_officer)


def of(release: Release) -> str:
    """The address of the page of ``release``."""
    return f"{OFFICE}releases/{release.token}/"


def form_of(text: ReleaseText, **other: object) -> dict[str, object]:
    """``text`` as the form sends it; whatever is given in ``other`` stands instead."""
    sent: dict[str, object] = {
        "code": text.code,
        "lang": text.lang,
        "title": text.title,
        "date": text.date.isoformat(),
        "place": text.place,
        "theme": text.theme,
        "site": text.site,
        "embargo": "",
        "embargo_zone": "Europe/Brussels",
        "body": text.body.replace("\n", "\r\n"),
        "began_from": "",
    }
    sent |= {f"issuer_{name}": value for name, value in asdict(text.issuer).items()}
    for kind, rows in (("quote", text.quotes), ("person", text.spokespersons)):
        for row in map(asdict, rows):
            for name, value in row.items():
                sent.setdefault(f"{kind}_{name}", []).append(str(value))  # type: ignore[attr-defined]
    return sent | other
