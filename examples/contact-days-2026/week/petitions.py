"""The requests of the workbook: wishes with a code, a purpose and, for a few, a binding word."""

from collections.abc import Iterator
from random import Random
from typing import Any

from week.demand import Demand, Wish
from week.organisations import Organisation
from week.posts import VACANT, Post
from week.purposes import Purposes

MUST, NEVER_BY_POST, NEVER_BY_ORGANISATION = 12, 10, 5
REQUESTS_MADE = {True: ("from post", "to organisation"), False: ("from organisation", "to post")}


class Petitions:
    """Writes the rows of the sheet of requests.

    ``languages`` gives the language of each post's head, ``bound`` the codes of whoever is away or there in narrow
    hours: none of them is bound by a ``must``.
    """

    def __init__(self, languages: dict[str, str], bound: set[str], seed: int) -> None:
        self._chance = Random(f"{seed}-petitions")
        self._purposes = Purposes(seed)
        self._languages = languages
        self._bound = bound | VACANT

    def rows(self, demand: Demand) -> list[dict[str, Any]]:
        """One row a wish, in the order they came in."""
        wishes = demand.wishes()
        must = self._must(wishes)
        never = self._never(wishes, must)
        drawn = [(wish, "must" if wish in must else "") for wish in wishes] + [(wish, "never") for wish in never]
        return [self._row(number, wish, word) for number, (wish, word) in enumerate(drawn, start=1)]

    def _must(self, wishes: list[Wish]) -> list[Wish]:
        """Wishes of the highest priorities between parties that are there all week, each party once; agencies first."""
        chosen: list[Wish] = []
        taken = set(self._bound)
        for wish in sorted(wishes, key=lambda wish: (-wish.priority, -wish.organisation.appetite)):
            pair = {wish.post.code, wish.organisation.code}
            if len(chosen) < MUST and not pair & taken:
                chosen.append(wish)
                taken |= pair
        return chosen

    def _never(self, wishes: list[Wish], must: list[Wish]) -> list[Wish]:
        """Posts that refuse who asked them, and companies that refuse a post."""
        pairs = {(wish.post.code, wish.organisation.code) for wish in wishes if wish.by_post}
        pairs |= {(wish.post.code, wish.organisation.code) for wish in must}
        one_way = [wish for wish in wishes if (wish.post.code, wish.organisation.code) not in pairs]
        one_way = [wish for wish in one_way if wish.organisation.invented and wish.post.code not in VACANT]
        refused = self._chance.sample(one_way, NEVER_BY_POST)
        return [*(Wish(wish.post, wish.organisation, True, 1) for wish in refused), *self._refusals(wishes)]

    def _refusals(self, wishes: list[Wish]) -> Iterator[Wish]:
        met = {(wish.post.code, wish.organisation.code) for wish in wishes}
        companies = sorted({w.organisation.code: w.organisation for w in wishes if w.organisation.invented}.items())
        posts = sorted({wish.post.code: wish.post for wish in wishes if wish.post.asked > 5}.items())
        for _, company in self._chance.sample(companies, NEVER_BY_ORGANISATION):
            strangers = [post for code, post in posts if (code, company.code) not in met]
            yield Wish(self._chance.choice(strangers), company, False, 1)

    def _row(self, number: int, wish: Wish, word: str) -> dict[str, Any]:
        asker, asked = REQUESTS_MADE[wish.by_post]
        codes = (wish.post.code, wish.organisation.code) if wish.by_post else (wish.organisation.code, wish.post.code)
        return {
            "code": f"R{number:04}",
            asker: codes[0],
            asked: codes[1],
            "purpose": self._purpose(wish, word),
            "priority": wish.priority,
            "wish": word,
        }

    def _purpose(self, wish: Wish, word: str) -> str:
        if word == "never":
            side = "offer" if wish.by_post else "ask"
            return self._purposes.refused(wish.post, side, self._language(wish.post, wish.organisation, wish.by_post))
        if wish.by_post:
            return self._purposes.offered(wish.post, wish.organisation, self._languages[wish.post.code])
        return self._purposes.asked(wish.organisation, wish.post)

    def _language(self, post: Post, organisation: Organisation, by_post: bool) -> str:
        return self._languages[post.code] if by_post else organisation.language
