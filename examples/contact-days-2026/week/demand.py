"""Who asks whom: some posts are asked by hundreds, some by nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from week.organisations import Organisation
from week.posts import VACANT, Post
from week.purposes import CABINETS, PORTS

SILENT = {"va-rome", "ru-moscow", "coe-strasbourg", "osce-vienna"}
DEVELOPING_ONLY = {"development", "society", "institution"}
NOT_MULTILATERAL = {"development", "finance", "institution", "administration", "society"}
KNOWN_COUNTRY, NEIGHBOURLY = 12.0, 1.0


@dataclass(frozen=True, slots=True)
class Wish:
    """One party would like to meet the other. ``by_post`` tells which of the two asks."""

    post: Post
    organisation: Organisation
    by_post: bool
    priority: int


class Demand:
    """Draws wishes: for each post as many organisations as ask it, then what posts ask in return."""

    def __init__(self, posts: Sequence[Post], organisations: Sequence[Organisation], seed: int) -> None:
        self._chance = Random(f"{seed}-demand")
        self._posts = posts
        self._askers = [organisation for organisation in organisations if organisation.voice]
        self._cabinets = [organisation for organisation in organisations if organisation.kind in CABINETS]

    def wishes(self) -> list[Wish]:
        """All wishes, in no order that would tell who asked first."""
        asked = [wish for post in self._posts for wish in self._asking(post)]
        answered = [wish for post in self._posts for wish in self._answering(post, asked)]
        drawn = asked + answered
        self._chance.shuffle(drawn)
        return drawn

    def _asking(self, post: Post) -> Iterator[Wish]:
        for organisation in self._draw(self._askers, post, post.asked):
            keen = post.country in organisation.countries or self._chance.random() < organisation.appetite / 20
            priority = self._priority(keen)
            yield Wish(post, organisation, by_post=False, priority=priority)

    def _answering(self, post: Post, asked: Sequence[Wish]) -> Iterator[Wish]:
        """A post asks back some of those who asked it, then others it would like to see."""
        if post.code in VACANT | SILENT:
            return
        askers = [wish.organisation for wish in asked if wish.post is post]
        back = self._chance.sample(askers, min(len(askers), self._chance.choice((1, 2, 2, 3, 4))))
        strangers = [organisation for organisation in self._askers if organisation not in askers]
        new = list(self._draw(strangers, post, self._own_wishes(post)))
        for organisation in [*back, *new, *self._cabinet(post)]:
            yield Wish(post, organisation, by_post=True, priority=self._priority(organisation in back))

    def _own_wishes(self, post: Post) -> int:
        return self._chance.choice((0, 1, 2, 3) if not post.asked else (1, 2, 2, 3))

    def _cabinet(self, post: Post) -> list[Organisation]:
        return [self._chance.choice(self._cabinets)] if post.asked and self._chance.random() < 0.35 else []

    def _draw(self, organisations: Sequence[Organisation], post: Post, count: int) -> Iterator[Organisation]:
        """``count`` organisations, each drawn in proportion to its interest (Efraimidis and Spirakis)."""
        keys = {
            organisation: self._chance.random() ** (1 / weight)
            for organisation in organisations
            if (weight := _interest(organisation, post))
        }
        yield from sorted(keys, key=lambda organisation: keys[organisation], reverse=True)[:count]

    def _priority(self, keen: bool) -> int:
        weights = (4, 18, 42, 30, 6) if keen else (26, 40, 26, 7, 1)
        return self._chance.choices((1, 2, 3, 4, 5), weights)[0]


def _interest(organisation: Organisation, post: Post) -> float:
    if organisation.voice == PORTS and not post.ports:
        return 0
    if organisation.voice in DEVELOPING_ONLY and post.in_rich_country:
        return 0
    if post.multilateral and organisation.voice in NOT_MULTILATERAL:
        return 0
    known = post.country in organisation.countries
    return organisation.appetite * (KNOWN_COUNTRY if known else NEIGHBOURLY)
