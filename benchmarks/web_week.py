"""An edition with many public sessions and a release for the benchmark of the pages: invented, the same each time.

    python benchmarks/web_week.py SESSIONS

fills the database of a demo, which CONTACTDAYS_STATE names.
"""

import os
import sys
from datetime import UTC, date, datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"
django.setup()

from django.core.management import call_command  # noqa: E402

from contactdays.accounts.actors import COMMAND_LINE  # noqa: E402
from contactdays.accounts.enums import RoleName  # noqa: E402
from contactdays.accounts.models import User  # noqa: E402
from contactdays.accounts.services import grant_role  # noqa: E402
from contactdays.core.scope import edition_scope  # noqa: E402
from contactdays.core.text import Text  # noqa: E402
from contactdays.editions.models import Conference, Edition, Room, Venue  # noqa: E402
from contactdays.planning.services import SessionTime, place_sessions, publish  # noqa: E402
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText  # noqa: E402
from contactdays.press.services.workflow import review, schedule  # noqa: E402
from contactdays.press.services.writing import link_sessions, write_text  # noqa: E402
from contactdays.programme.models import Session  # noqa: E402

CODE = "week-2026"
RELEASE = "announcement"
DAYS, SLOTS = 5, 6
LANGUAGES = ("nl", "fr", "de", "en")
KINDS = ("plenary", "ministerial", "round-table", "visit", "press-point")
PRESS = ("open", "pictures", "closed")


def main(sessions: int) -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    edition = empty_edition()
    with edition_scope(edition):
        place_sessions(edition, [a_session(edition, number) for number in range(sessions)])
        publish(edition, actor=COMMAND_LINE)
        publish_a_release(edition)


def publish_a_release(edition: Edition) -> None:
    """A release of 600 words with a quotation, written by one press officer and reviewed by another."""
    writer, reader = (a_press_officer(edition, number) for number in (1, 2))
    paragraph = " ".join(f"{title(number, 'nl')}." for number in range(6))
    text = ReleaseText(
        code=RELEASE,
        lang="nl",
        title="Alle posthoofden vijf dagen samen in Brussel",
        date=date(2026, 2, 2),
        place="Brussel",
        theme="Dichtbij in een wereld die verschuift",
        site="pers.example",
        issuer=Issuer("Dienst Pers", "Voorbeeldstraat 15", "1000 Brussel", "België", "+32 2 000 00 00", "pers.example"),
        spokespersons=(Contact("Femke Oosterlynck", "woordvoerder", "+32 2 000 00 02", email="pers@pers.example"),),
        body="\n\n".join([paragraph] * 6),
        quotes=(Quote(2, title(1, "nl"), "Marieke Voorbeeld, minister"),),
    )
    row = write_text(text, edition=edition, actor=writer)
    review(row, actor=reader)
    link_sessions(row.version.release, ["S0001", "S0002"], actor=writer)
    schedule(row.version, datetime(2026, 2, 2, 7, 30, tzinfo=UTC), zone=edition.time_zone, actor=writer)


def a_press_officer(edition: Edition, number: int) -> User:
    officer = User.objects.create_user(f"officer-{number}@ministry.example", f"Officer {number}")
    grant_role(officer, RoleName.PRESS_OFFICER, edition=edition, actor=COMMAND_LINE)
    return officer


def empty_edition() -> Edition:
    """Five days in February, in one palace."""
    edition = Edition.objects.create(
        conference=Conference.objects.create(code="conference"),
        code=CODE,
        title=Text({language: f"Week 2026 {language}" for language in LANGUAGES}),
        theme=Text({language: f"What do our instruments bring? {language}" for language in LANGUAGES}),
        first_day=date(2026, 2, 2),
        last_day=date(2026, 2, 6),
        required_languages=["nl"],
    )
    with edition_scope(edition):
        edition.main_venue = Venue(edition=edition, code="PALACE", name="Palace", address="Square 8, 1000 Brussels")
        edition.main_venue.save()
        edition.save()
    return edition


def a_session(edition: Edition, number: int) -> SessionTime:
    """The ``number``-th session: six a day, in as many rooms as that takes."""
    line, slot = divmod(number, DAYS * SLOTS)
    session = Session(
        edition=edition,
        code=f"S{number:04}",
        kind=KINDS[number % len(KINDS)],
        title=Text({each: title(number, each) for each in LANGUAGES}),
        duration=75,
        languages=LANGUAGES[: number % 4 + 1],
        marking="public",
        press=PRESS[number % len(PRESS)],
    )
    session.save()
    start = datetime(2026, 2, 2 + slot // SLOTS, 8, tzinfo=UTC) + timedelta(minutes=90 * (slot % SLOTS))
    return SessionTime(session, start, start + timedelta(minutes=75), a_room(edition, line))


def a_room(edition: Edition, line: int) -> Room:
    found = Room.objects.filter(code=f"R{line}").first()
    if found is None:
        found = Room(edition=edition, code=f"R{line}", name=f"Salon {line}", venue=edition.main_venue, kind="hall")
        found.capacity = 90
        found.save()
    return found


def title(number: int, language: str) -> str:
    """A title of a length one meets, unlike that of any other ``number``."""
    subjects = ("ports", "vaccines", "critical minerals", "space", "food", "batteries", "education")
    return f"{language}: round table {number} on {subjects[number % 7]} and what {number * 37 % 101} partners expect"


if __name__ == "__main__":
    main(int(sys.argv[1]))
