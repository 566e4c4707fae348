"""Who takes part for each organisation, and what they are in four languages."""

from random import Random
from typing import Any

from week.organisations import Organisation
from week.people import Person, Registry
from week.sources import document

LANGUAGES = ("nl", "fr", "de", "en")

# Ministers are known by their function; these names are invented for them.
NAMED_BY_HAND = {
    "cab-foreign-affairs": ("Marieke", "Van den Eynde-Lambrecht", "f"),
    "cab-prime-minister": ("Lodewijk", "Haeghensteen", "m"),
    "cab-defence-trade": ("Gatien", "Rousselinet", "m"),
    "cab-asylum-migration": ("Katelijne", "Brantegemsen", "f"),
    "cab-economy": ("Hadelin", "Fosserou", "m"),
    "cab-finance": ("Emiel", "Vandekerckhaert", "m"),
}
OF_OTHER_ORIGIN = ("adb", "ebrd", "world-bank", "imf", "imec", "hub-brussels", "eib", "afdb", "iadb", "beci")


class Delegations:
    """The participants of every organisation: ``rows`` for the sheet, ``of`` with the persons by organisation.

    ``spokespersons`` gives the person of each spokesperson's function.
    """

    def __init__(self, organisations: list[Organisation], people: Registry, seed: int) -> None:
        self._chance = Random(f"{seed}-delegations")
        self._people = people
        self._functions = document("functions.toml")
        self.rows: list[dict[str, Any]] = []
        self.of: dict[str, list[Person]] = {}
        self.spokespersons: dict[str, Person] = {}
        for organisation in organisations:
            self.of[organisation.code] = [self._take(organisation, name) for name in organisation.functions]

    def _take(self, organisation: Organisation, function: str) -> Person:
        person = self._person(organisation, function)
        spokesperson = function.startswith("spokesperson-")
        if spokesperson:
            self.spokespersons[function] = person
        row = {"person": person.code, "organisation": organisation.code}
        row |= self._named(function, person.gender)
        row |= {
            "spokesperson": "yes" if spokesperson else "",
            "listed": "yes" if spokesperson or self._consents(organisation) else "",
        }
        self.rows.append(row)
        return person

    def _person(self, organisation: Organisation, function: str) -> Person:
        domain = f"{organisation.code}.example"
        first = function == organisation.functions[0]
        if organisation.code in NAMED_BY_HAND:
            given, family, gender = NAMED_BY_HAND[organisation.code]
            return self._people.name(given, family, gender, organisation.language, domain)
        if first and organisation.code in OF_OTHER_ORIGIN:
            return self._people.invent_other(organisation.language, domain)
        return self._people.invent(self._language(organisation, function), domain)

    def _language(self, organisation: Organisation, function: str) -> str:
        if function.startswith("spokesperson-"):
            return function.split("-")[1]
        if function == "director-general":
            return "fr"
        return organisation.language

    def _named(self, function: str, gender: str) -> dict[str, str]:
        forms = zip(LANGUAGES, self._functions[function], strict=True)
        return {f"function {language}": _form(text, gender) for language, text in forms}

    def _consents(self, organisation: Organisation) -> bool:
        official = organisation.kind.endswith(("-cabinet", "-government")) or organisation.kind == "parliament"
        return official or self._chance.random() < 0.35


def _form(text: str, gender: str) -> str:
    masculine, _, feminine = text.partition("|")
    return feminine if feminine and gender == "f" else masculine
