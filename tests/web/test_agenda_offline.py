"""What lets the agenda be read without a network, and what ends it. The worker itself is tested in a browser."""

import re

import pytest

PAGE = "/en/week-2026/agenda/"


def test_worker_is_the_same_for_everyone_and_stands_beside_the_pages_it_keeps(client, week):
    response = client.get(f"{PAGE}worker.js")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert response.cookies == {}
    client.force_login(week.ambassador)
    assert client.get(f"{PAGE}worker.js").content == response.content


def test_page_says_whose_it_is_and_stays_out_of_other_caches(client, week):
    owners = {}
    for user in (week.ambassador, week.company):
        client.force_login(user)
        pages = [client.get(f"{PAGE}{path}") for path in ("", "meetings/", "meetings/M0001/")]
        owners[user.pk] = {page.headers["Agenda-Owner"] for page in pages}
        assert [page.headers["Cache-Control"] for page in pages] == ["no-store"] * 3
    assert [len(owner) for owner in owners.values()] == [1, 1]
    assert owners[week.ambassador.pk] != owners[week.company.pk]


@pytest.mark.parametrize("path", ["calendar/", "pdf/"])
def test_what_is_not_to_be_kept_names_no_owner(client, week, path):
    client.force_login(week.ambassador)
    assert "Agenda-Owner" not in client.get(f"{PAGE}{path}").headers


def test_browser_forgets_when_the_person_signs_out(client, week):
    client.force_login(week.ambassador)
    assert "Clear-Site-Data" not in client.get(PAGE).headers
    out = client.post("/en/week-2026/account/sign-out/")
    assert (out.status_code, out.headers["Clear-Site-Data"]) == (302, '"storage"')


def test_line_for_reading_without_a_network_is_there_and_hidden(client, week):
    client.force_login(week.ambassador)
    for path in ("", "meetings/", "meetings/M0001/"):
        page = client.get(f"{PAGE}{path}").content.decode()
        scripts = re.findall(r'<script src="(/static/[^"]+)"', page)
        assert (page.count(" data-offline hidden"), scripts.count("/static/agenda.js")) == (1, 1)
        assert page.count("<script") == len(scripts)  # none stands in the page itself
