"""What ``contactdays check`` says of the certificates that a plan carries, and of plans of B2BSP files."""

from dataclasses import replace

from contactdays.cli.main import main
from contactdays.planner import Aim, Certificate, CertificateKind, certified, parse_b2bsp, write_plan, write_problem
from tests.planner.known_week import PLAN, PROBLEM
from tests.planner.test_b2bsp_files import EVENT
from tests.planner.test_b2bsp_files import PLAN as EVENT_PLAN


def test_certificates_are_told_with_their_kinds(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write_problem(PROBLEM, "problem.json")
    write_plan(certified(PROBLEM, PLAN, bound=13, breaks_bound=0), "plan.json")

    assert main(["check", "problem.json", "plan.json"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "No plan of this problem is worth more than 13: verified here by adding up 0 prices (lp-dual).",
        "These meetings cannot be held with fewer breaks than 0: nothing to verify (drup).",
        "accepted activities=5 value=12 bound=13 bound_by=lp-dual breaks_bound=0 breaks_bound_by=drup",
    ]


def test_a_claim_is_called_one_and_a_forged_certificate_is_rejected(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write_problem(PROBLEM, "problem.json")
    claim = Certificate(CertificateKind.SOLVER_CLAIM, Aim.VALUE, 12)
    write_plan(replace(PLAN, bound_certificate=claim), "claim.json")
    write_plan(replace(PLAN, bound_certificate=replace(claim, kind=CertificateKind.LP_DUAL)), "forged.json")

    assert [main(["check", "problem.json", name]) for name in ("claim.json", "forged.json")] == [0, 1]
    assert capsys.readouterr().out.splitlines() == [
        "No plan of this problem is worth more than 12: a solver's claim, not verified here (solver-claim).",
        "accepted activities=5 value=12 bound=12 bound_by=solver-claim",
        "wrong_certificate aim=value bound=12 kind=lp-dual shown=13",
    ]


def test_plans_of_b2bsp_files_are_checked_in_their_numbers(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "event.dzn").write_text(EVENT, encoding="utf-8")
    event = parse_b2bsp(EVENT)
    write_plan(certified(event, EVENT_PLAN, breaks_bound=1), "plan.json", event)

    assert main(["check", "event.dzn", "plan.json"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "accepted activities=3 value=3 breaks_bound=1 breaks_bound_by=drup"
    assert told[0].startswith("These meetings cannot be held with fewer breaks than 1: verified here, a refutation of ")
