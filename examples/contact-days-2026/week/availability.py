"""When parties are away, privately busy, or there in certain hours only."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random
from typing import Any

from week.organisations import Organisation
from week.posts import VACANT, Post
from week.programme import CHANGE_OVER, Programme

# organisation, day of February, from, to: hours of the members of governments and of the guests from abroad.
NARROW = [
    ("cab-prime-minister", 2, time(10, 45), time(12, 0)),
    ("cab-foreign-affairs", 2, time(8, 45), time(13, 15)),
    ("cab-foreign-affairs", 4, time(16, 0), time(21, 15)),
    ("cab-foreign-affairs", 5, time(15, 0), time(17, 0)),
    ("cab-foreign-affairs", 6, time(15, 0), time(16, 45)),
    ("cab-defence-trade", 2, time(11, 30), time(12, 45)),
    ("cab-defence-trade", 4, time(12, 15), time(16, 0)),
    ("cab-asylum-migration", 3, time(10, 45), time(15, 20)),
    ("cab-economy", 3, time(11, 30), time(16, 0)),
    ("cab-finance", 5, time(11, 0), time(16, 0)),
    ("gov-flanders", 3, time(8, 45), time(10, 45)),
    ("gov-flanders", 4, time(14, 20), time(16, 0)),
    ("gov-wallonia", 3, time(8, 45), time(10, 0)),
    ("gov-wallonia", 4, time(15, 0), time(17, 0)),
    ("gov-brussels", 3, time(8, 45), time(10, 0)),
    ("gov-brussels", 4, time(16, 0), time(18, 0)),
    ("gov-french-community", 3, time(9, 45), time(10, 45)),
    ("gov-french-community", 5, time(14, 0), time(16, 0)),
    ("gov-german-community", 3, time(9, 45), time(10, 45)),
    ("gov-german-community", 4, time(14, 20), time(17, 30)),
    ("gov-german-community", 5, time(17, 0), time(20, 45)),
    ("royal-palace", 4, time(18, 30), time(21, 0)),
    ("chamber", 5, time(9, 0), time(11, 0)),
    ("world-bank", 4, time(8, 30), time(18, 0)),
    ("world-bank", 5, time(14, 0), time(17, 40)),
    ("imf", 4, time(10, 0), time(16, 0)),
    ("adb", 4, time(10, 0), time(18, 0)),
    ("iadb", 4, time(10, 0), time(18, 0)),
]  # fmt: skip

HALF_DAYS = [
    (2, time(13, 50), time(18, 0)),
    (3, time(13, 50), time(18, 10)),
    (4, time(14, 20), time(18, 5)),
    (5, time(13, 40), time(18, 0)),
    (6, time(8, 0), time(12, 45)),
]
ANTWERP = (6, time(7, 45), time(12, 58))
BUSINESS_AFTERNOON = (4, time(13, 45), time(18, 0))
SOUGHT_AFTER = 100
SIGNED_UP, AWAY, PRIVATE, ONLY_WEDNESDAY, COMPANIES_AWAY = 48, 8, 16, 45, 25

AWAY_REASONS = {
    "nl": ["Overleg in Den Haag", "Hoorzitting in het Vlaams Parlement", "Delegatie uit het gastland begeleiden"],
    "fr": ["Concertation à Luxembourg", "Audition au Parlement de Wallonie", "Délégation du pays hôte à accompagner"],
    "de": ["Besprechung in Eupen", "Begleitung einer Delegation aus dem Gastland"],
}
PRIVATE_REASONS = {
    "nl": ["Afspraak bij de notaris", "Koffie met een oud-collega", "Schoolgesprek", "Verhuizer belt"],
    "fr": [
        "Rendez-vous chez le notaire",
        "Café avec un ancien collègue",
        "Réunion à l’école",
        "Rendez-vous à la banque",
    ],
    "de": ["Termin beim Notar", "Gespräch in der Schule"],
}
FULL_REASONS = {"flanders": "Beurs in Kortrijk", "wallonia": "Conseil d’administration", "brussels": "Client en visite"}


class Availability:
    """The rows of the sheet, none of which touches a compulsory session of whom it concerns.

    ``languages`` gives the language of each post's head, in which reasons are written.
    """

    def __init__(
        self,
        posts: list[Post],
        organisations: list[Organisation],
        programme: Programme,
        languages: dict[str, str],
        seed: int,
    ) -> None:
        self._chance = Random(f"{seed}-availability")
        self._programme = programme
        self._languages = languages
        self._held = [post for post in posts if post.code not in VACANT]
        self._companies = [organisation for organisation in organisations if organisation.invented]
        self._away: dict[str, int] = {}
        self.rows = [
            *self._narrow(),
            *self._visit(),
            *self._half_days(),
            *self._private_blocks(),
            *self._business_afternoon(),
            *self._companies_away(),
        ]

    def _narrow(self) -> Iterator[dict[str, Any]]:
        for code, day, start, end in NARROW:
            yield _row("organisation", code, (day, start, end), "only", "")

    def _visit(self) -> Iterator[dict[str, Any]]:
        """The visit is optional; whoever signed up for it cannot meet anyone at the palace meanwhile."""
        willing = [post for post in self._held if self._free(post, ANTWERP)]
        for post in sorted(self._chance.sample(willing, SIGNED_UP), key=lambda post: post.code):
            self._away[post.code] = ANTWERP[0]
            yield _row("post", post.code, ANTWERP, "unavailable", _visit_reason(self._languages[post.code]))

    def _half_days(self) -> Iterator[dict[str, Any]]:
        for post, half_day in self._draw_halves(AWAY):
            reason = self._chance.choice(AWAY_REASONS[self._languages[post.code]])
            yield _row("post", post.code, half_day, "unavailable", reason)

    def _draw_halves(self, count: int) -> Iterator[tuple[Post, tuple[int, time, time]]]:
        posts = [post for post in self._held if post.code not in self._away and post.asked < SOUGHT_AFTER]
        self._chance.shuffle(posts)
        for post in posts:
            free = [half for half in HALF_DAYS if self._free(post, half)]
            if free and count:
                count -= 1
                half = self._chance.choice(free)
                self._away[post.code] = half[0]
                yield post, half

    def _private_blocks(self) -> Iterator[dict[str, Any]]:
        posts = [post for post in self._held if post.code not in self._away]
        for post in self._chance.sample(posts, PRIVATE):
            block = self._block(post)
            reason = self._chance.choice(PRIVATE_REASONS[self._languages[post.code]])
            yield _row("post", post.code, block, "private", reason)

    def _block(self, post: Post) -> tuple[int, time, time]:
        while True:
            day, hour = self._chance.randint(2, 6), self._chance.choice((12, 14, 15, 16, 17, 18))
            block = (day, time(hour, 30), time(hour + 1, self._chance.choice((0, 15))))
            if self._free(post, block, CHANGE_OVER):
                return block

    def _business_afternoon(self) -> Iterator[dict[str, Any]]:
        for company in self._chance.sample(self._companies, ONLY_WEDNESDAY):
            self._away[company.code] = BUSINESS_AFTERNOON[0]
            yield _row("organisation", company.code, BUSINESS_AFTERNOON, "only", "")

    def _companies_away(self) -> Iterator[dict[str, Any]]:
        companies = [company for company in self._companies if company.code not in self._away]
        for company in self._chance.sample(companies, COMPANIES_AWAY):
            day = self._chance.choice((2, 3, 5, 6))
            yield _row("organisation", company.code, (day, None, None), "unavailable", FULL_REASONS[company.region])

    def _free(self, post: Post, hours: tuple[int, time, time], margin: timedelta = timedelta(0)) -> bool:
        day, start, end = hours
        return self._programme.is_free(post.code, date(2026, 2, day), start, end, margin)


def _visit_reason(language: str) -> str:
    reasons = {
        "nl": "Ingeschreven voor Antwerpen",
        "fr": "Inscrit à la visite d’Anvers",
        "de": "Angemeldet für Antwerpen",
    }
    return reasons[language]


def _row(column: str, code: str, hours: tuple[int, time | None, time | None], kind: str, reason: str) -> dict[str, Any]:
    day, start, end = hours
    return {column: code, "date": date(2026, 2, day), "from": start, "to": end, "kind": kind, "reason": reason}
