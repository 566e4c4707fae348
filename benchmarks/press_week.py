"""Releases that appear one after the other, for the benchmark of embargoes: invented, the same each time.

    python benchmarks/press_week.py RELEASES WAIT APART

fills the database of a demo, which CONTACTDAYS_STATE names. The first release appears WAIT seconds from now, the others
APART seconds after the one before. Prints each code and its instant, in seconds since 1970, as JSON.
"""

import json
import os
import sys
from datetime import date, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from web_week import empty_edition  # noqa: E402

from contactdays.accounts.actors import COMMAND_LINE  # noqa: E402
from contactdays.accounts.enums import RoleName  # noqa: E402
from contactdays.accounts.models import User  # noqa: E402
from contactdays.accounts.services import grant_role  # noqa: E402
from contactdays.core import clock  # noqa: E402
from contactdays.core.scope import edition_scope  # noqa: E402
from contactdays.editions.models import Edition  # noqa: E402
from contactdays.press.models import Version  # noqa: E402
from contactdays.press.release_text import Issuer, ReleaseText  # noqa: E402
from contactdays.press.services.workflow import review, schedule  # noqa: E402
from contactdays.press.services.writing import write_text  # noqa: E402

ISSUER = Issuer("Dienst Pers", "Voorbeeldstraat 15", "1000 Brussel", "België", "+32 2 000 00 00", "pers.example")


def main(releases: int, wait: float, apart: float) -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    edition = empty_edition()
    with edition_scope(edition):
        writer, reader = officer(edition, "writer"), officer(edition, "reader")
        versions = [written(edition, f"release-{number}", writer, reader) for number in range(releases)]
        first = clock.now() + timedelta(seconds=wait)
        told = {}
        for number, version in enumerate(versions):
            instant = first + timedelta(seconds=number * apart)
            schedule(version, instant, zone="Europe/Brussels", actor=writer)
            told[version.release.code] = instant.timestamp()
    print(json.dumps(told))


def officer(edition: Edition, name: str) -> User:
    user = User.objects.create_user(email=f"{name}@ministry.example", name=name.title())
    grant_role(user, RoleName.PRESS_OFFICER, edition=edition, actor=COMMAND_LINE)
    return user


def written(edition: Edition, code: str, writer: User, reader: User) -> Version:
    text = ReleaseText(
        code=code,
        lang="nl",
        title=f"Bericht {code}",
        date=date(2026, 2, 2),
        place="Brussel",
        theme="Veerkracht",
        site="pers.example",
        issuer=ISSUER,
        spokespersons=(),
        body="De eerste alinea.\n\nEn een tweede.\n",
    )
    row = write_text(text, edition=edition, actor=writer)
    review(row, actor=reader)
    return row.version


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
