"""Planning and publishing from the command line, and what is said when nothing was done."""

import pytest
from django.core.management import CommandError, call_command

from contactdays.cli.refusals import SENTENCES, sentence
from contactdays.core.scope import edition_scope
from contactdays.people.models import Availability
from contactdays.planning import errors
from contactdays.planning.errors import DraftChanged, PlanRefused
from contactdays.planning.models import Placement
from contactdays.planning.queries import current_plan
from tests.factories import at, make_edition, make_request, small_week


@pytest.fixture
def week(db):
    return small_week(published=False)


def test_a_week_is_planned_and_published(week, capsys):
    call_command("plan", "week-2026")
    call_command("publish", "week-2026")
    assert capsys.readouterr().out == (
        "3 of 4 meetings held, value 12 (proven optimal; bound without regard to time 12), 0 gaps. "
        "Accepted by the checker.\nPlan 1 is published.\n"
    )
    with edition_scope(week.edition):
        assert current_plan(week.edition).number == 1


def test_an_edition_that_is_not_there_is_named_with_those_that_are(week):
    with pytest.raises(CommandError, match=r"no edition “nowhere”. Known: week-2026"):
        call_command("plan", "nowhere")


def test_an_empty_draft_says_what_to_do(db):
    make_edition("empty")
    with pytest.raises(CommandError, match=r"Nothing was published. The edition empty has no draft .* plan empty”"):
        call_command("publish", "empty")


def test_a_refused_draft_names_the_rules(week):
    call_command("plan", "week-2026")
    with edition_scope(week.edition):
        evening = {"start": at(week.edition, 6, 20), "end": at(week.edition, 6, 20, 15)}
        Placement.objects.filter(meeting__code="M0001").update(**evening)
    with pytest.raises(CommandError, match=r"The checker refuses the draft: outside_window \(1\)\."):
        call_command("publish", "week-2026")


def test_what_cannot_be_planned_is_named(week):
    with edition_scope(week.edition):
        start, end = at(week.edition, 2, 0), at(week.edition, 6, 23)
        absence = {"delegation": week.bolt, "kind": "unavailable", "start": start, "end": end}
        Availability(edition=week.edition, **absence).save()
        make_request(week.bolt, week.nairobi, wish="must")
    with pytest.raises(CommandError, match=r"These conflict: meeting:M0005, by missing_must"):
        call_command("plan", "week-2026")


def test_every_refusal_of_planning_has_its_words():
    codes = {each.code for each in vars(errors).values() if getattr(each, "__module__", "") == errors.__name__}
    assert codes == set(SENTENCES)
    assert "Plan again" in sentence(DraftChanged(run=1))
    assert sentence(PlanRefused(violations=[])).startswith("The checker refuses the draft")
