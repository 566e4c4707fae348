"""Importing a workbook from its page: tried first, confirmed, whole or not at all."""

import os
import re
import time
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import Role
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Conference
from contactdays.people.models import Organisation
from contactdays.web.organiser import uploads
from tests.factories import make_edition, make_organiser
from tests.intake.books import book, cell

PAGE = "/en/week-2026/organiser/import/"
CONFIRM = f"{PAGE}confirm/"
TICKET = re.compile(r'name="ticket" value="([^"]+)"')


@pytest.fixture
def edition(db):
    edition = make_edition("week-2026", Conference.objects.create(code="contact-days"))
    with edition_scope(edition):
        edition.main_venue.rooms.all().delete()
    return edition


@pytest.fixture
def desk(edition, client, tmp_path):
    """The client of a signed-in organiser of an edition without any plan; uploads are kept in ``tmp_path``."""
    with edition_scope(edition):
        client.force_login(make_organiser(edition))
    with override_settings(STATE=tmp_path):
        yield client


def tried(desk, content):
    return desk.post(PAGE, {"workbook": SimpleUploadedFile("week.xlsx", content)}).content.decode()


def organisations(edition):
    with edition_scope(edition):
        return sorted(Organisation.objects.values_list("code", flat=True))


def files(tmp_path):
    return [path.name for path in tmp_path.rglob("*.xlsx")]


def test_workbook_is_tried_then_imported(desk, edition, tmp_path):
    page = tried(desk, book())
    assert "The workbook fits" in page
    assert organisations(edition) == []
    assert len(files(tmp_path)) == 1

    page = desk.post(CONFIRM, {"ticket": TICKET.search(page)[1]}).content.decode()
    assert "The workbook has been imported" in page
    assert organisations(edition) == ["ACME", "BOLT", "MIN"]
    assert files(tmp_path) == []


def test_workbook_that_does_not_fit_is_told_so_and_not_kept(desk, edition, tmp_path):
    page = tried(desk, book(cell("Requests", 2, "priority", 9)))
    assert "The workbook does not fit yet" in page
    assert "Sheet “Requests”, row 2, column “priority”" in page
    assert TICKET.search(page) is None
    assert (organisations(edition), files(tmp_path)) == ([], [])


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04 nor this"])
def test_file_that_is_no_workbook_is_told_so(desk, edition, tmp_path, content):
    page = tried(desk, content)
    assert ("Choose the workbook first." in page) or ("The file cannot be read. Nothing was written." in page)
    assert files(tmp_path) == []


def test_forgotten_file_is_asked_for(desk):
    assert "Choose the workbook first." in desk.post(PAGE, {}).content.decode()


def test_file_over_the_limit_is_not_even_kept(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 1000)
    assert "The file is larger than 10 MB." in tried(desk, b"x" * 2000)
    assert not (tmp_path / "uploads").exists()


def test_workbook_of_a_week_one_does_not_organise_is_refused(desk, edition, tmp_path):
    make_edition("other-week", edition.conference)
    page = tried(desk, book(cell("Edition", 2, "code", "other-week")))
    assert "This workbook is for another week, which you do not organise." in page
    assert files(tmp_path) == []


def test_confirming_twice_imports_once(desk, edition):
    ticket = TICKET.search(tried(desk, book()))[1]
    desk.post(CONFIRM, {"ticket": ticket})
    assert "The tried workbook is no longer here." in desk.post(CONFIRM, {"ticket": ticket}).content.decode()


@pytest.mark.parametrize("ticket", ["", "forged", "eyJmaWxlIjoiLi4vLi4vZXRjL3Bhc3N3ZCJ9:1:sig"])
def test_ticket_that_we_did_not_give_opens_nothing(desk, edition, ticket):
    assert "The tried workbook is no longer here." in desk.post(CONFIRM, {"ticket": ticket}).content.decode()
    assert organisations(edition) == []


def test_ticket_of_another_organiser_opens_nothing(desk, edition):
    ticket = TICKET.search(tried(desk, book()))[1]
    with edition_scope(edition):
        desk.force_login(make_organiser(edition, "second@ministry.example"))
    assert "The tried workbook is no longer here." in desk.post(CONFIRM, {"ticket": ticket}).content.decode()
    assert organisations(edition) == []


def test_ticket_is_good_for_an_hour(desk, edition, monkeypatch):
    ticket = TICKET.search(tried(desk, book()))[1]
    monkeypatch.setattr(uploads, "HOUR", -1)
    assert "The tried workbook is no longer here." in desk.post(CONFIRM, {"ticket": ticket}).content.decode()


def test_files_nobody_came_back_for_are_removed(desk, tmp_path):
    tried(desk, book())
    (old,) = files(tmp_path)
    path = tmp_path / "uploads" / old
    os.utime(path, (time.time() - 2 * uploads.HOUR,) * 2)
    tried(desk, book())
    assert (len(files(tmp_path)), path.exists()) == (1, False)


def test_kept_file_is_readable_by_its_server_alone(desk, tmp_path):
    tried(desk, book())
    (kept,) = files(tmp_path)
    modes = [oct(path.stat().st_mode & 0o777) for path in (tmp_path / "uploads", tmp_path / "uploads" / kept)]
    assert modes == ["0o700", "0o600"]


def test_organiser_stays_organiser_of_what_was_imported(desk, edition):
    desk.post(CONFIRM, {"ticket": TICKET.search(tried(desk, book()))[1]})
    with edition_scope(edition):
        assert Role.objects.filter(name=RoleName.ORGANISER).count() == 1
    edition.refresh_from_db()
    assert edition.first_day == date(2026, 2, 2)
    assert desk.get("/en/week-2026/organiser/plans/").status_code == 200
