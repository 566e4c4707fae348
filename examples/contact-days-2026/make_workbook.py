"""Write the workbook of the example edition: ``make_workbook.py [FILE]``. The same bytes every time.

Everything about persons, companies and requests is invented; the seed below decides all of it.
"""

import sys
from pathlib import Path

from week.availability import Availability
from week.demand import Demand
from week.notes import READ_ME
from week.organisations import CompanyMaker, listed_organisations
from week.participants import LANGUAGES, Delegations
from week.people import Registry
from week.petitions import Petitions
from week.place import EDITION, TRAVEL, VENUES, rooms, windows
from week.posts import Incumbencies, read_posts
from week.programme import Programme
from week.sheets import Book, Row

SEED = 20260202
TARGET = Path(__file__).resolve().with_name("contact-days-2026.xlsx")

IN_LANGUAGES = {stem: [stem, *(f"{stem} {language}" for language in LANGUAGES)] for stem in ("name", "city")}

HEADINGS: dict[str, list[str]] = {
    "Edition": list(EDITION),
    "Venues": ["code", *IN_LANGUAGES["name"], "address"],
    "Travel": ["from", "to", "minutes"],
    "Rooms": ["code", *IN_LANGUAGES["name"], "venue", "kind", "capacity", "assumed", "part of", "bilaterals", "booths"],
    "Windows": ["date", "from", "to"],
    "Posts": ["code", "kind", *IN_LANGUAGES["city"], "country", "region", "accredited to", "opens", "closes", "note"],
    "People": [
        "code", "given name", "family name", "original name", "original language", "gender", "language", "email",
    ],
    "Incumbencies": ["post", "person", "role", "from", "until"],
    "Organisations": ["code", *IN_LANGUAGES["name"], "kind", "sector", "region", "countries"],
    "Participants": [
        "person", "post", "organisation", *(f"function {language}" for language in LANGUAGES), "spokesperson", "listed",
    ],
    "Sessions": [
        "code", "kind", "date", "from", "to", "room", "destination",
        *(f"title {language}" for language in LANGUAGES), *(f"short title {language}" for language in LANGUAGES),
        "audience", "optional audience", "speakers", "languages", "marking", "press",
    ],
    "Availability": ["post", "organisation", "person", "date", "from", "to", "kind", "reason"],
    "Requests": [
        "code", "from post", "from organisation", "to post", "to organisation", "purpose", "priority", "wish", "length",
    ],
}  # fmt: skip


def contents(seed: int) -> dict[str, list[Row]]:
    """The rows of every sheet, all drawn from ``seed``."""
    posts = read_posts()
    people = Registry(seed)
    incumbencies = Incumbencies(posts, people, seed)
    languages = {code: head.language for code, head in incumbencies.heads.items()}
    organisations = [*listed_organisations(), *CompanyMaker(posts, seed).companies()]
    delegations = Delegations(organisations, people, seed)
    programme = Programme(posts, delegations, seed)
    availability = Availability(posts, organisations, programme, languages, seed)
    bound = {row.get("post") or row["organisation"] for row in availability.rows}
    requests = Petitions(languages, bound, seed).rows(Demand(posts, organisations, seed))
    return {
        "Edition": [EDITION],
        "Venues": VENUES,
        "Travel": TRAVEL,
        "Rooms": rooms(),
        "Windows": windows(),
        "Posts": [post.row() for post in posts],
        "People": [person.row() for person in people.persons],
        "Incumbencies": incumbencies.rows,
        "Organisations": [organisation.row() for organisation in organisations],
        "Participants": delegations.rows,
        "Sessions": programme.rows,
        "Availability": availability.rows,
        "Requests": requests,
    }


def write_workbook(path: Path, seed: int = SEED) -> None:
    """Write the example edition to ``path``."""
    sheets = contents(seed)
    book = Book(path, EDITION["title en"])
    book.note("Read me", READ_ME)
    for name, headings in HEADINGS.items():
        book.sheet(name, headings, sheets[name])
    book.close()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    write_workbook(target)
    print(f"written: {target}")
