"""The sheet of components: on a demo only, in every shell, the same for everyone."""

import re

import pytest
from django.test import override_settings

from contactdays.core.text import LANGUAGES
from contactdays.web.urls import addresses

SHEET = "/en/week-2026/components/"
SHELLS = ("organiser", "participant", "public")


class AsDemo:
    urlpatterns = addresses(demo=True)


@pytest.fixture
def demonstration(client, week):
    with override_settings(DEMO=True, ROOT_URLCONF=AsDemo):
        yield client


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_component_stands_on_the_sheet_once(demonstration, language):
    page = demonstration.get(f"/{language}/week-2026/components/").content.decode()
    sections = re.findall(r'<section class="cmp[^"]*" aria-labelledby="(c-\w+)"', page)
    assert sections == list(dict.fromkeys(sections))
    states = ("entry past", "entry on", "entry gone", "st yes", "st part", "st no", "st off", "st alarm", "st wait")
    assert {state: f'class="{state}"' in page for state in states} == dict.fromkeys(states, True)
    components = ("stave", "win ", "band ", "brk", "was", "plot", "field bad", "note", "missing", "empty", "free")
    assert {name: bool(re.search(rf'class="[^"]*\b{name.strip()}\b', page)) for name in components} == dict.fromkeys(
        components, True
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_sheet_can_be_read_in_every_shell_and_sets_no_cookie(demonstration, shell):
    response = demonstration.get(f"{SHEET}?shell={shell}")
    assert (response.status_code, response.cookies) == (200, {})


def test_stave_at_working_size_stands_where_it_has_the_width(demonstration):
    found = {
        shell: 'class="score board"' in demonstration.get(f"{SHEET}?shell={shell}").content.decode() for shell in SHELLS
    }
    assert found == {"organiser": True, "participant": False, "public": False}


def test_there_is_no_other_shell(demonstration):
    assert demonstration.get(f"{SHEET}?shell=../settings").status_code == 404


def test_sheet_is_not_there_outside_a_demo(client, week):
    assert client.get(SHEET).status_code == 404
