"""The active posts, and who holds them that week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from week.people import Person, Registry
from week.sources import document, table

NOT_YET_OPEN = ("opening 2026-27", "announced Nov 2025")
HOST = "posts.example"
LAST_DAY_OF_YEAR = date(2025, 12, 31)

SEATS: dict[str, dict[str, str]] = document("seat-names.toml")

# Invented, like everything about who holds a post.
VACANT = {"ml-bamako", "ve-caracas", "hr-zagreb", "cl-santiago", "ph-manila", "bi-bujumbura"}
DESIGNATED = {"cl-santiago": date(2026, 3, 2), "hr-zagreb": date(2026, 4, 1)}
WITH_CHARGE = {"bf-ouagadougou", "am-yerevan"}
CHANGING_HANDS = "pe-lima"
HAND_OVER = date(2026, 2, 4)
OF_OTHER_ORIGIN = (
    "ma-rabat", "il-tel-aviv", "vn-hanoi", "gr-athens", "et-addis-ababa", "jo-amman", "az-baku", "pl-warsaw",
)  # fmt: skip
GERMAN_SPEAKING = {"de-berlin", "at-vienna", "ch-bern", "hu-budapest", "lu-luxembourg", "za-cape-town"}
SINGLE_MARKET = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
}  # fmt: skip
RICH = {"AE", "AU", "CA", "CH", "GB", "HK", "IL", "JP", "KR", "KW", "QA", "SA", "SG", "US"}


@dataclass(frozen=True, slots=True)
class Post:
    """A post open in February 2026. ``asked`` is how many organisations ask to meet it."""

    code: str
    kind: str
    city: str
    country: str
    region: str
    accredited_to: str
    note: str
    asked: int
    names: dict[str, str]
    sites: tuple[str, ...]
    ports: tuple[str, ...]

    @property
    def multilateral(self) -> bool:
        return self.region == "multilateral"

    @property
    def in_single_market(self) -> bool:
        return self.country in SINGLE_MARKET

    @property
    def in_rich_country(self) -> bool:
        """Where no development bank or agency has anything to do."""
        return self.in_single_market or self.country in RICH

    @property
    def _seat(self) -> dict[str, str]:
        return SEATS.get(self.code, self.names)

    def row(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "kind": self.kind,
            "city": self.city,
            **{f"city {language}": name for language, name in self._seat.items() if name != self.city},
            "country": self.country,
            "region": self.region,
            "accredited to": self.accredited_to,
            "note": self.note,
        }


def read_posts() -> list[Post]:
    """The posts of ``belgian-posts.csv`` that are open, with the details of ``post-details.csv``."""
    details = {_key(row, row["body"]): row for row in table("post-details.csv")}
    return [
        _post(row, details[_key(row, _body(row))])
        for row in table("belgian-posts.csv")
        if not any(mark in row["note"] for mark in NOT_YET_OPEN)
    ]


def _body(row: dict[str, str]) -> str:
    return row["accredited_to"] if row["kind"] == "permanent-representation" else ""


def _key(row: dict[str, str], body: str) -> tuple[str, ...]:
    return row["kind"], row["city"], row["country"], body


def _post(row: dict[str, str], detail: dict[str, str]) -> Post:
    return Post(
        code=detail["code"],
        kind=row["kind"],
        city=row["city"],
        country=row["country"],
        region=detail["region"],
        accredited_to=row["accredited_to"],
        note=row["note"],
        asked=int(detail["asked"]),
        names={language: detail[language] for language in ("nl", "fr", "de")} | {"en": row["city"]},
        sites=tuple(filter(None, detail["sites"].split(";"))),
        ports=tuple(filter(None, detail["ports"].split(";"))),
    )


class Incumbencies:
    """Who holds each post: ``rows`` for the sheet, ``heads`` with the person in office on Monday by post."""

    def __init__(self, posts: list[Post], people: Registry, seed: int) -> None:
        self._chance = Random(f"{seed}-incumbencies")
        self._people = people
        self.rows: list[dict[str, Any]] = []
        self.heads: dict[str, Person] = {}
        for post in posts:
            self.rows.extend(self._of(post))

    def _of(self, post: Post) -> Iterator[dict[str, Any]]:
        person = self._invent(post)
        since = self._since()
        if post.code in VACANT:
            yield _incumbency(post, person, "head", since, LAST_DAY_OF_YEAR)
            yield from self._designate(post)
            return
        self.heads[post.code] = person
        if post.code in WITH_CHARGE:
            yield _incumbency(post, self._invent(post), "head", since, LAST_DAY_OF_YEAR)
            yield _incumbency(post, person, "charge", date(2026, 1, 1), None)
        elif post.code == CHANGING_HANDS:
            successor = self._invent(post)
            last = HAND_OVER - timedelta(days=1)
            yield _incumbency(post, person, "head", since, last)
            yield _incumbency(post, successor, "designate", date(2025, 12, 15), last)
            yield _incumbency(post, successor, "head", HAND_OVER, None)
        else:
            yield _incumbency(post, person, "head", since, None)

    def _designate(self, post: Post) -> Iterator[dict[str, Any]]:
        if post.code in DESIGNATED:
            yield _incumbency(post, self._invent(post), "designate", DESIGNATED[post.code], None)

    def _invent(self, post: Post) -> Person:
        if post.code in OF_OTHER_ORIGIN:
            return self._people.invent_other(self._chance.choice(("nl", "fr")), HOST)
        if post.code in GERMAN_SPEAKING:
            return self._people.invent("de", HOST)
        return self._people.invent(self._chance.choices(("nl", "fr"), (11, 10))[0], HOST)

    def _since(self) -> date:
        """Most heads move in late summer; about a quarter of the posts changed in 2025."""
        year = self._chance.choices((2025, 2024, 2023, 2022), (26, 30, 34, 25))[0]
        return date(year, self._chance.choice((8, 8, 9, 9, 10)), self._chance.randint(1, 28))


def _incumbency(post: Post, person: Person, role: str, since: date, until: date | None) -> dict[str, Any]:
    return {"post": post.code, "person": person.code, "role": role, "from": since, "until": until}
