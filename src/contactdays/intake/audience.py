"""Who is to be at a session: the words of the columns audience, optional audience and speakers, resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contactdays.intake.book import Book
from contactdays.intake.members import members_of
from contactdays.intake.rows.parties import Party
from contactdays.intake.rows.sessions import SessionRow
from contactdays.intake.values import plain
from contactdays.people.enums import OrganisationKind, PostKind, WorldRegion
from contactdays.programme.enums import Duty

Key = tuple[str, str]
SHEET_OF = {"post": "Posts", "organisation": "Organisations", "person": "People"}


def sense(word: str) -> tuple[str, str]:
    """What a word speaks of, and which: ``("region", "africa")``; words of one sense mean the same."""
    if plain(word) == "allposts":
        return "all posts", ""
    what, mark, which = (part.strip() for part in word.partition(":"))
    if not mark:
        return "", word
    kind = {"organization": "organisation"}.get(what.casefold(), what.casefold())
    return kind, plain(which) if kind in {"region", "kind"} else which


def distinct(words: tuple[str, ...]) -> list[str]:
    """The first of those words that mean the same: however a region is written, it is looked up once."""
    found: dict[tuple[str, str], str] = {}
    for word in words:
        found.setdefault(sense(word), word)
    return list(found.values())


class BadWord(Exception):
    """A word of an audience that cannot be resolved; ``code`` and ``values`` make the finding."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Place:
    """What a party is to do at a session; ``person`` speaks for it (code in lower case) when one is named."""

    duty: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """The parties of a workbook, in the file's order, with what words of an audience ask for."""

    posts: Mapping[Key, tuple[str, str]]
    organisations: Mapping[Key, str]
    people: Mapping[str, Key | None]

    def parties(self, word: str) -> list[Key]:
        """The parties a word of an audience means; raise ``BadWord`` for none."""
        what, which = sense(word)
        if what == "all posts":
            return list(self.posts)
        if what == "region":
            return self._of_region(which, word)
        if what == "kind":
            return self._of_kind(which, word)
        if what in {"post", "organisation"}:
            return [self._party(what, which)]
        raise BadWord("audience_unknown", value=word)

    def speaker(self, word: str) -> tuple[Key, str]:
        """The party that speaks and, when the word is a person's code, that person's."""
        what, which = sense(word)
        if what == "person":
            return self._person(which)
        if what in SHEET_OF:
            return self._party(what, which), ""
        found = [key for key in self._same_code(word) if key is not None]
        if len(found) > 1:
            raise BadWord("speaker_ambiguous", value=word)
        if not found:
            return self._person(word)
        return (self._person(word)) if found[0][0] == "person" else (found[0], "")

    def _same_code(self, word: str) -> Iterator[Key]:
        code = word.casefold()
        yield from (
            key for key in (("post", code), ("organisation", code)) if key in self.posts or key in self.organisations
        )
        if code in self.people:
            yield "person", code

    def _party(self, what: str, code: str) -> Key:
        key = what, code.casefold()
        if key not in self.posts and key not in self.organisations:
            raise BadWord("unknown_reference", value=code, meaning=SHEET_OF[what])
        return key

    def _person(self, code: str) -> tuple[Key, str]:
        if code.casefold() not in self.people:
            raise BadWord("speaker_unknown", value=code)
        party = self.people[code.casefold()]
        if party is None:
            raise BadWord("not_a_participant", value=code)
        return party, code.casefold()

    def _of_region(self, which: str, word: str) -> list[Key]:
        if which not in {plain(region) for region in WorldRegion}:
            raise BadWord("audience_unknown", value=word)
        return [key for key, (_, region) in self.posts.items() if plain(region) == which]

    def _of_kind(self, which: str, word: str) -> list[Key]:
        if which not in {plain(kind) for kinds in (PostKind, OrganisationKind) for kind in kinds}:
            raise BadWord("audience_unknown", value=word)
        posts = [key for key, (kind, _) in self.posts.items() if plain(kind) == which]
        return posts + [key for key, kind in self.organisations.items() if plain(kind) == which]


def register_of(book: Book) -> Register:
    """The register of ``book``. Rows that do not fit are known by their code, so that they are not missed besides."""
    posts: dict[Key, tuple[str, str]] = {Party(post=row.code).key: (row.kind, row.region) for row in book.posts}
    organisations: dict[Key, str] = {Party(organisation=row.code).key: row.kind for row in book.organisations}
    for code in sorted(book.codes.get("Posts", ())):
        posts.setdefault(("post", code), ("", ""))
    for code in sorted(book.codes.get("Organisations", ())):
        organisations.setdefault(("organisation", code), "")
    people: dict[str, Key | None] = dict.fromkeys(sorted(book.codes.get("People", ())))
    people |= {member.person: member.party.key for member in members_of(book)}
    return Register(posts, organisations, people)


def places_at(session: SessionRow, register: Register) -> tuple[dict[Key, Place], list[tuple[str, BadWord]]]:
    """Each party with its place at ``session``, and the words that mean nothing with their columns.

    Who speaks must be there, and who must be there is not merely invited.
    """
    places: dict[Key, Place] = {}
    bad: list[tuple[str, BadWord]] = []
    for column, words, duty in (
        ("optional audience", session.optional, Duty.MAY),
        ("audience", session.audience, Duty.MUST),
        ("speakers", session.speakers, Duty.SPEAKER),
    ):
        for word in distinct(words):
            try:
                _place(places, word, duty, register)
            except BadWord as error:
                bad.append((column, error))
    return places, bad


def _place(places: dict[Key, Place], word: str, duty: Duty, register: Register) -> None:
    """Give the parties of ``word`` their place. Of two that speak for one party neither is the one."""
    if duty != Duty.SPEAKER:
        places |= {party: Place(duty) for party in register.parties(word)}
        return
    party, person = register.speaker(word)
    before = places.get(party)
    alone = before is None or before.duty != Duty.SPEAKER or before.person == person
    places[party] = Place(duty, person if alone else "")
