"""Invented persons: names drawn without repeating, codes and addresses made from them."""

import re
import unicodedata
from dataclasses import dataclass
from random import Random
from typing import Any

from week.sources import document

OTHER_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "’": "", "ə": "e"})


def slug(text: str) -> str:
    """``text`` in lower-case ASCII with hyphens, at most 40 characters."""
    plain = unicodedata.normalize("NFKD", text.translate(OTHER_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].strip("-")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person. ``original`` is the name in its own script, ``script`` the code of its language."""

    code: str
    given: str
    family: str
    gender: str
    language: str
    email: str
    original: str = ""
    script: str = ""

    def row(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "given name": self.given,
            "family name": self.family,
            "original name": self.original,
            "original language": self.script,
            "gender": self.gender,
            "language": self.language,
            "email": self.email,
        }


class Registry:
    """Hands out persons; no two share a full name, a code or an address."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(f"{seed}-people")
        names = document("names.toml")
        self._names = {language: names[language] for language in ("nl", "fr", "de")}
        self._others = list(names["other"])
        self._families: dict[str, list[str]] = {language: [] for language in self._names}
        self._taken: set[str] = set()
        self.persons: list[Person] = []

    def invent(self, language: str, domain: str) -> Person:
        """A person written to in ``language``, with an address at the reserved host ``domain``."""
        names = self._names[language if language in self._names else "fr"]
        while True:
            gender = self._chance.choice("fm")
            given = self._chance.choice(names[gender])
            family = self._family(language if language in self._names else "fr")
            if slug(f"{given} {family}") not in self._taken:
                return self._add(given, family, gender, language, domain)

    def invent_other(self, language: str, domain: str) -> Person:
        """The next of the persons of other origins, whose names have a script of their own."""
        name = self._others.pop(0)
        given, family, gender = name["given"], name["family"], name["gender"]
        return self._add(given, family, gender, language, domain, name["original"], name["script"])

    def name(self, given: str, family: str, gender: str, language: str, domain: str) -> Person:
        """A person whose invented name was chosen by hand."""
        return self._add(given, family, gender, language, domain)

    def _family(self, language: str) -> str:
        if not self._families[language]:
            pool = list(self._names[language]["family"])
            self._chance.shuffle(pool)
            self._families[language] = pool
        return self._families[language].pop()

    def _add(
        self, given: str, family: str, gender: str, language: str, domain: str, original: str = "", script: str = ""
    ) -> Person:
        code = slug(f"{given} {family}")
        address = f"{slug(given)}.{slug(family)}@{domain}"
        person = Person(code, given, family, gender, language, address, original, script)
        self._taken.add(code)
        self.persons.append(person)
        return person
