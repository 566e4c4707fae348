"""Counterparts: the listed organisations, the ministry itself, and invented companies."""

from dataclasses import dataclass
from random import Random
from typing import Any

from week.people import slug
from week.posts import Post
from week.sources import document, table

MINISTRY = "fps-foreign-affairs"
NAMES: dict[str, dict[str, str]] = document("organisation-names.toml")
FLEMISH, WALLOON, BRUSSELS = 125, 55, 30


@dataclass(frozen=True, slots=True)
class Organisation:
    """A counterpart. ``voice`` is the chapter of ``purposes.toml`` its requests come from; empty: it asks nobody.

    ``appetite`` weighs how readily it asks for meetings; ``functions`` are those of its participants, in order.
    """

    code: str
    name: str
    kind: str
    sector: str
    region: str
    countries: tuple[str, ...]
    language: str
    functions: tuple[str, ...]
    appetite: float
    voice: str
    invented: bool = False

    def row(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            **{f"name {language}": name for language, name in NAMES.get(self.code, {}).items()},
            "kind": self.kind,
            "sector": self.sector,
            "region": self.region,
            "countries": ";".join(self.countries),
        }


def listed_organisations() -> list[Organisation]:
    """The ministry and the organisations of ``counterparts.csv``, in that order."""
    facts = {row["name"]: row for row in table("counterparts.csv")}
    listed = [_listed(facts[row["name"]], row) for row in table("counterpart-details.csv")]
    return [_ministry(), *listed]


def _ministry() -> Organisation:
    name = "FPS Foreign Affairs, Foreign Trade and Development Cooperation"
    functions = ("host", "director-general", "spokesperson-nl-en", "spokesperson-fr-en", "spokesperson-de-nl")
    return Organisation(
        MINISTRY, name, "federal-administration", "foreign policy", "federal", (), "nl", functions, 0, ""
    )


def _listed(fact: dict[str, str], detail: dict[str, str]) -> Organisation:
    return Organisation(
        code=detail["code"],
        name=fact["name"],
        kind=fact["kind"],
        sector=fact["sector"],
        region=detail["region"],
        countries=tuple(filter(None, fact["interest_countries"].split(";"))),
        language=detail["language"],
        functions=tuple(detail["functions"].split(";")),
        appetite=float(detail["appetite"]),
        voice=detail["voice"],
    )


class CompanyMaker:
    """Invents companies whose names are a stem nobody else has and a word for the sector."""

    def __init__(self, posts: list[Post], seed: int) -> None:
        self._chance = Random(f"{seed}-companies")
        source = document("companies.toml")
        stems = source["stems"]
        self._sectors = source["sectors"]
        self._forms = {language: stems[f"forms-{language}"] for language in ("nl", "fr", "de")}
        self._stems = {
            "nl": [a + b for a in stems["nl-first"] for b in stems["nl-last"]],
            "fr": [a + b for a in stems["fr-first"] for b in stems["fr-last"]],
            "de": list(stems["de"]),
        }
        for pool in self._stems.values():
            self._chance.shuffle(pool)
        asked = [post for post in posts if post.asked and not post.multilateral]
        self._countries = [post.country for post in asked]
        self._weights = [post.asked**0.7 for post in asked]

    def companies(self) -> list[Organisation]:
        """All invented companies, as many a sector as ``companies.toml`` says."""
        sectors = [name for name, sector in self._sectors.items() for _ in range(sector["count"])]
        places = self._places(len(sectors))
        return [self._company(sector, *place) for sector, place in zip(sectors, places, strict=True)]

    def _places(self, count: int) -> list[tuple[str, str]]:
        german = count - FLEMISH - WALLOON - BRUSSELS
        places = [("flanders", "nl")] * FLEMISH + [("wallonia", "fr")] * WALLOON + [("wallonia", "de")] * german
        places += [("brussels", "fr")] * 18 + [("brussels", "nl")] * (BRUSSELS - 18)
        self._chance.shuffle(places)
        return places

    def _company(self, sector: str, region: str, language: str) -> Organisation:
        trade = self._chance.choice(self._sectors[sector][language])
        name = f"{self._stems[language].pop()} {trade} {self._chance.choice(self._forms[language])}"
        functions = ("export-manager", "managing-director", "business-developer", "technical-director")
        return Organisation(
            code=slug(name.rsplit(" ", 1)[0]),
            name=name,
            kind="company",
            sector=sector,
            region=region,
            countries=self._interests(),
            language=language,
            functions=tuple(self._chance.sample(functions, 2 if self._chance.random() < 0.06 else 1)),
            appetite=self._chance.choice((0.6, 0.8, 1.0, 1.0, 1.3, 1.6)),
            voice=sector,
            invented=True,
        )

    def _interests(self) -> tuple[str, ...]:
        wanted = self._chance.randint(2, 6)
        drawn = self._chance.choices(self._countries, self._weights, k=wanted * 2)
        return tuple(sorted(set(drawn[:wanted])))
