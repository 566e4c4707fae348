"""``explain`` says in words why a request is not held, and why there is no plan."""

from dataclasses import replace

import pytest

from contactdays.cli.main import main
from contactdays.planner import Interval, Participant, Wish, write_plan, write_problem
from tests.planner.known_week import PLAN, PROBLEM, party, problem_with


@pytest.fixture
def week(tmp_path, monkeypatch):
    """The known week in the current folder, the bank late and the port gone early."""
    monkeypatch.chdir(tmp_path)
    late = party("bank", available=(Interval(80, 215),))
    problem = problem_with(late, party("port", available=(Interval(0, 95),)))
    write_problem(problem, "problem.json")
    write_plan(PLAN, "plan.json")
    return problem


def test_every_request_that_is_not_held_has_its_line(week, capsys):
    assert main(["explain", "problem.json", "plan.json"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "with guest (embassy, guest): ruled out: it is never to be held.",
        "of others (port, bank): no common free slot left: bank away until 2026-02-02T00:20Z, "
        "port away from 2026-02-02T00:35Z, port meeting others (with port at 2026-02-02T00:20Z).",
        "not held: 2 of 5 requests",
    ]


def test_one_request_is_told_with_what_would_let_it_be_held(week, capsys):
    assert main(["explain", "problem.json", "plan.json", "--request", "of others"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "of others (port, bank): no common free slot left.",
        "What bars it, none to spare:",
        "  bank away until 2026-02-02T00:20Z",
        "  port away from 2026-02-02T00:35Z",
        "  port meeting others (with port at 2026-02-02T00:20Z)",
        "What would let it be held, cheapest first:",
        "  extend the presence of bank by 15 minutes, 2026-02-02T00:00Z to 2026-02-02T00:15Z: "
        "then at 2026-02-02T00:00Z in table 2; gains 1.",
    ]


@pytest.mark.parametrize(
    ("request_id", "said"),
    [
        (
            "nobody",
            "plan.json: request nobody: 'nobody' is not defined in the problem. Define it, or correct the name.\n",
        ),
        ("with mill", "plan.json: request with mill: 'with mill' is held in this plan. Ask about one that is not.\n"),
    ],
)
def test_what_cannot_be_asked_is_refused(week, capsys, request_id, said):
    assert main(["explain", "problem.json", "plan.json", "--request", request_id]) == 2
    assert capsys.readouterr().err == said


def test_without_a_plan_it_says_whether_there_is_one(week, capsys):
    assert main(["explain", "problem.json"]) == 0
    assert capsys.readouterr().out == (
        "problem.json: there is a plan. Write it with solve, and give it here to see what it leaves out.\n"
    )


def test_without_a_plan_a_conflict_is_named(week, capsys):
    nobody = Participant("guest", (), ())
    asked = replace(PROBLEM.requests[3], wish=Wish.MUST)
    write_problem(problem_with(nobody, asked), "problem.json")

    assert main(["explain", "problem.json"]) == 3
    out = capsys.readouterr().out
    assert "with guest (embassy with guest) has to be held." in out
    assert "guest" in out.splitlines()[-1]
