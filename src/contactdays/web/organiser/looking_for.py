"""The form above the board: a person, a post or an organisation, a region, a language, a kind of session."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contactdays.agendas.formats import language_names
from contactdays.editions.models import Edition
from contactdays.people.enums import WorldRegion
from contactdays.people.models import Delegation, Participant
from contactdays.people.naming import name_of_delegation
from contactdays.people.queries import participants_of
from contactdays.planning.board import Board
from contactdays.planning.selection import BILATERAL, Selection
from contactdays.programme.enums import SessionKind
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.search import folded

LONGEST_ANSWER = 12


@dataclass(frozen=True, slots=True)
class Somebody:
    """A delegation, or one of its people, by the ``code`` that ``?who=`` knows: ``post:NBO``, ``person:NBO``."""

    code: str
    name: str
    delegation: Delegation
    participant: Participant | None = None


@dataclass(frozen=True, slots=True)
class LookingFor:
    """What the form asks. ``found`` are those whom its words may mean; ``chosen`` is the one when there is one."""

    who: str
    region: str
    language: str
    kind: str
    found: tuple[Somebody, ...]

    @property
    def chosen(self) -> Somebody | None:
        return self.found[0] if len(self.found) == 1 else None

    @property
    def several(self) -> tuple[Somebody, ...]:
        return self.found[:LONGEST_ANSWER] if len(self.found) > 1 else ()

    @property
    def nobody(self) -> bool:
        return bool(self.who) and not self.found

    @property
    def words(self) -> str:
        """What stands in the field: the name of the one found, else what was typed."""
        return self.chosen.name if self.chosen else self.who

    @property
    def selection(self) -> Selection:
        chosen = self.chosen.delegation.pk if self.chosen else None
        return Selection(chosen, self.region, self.language, self.kind)


def looking_for(request: EditionRequest) -> LookingFor:
    """What the address asks; a region, language or kind that does not exist is not asked."""
    given = {name: request.GET.get(name, "")[:200].strip() for name in ("who", "region", "language", "kind")}
    return LookingFor(
        who=given["who"],
        region=given["region"] if given["region"] in WorldRegion.values else "",
        language=given["language"] if given["language"].isalpha() else "",
        kind=given["kind"] if given["kind"] in (*SessionKind.values, BILATERAL) else "",
        found=tuple(find(request.edition, given["who"])) if given["who"] else (),
    )


def find(edition: Edition, words: str) -> list[Somebody]:
    """Whoever has the code or the name ``words``; else all whose name holds every word of it."""
    everyone = list(_everyone(edition))
    wanted = folded(words)
    exact = [each for each in everyone if wanted in (folded(each.code), folded(each.name))]
    return exact[:1] or [each for each in everyone if all(part in folded(each.name) for part in wanted.split())]


def _everyone(edition: Edition) -> Iterator[Somebody]:
    for delegation in Delegation.objects.select_related("post", "organisation").order_by("pk"):
        yield Somebody(delegation.code, name_of_delegation(delegation), delegation)
    for each in participants_of(edition):
        yield Somebody(f"person:{each.code}", each.person.name, each.delegation, each)


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


def region_choices(asked: LookingFor) -> tuple[Choice, ...]:
    return _choices(WorldRegion.choices, asked.region)


def kind_choices(asked: LookingFor) -> tuple[Choice, ...]:
    return _choices([*SessionKind.choices, (BILATERAL, _("bilaterals"))], asked.kind)


def language_choices(asked: LookingFor, board: Board) -> tuple[Choice, ...]:
    """The languages that a session of ``board`` is held in."""
    spoken = {code for day in board.days for each in day.sessions for code in each.session.languages}
    named = [(code, language_names((code,), get_language() or "en")) for code in sorted(spoken)]
    return _choices(named, asked.language)


def _choices(pairs: Iterable[tuple[str, object]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, str(label), value == chosen) for value, label in pairs)
