"""Persons and companies are invented, and can be reached nowhere."""

import hashlib
import re
from pathlib import Path

import pytest

from tests.examples.edition_file import LANGUAGES, sheet


def lines_of(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / name).read_text(encoding="utf-8").split())


# Family names of members of Belgian governments and presiding officers around 2026, as digests, so that no such name
# stands here.
OFFICE_HOLDERS = lines_of("office-holders.txt")
WELL_KNOWN = lines_of("well-known-companies.txt")
SCRIPTS = {"ar", "he", "ka", "hy", "el", "ru", "hi", "th", "zh", "ko", "vi"}


def digest(name: str) -> str:
    return hashlib.sha256(name.casefold().encode()).hexdigest()[:16]


def test_no_office_holder_is_named():
    parts = {part for person in sheet("People") for part in (person["family name"], *person["family name"].split("-"))}

    assert {part for part in parts if digest(part) in OFFICE_HOLDERS} == set()


def test_no_two_persons_share_a_name_or_an_address():
    people = sheet("People")

    for column in ("code", "email"):
        assert len({person[column] for person in people}) == len(people)
    assert len({(person["given name"], person["family name"]) for person in people}) == len(people)


def test_addresses_are_at_hosts_nobody_owns():
    assert [
        p["email"] for p in sheet("People") if not re.fullmatch(r"[a-z0-9.-]+@[a-z0-9.-]+\.example", p["email"])
    ] == []


def test_telephone_and_site_of_the_issuer_are_fictional():
    edition = sheet("Edition")[0]

    assert edition["issuer phone"] == "+32 2 000 00 00"
    assert edition["issuer site"] == "https://contactdagen.example"


def test_names_come_in_many_scripts():
    assert {person["original language"] for person in sheet("People")} >= SCRIPTS


def test_every_organisation_has_someone_and_three_speak_to_the_press():
    represented = {row["organisation"] for row in sheet("Participants")}

    assert {row["code"] for row in sheet("Organisations")} - represented == set()
    assert sum(row["spokesperson"] == "yes" for row in sheet("Participants")) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_participant_has_a_function_in_each_language(language):
    assert [row["person"] for row in sheet("Participants") if not row[f"function {language}"]] == []


def test_invented_companies_bear_no_well_known_name():
    names = [
        row["name"].casefold() for row in sheet("Organisations") if re.search(r" (nv|bv|SA|SRL|GmbH)$", row["name"])
    ]

    assert len(names) == 227
    assert [name for name in names if set(re.findall(r"\w+", name)) & WELL_KNOWN] == []


def test_codes_of_parties_and_persons_do_not_meet():
    codes = [row["code"].casefold() for name in ("Posts", "Organisations", "People") for row in sheet(name)]

    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9-]{1,40}", code)] == []
