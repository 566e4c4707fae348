"""What a request is about, written from the templates of ``purposes.toml``."""

import re
from collections.abc import Sequence
from random import Random

from week.organisations import Organisation
from week.posts import Post
from week.sources import document

CHOICE = re.compile(r"\[([^\]]+\|[^\]]+)\]")
PORTS = "ports and dredging"
CABINETS = ("federal-cabinet", "regional-government", "community-government")


class Purposes:
    """Writes purposes; the same post is not told the same sentence twice while there is another one left."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(f"{seed}-purposes")
        self._texts = document("purposes.toml")
        self._told: set[tuple[str, str]] = set()

    def asked(self, organisation: Organisation, post: Post) -> str:
        """Why ``organisation`` would like to meet ``post``, in the organisation's language."""
        voice = "multilateral" if post.multilateral else organisation.voice
        texts = self._texts[voice]["ask"]
        language = organisation.language if organisation.language in texts else _spoken(texts, organisation)
        if organisation.invented and "en" in texts and self._chance.random() < 0.1:
            language = "en"
        sites = post.ports if organisation.sector == PORTS else post.sites
        near = post.in_rich_country if voice == "finance" else post.in_single_market
        return self._write(texts[language], post, language, sites, near)

    def offered(self, post: Post, organisation: Organisation, language: str) -> str:
        """Why ``post`` would like to meet ``organisation``, in the language of its head."""
        texts = self._texts[self._voice(post, organisation)]["offer"][language]
        sites = post.ports if organisation.sector == PORTS else post.sites
        return self._write(texts, post, language, sites, post.in_single_market)

    def refused(self, post: Post, side: str, language: str) -> str:
        """Why the two must not meet; ``side`` is ``ask`` if the organisation says so, ``offer`` if the post does."""
        return self._write(self._texts["never"][side][language], post, language, (), post.in_single_market)

    def _voice(self, post: Post, organisation: Organisation) -> str:
        if organisation.kind in CABINETS:
            return "cabinet"
        if post.multilateral:
            return "multilateral"
        return organisation.sector if organisation.invented else "general"

    def _write(self, templates: Sequence[str], post: Post, language: str, sites: Sequence[str], near: bool) -> str:
        fitting = [text for text in templates if not (near and text.startswith("~"))]
        fresh = [text for text in fitting if (post.code, text) not in self._told] or fitting
        template = self._chance.choice(fresh)
        self._told.add((post.code, template))
        chosen = CHOICE.sub(lambda found: self._chance.choice(found[1].split("|")), template.removeprefix("~"))
        city = post.names[language]
        site = self._chance.choice(sites or (city,))
        return chosen.format(in_city=_within(city, language), in_site=_within(site, language), post=city, body=city)


def _spoken(texts: dict[str, list[str]], organisation: Organisation) -> str:
    return next(language for language in ("en", "fr", "nl") if language in texts)


def _within(place: str, language: str) -> str:
    if language != "fr":
        return f"in {place}"
    return f"au {place.removeprefix('Le ')}" if place.startswith("Le ") else f"à {place}"
