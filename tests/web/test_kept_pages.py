"""Public pages are rendered once and kept until something they show may have changed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.audit.models import Entry
from contactdays.audit.services import record
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.planning.models import CurrentPlan
from contactdays.planning.public_programme import PublishedState, published_state
from contactdays.planning.services import publish
from contactdays.programme.models import Session
from contactdays.web.kept_pages import boundaries_of, seconds_to_keep
from tests.factories import at, make_session, place_session

PAGE = "/nl/week-2026/programme/"
NOON = datetime(2026, 2, 4, 12, tzinfo=UTC)


@pytest.fixture
def before(week):
    """The week before it begins."""
    with clock.at(datetime(2026, 1, 31, 12, tzinfo=UTC)):
        yield week


def test_kept_page_takes_one_query_and_is_the_same(client, before):
    first = client.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        second = client.get(PAGE)
    assert len(queries) == 1
    assert (second.content, dict(second.headers)) == (first.content, dict(first.headers))


def test_kept_page_has_the_headers_of_a_rendered_one(client, before):
    headers = dict(client.get(PAGE).headers)
    assert {name: headers[name] for name in ("Cache-Control", "Vary", "Content-Language", "X-Frame-Options")} == {
        "Cache-Control": "public, max-age=60",
        "Vary": "Accept-Encoding",
        "Content-Language": "nl",
        "X-Frame-Options": "DENY",
    }
    assert "Content-Security-Policy" in headers
    assert headers["ETag"].startswith('W/"')


def test_page_that_is_known_is_answered_with_304(client, before):
    etag = client.get(PAGE).headers["ETag"]
    response = client.get(PAGE, headers={"If-None-Match": etag})
    assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", etag)
    assert response.headers["Cache-Control"] == "public, max-age=60"


def test_page_is_compressed_for_those_who_accept_it(client, before):
    plain, zipped = client.get(PAGE), client.get(PAGE, headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert len(zipped.content) < len(plain.content) / 2


def test_new_plan_is_shown_at_once(client, before):
    client.get(PAGE)
    with edition_scope(before.edition):
        late = make_session(before.edition, "LATE", marking="public")
        place_session(late, at(before.edition, 5, 15), at(before.edition, 5, 16))
        assert "LATE nl" not in client.get(PAGE).content.decode()
        publish(before.edition, actor=COMMAND_LINE)
    assert "LATE nl" in client.get(PAGE).content.decode()


def test_changed_text_is_shown_once_the_change_is_recorded(client, before):
    client.get(PAGE)
    with edition_scope(before.edition):
        Session.objects.filter(code="OPEN").update(title=Text(nl="Anders"))
        record("session.changed", "session:OPEN", edition=before.edition, actor=COMMAND_LINE)
    assert "Anders" in client.get(PAGE).content.decode()


def test_change_that_nobody_recorded_is_shown_within_a_minute(client, before, settings):
    assert settings.CACHES["pages"]["TIMEOUT"] == 60


def test_what_is_on_changes_with_the_time_and_no_copy_outlives_it(client, week):
    shown = {}
    for minutes in (-2, 0, 44, 45):
        with clock.at(at(week.edition, 2, 9) + timedelta(minutes=minutes, seconds=30)):
            response = client.get(PAGE)
        page = response.content.decode()
        shown[minutes] = ('class="entry on"' in page, 'class="entry past"' in page, response.headers["Cache-Control"])
    assert shown == {
        -2: (False, False, "public, max-age=60"),
        0: (True, False, "public, max-age=60"),
        44: (True, False, "public, max-age=30"),
        45: (False, True, "public, max-age=60"),
    }


@pytest.mark.parametrize(("left", "kept"), [(3600, 60), (60, 60), (59.9, 59), (0.4, 0), (-1, 0)])
def test_page_is_shown_without_asking_until_the_next_boundary_and_a_minute_at_most(left, kept):
    assert seconds_to_keep(NOON, NOON + timedelta(seconds=left)) == kept
    assert seconds_to_keep(NOON, None) == 60


def test_what_is_on_changes_when_a_public_session_begins_or_ends_and_at_midnight(week):
    state = published_state("week-2026")
    expected = {at(week.edition, day, 0) for day in range(2, 8)}
    expected |= {at(week.edition, 2, *time) for time in ((9,), (9, 45), (10,), (11,))}
    expected |= {at(week.edition, 3, 19), at(week.edition, 3, 22)}
    assert boundaries_of("week-2026", state) == tuple(sorted(expected))


def test_state_of_an_edition_is_its_plan_and_the_latest_recorded_changes(week):
    with edition_scope(week.edition):
        plan, entries = CurrentPlan.objects.get().plan_id, sum(Entry.objects.values_list("pk", flat=True))
    assert published_state("week-2026") == PublishedState(week.edition.pk, plan, entries)
    assert published_state("week-1999") is None


def test_change_that_took_its_number_first_and_is_there_last_makes_another_state(week):
    with edition_scope(week.edition):
        latest = Entry.objects.latest("pk").pk
        states = [published_state("week-2026")]
        for number in (latest + 2, latest + 1):  # two transactions on PostgreSQL, the second done before the first
            Entry(pk=number, edition=week.edition, at=clock.now(), actor_name="A", action="a", subject="b").save()
            states.append(published_state("week-2026"))
    assert len(set(states)) == 3


def test_visitors_cookies_reach_no_public_page(client, week):
    client.force_login(week.organiser)
    response = client.get(PAGE)
    assert "Cookie" not in response.headers["Vary"]
    assert response.wsgi_request.COOKIES == {}
    assert client.get("/nl/week-2026/organiser/plans/").status_code == 200


def test_pages_of_another_host_are_kept_apart(client, before, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    pages = {host: client.get(PAGE, headers={"Host": host}).content.decode() for host in settings.ALLOWED_HOSTS}
    assert {host: f'rel="canonical" href="http://{host}{PAGE}"' in page for host, page in pages.items()} == {
        "one.example": True,
        "two.example": True,
    }
    assert "two.example" not in pages["one.example"]
    assert client.get(PAGE, headers={"Host": "evil.example"}).status_code == 400


def test_errors_and_questions_are_not_kept(client, before):
    client.get(f"{PAGE}SECRET/")
    with CaptureQueriesContext(connection) as again:
        assert client.get(f"{PAGE}SECRET/").status_code == 404
    assert len(again) > 1
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{PAGE}?day=2")
        client.get(f"{PAGE}?day=2")
    assert len(asked) % 2 == 0
    assert len(asked) > 4


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_page_only_answers_who_reads(client, before, method):
    assert getattr(client, method)(PAGE).status_code == 405
