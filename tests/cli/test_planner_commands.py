"""The planner's commands: what they print and how they end."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

import contactdays.planner
from contactdays.cli import searching
from contactdays.cli.main import main
from contactdays.cli.wording import SAYINGS
from contactdays.planner import (
    Aim,
    Certificate,
    CertificateKind,
    Progress,
    Request,
    Session,
    Wish,
    check,
    plan_schema,
    read_plan,
    write_plan,
    write_problem,
)
from tests.planner.known_week import PLAN, PROBLEM, party, plan_with, problem_with

SECONDS = re.compile(r" seconds=\d+\.\d$", re.MULTILINE)


def without_seconds(capsys):
    """The last line on standard output, less the time it took."""
    return SECONDS.sub("", capsys.readouterr().out.splitlines()[-1])


@pytest.fixture
def week(tmp_path, monkeypatch):
    """A folder to work in, with the known problem and plan in it."""
    monkeypatch.chdir(tmp_path)
    write_problem(PROBLEM, "problem.json")
    write_plan(PLAN, "plan.json")
    return tmp_path


def test_solve_writes_a_plan_that_check_accepts(week, capsys):
    assert main(["solve", "problem.json", "--out", "new.json"]) == 0
    assert without_seconds(capsys) == "status=optimal value=13 bound=13 breaks=0 moves=0"

    assert main(["check", "problem.json", "new.json"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "accepted activities=6 value=13 bound=13 bound_by=lp-dual"
    assert check(PROBLEM, read_plan("new.json")) == []


def test_solve_shows_its_progress_on_standard_error(week, capsys):
    main(["solve", "problem.json", "--out", "new.json", "--progress"])

    lines = capsys.readouterr().err.splitlines()
    assert [each.partition("]")[2].split() for each in (lines[0], lines[-1])] == [
        ["5", "%", "bound", "at", "most", "13"],
        ["100", "%", "rooms", "value", "13", "of", "at", "most", "13", "gap", "0", "0", "breaks"],
    ]


def test_check_names_what_is_broken_one_a_line(week, capsys):
    write_problem(problem_with(party("port", in_office=())), "problem.json")
    write_plan(plan_with(value=20), "plan.json")

    assert main(["check", "problem.json", "plan.json"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "vacancy activities=with port participants=port place=table 2 start=80 at=2026-02-02T00:20Z",
        "wrong_value claimed=20 value=12",
    ]


def test_musts_that_conflict_end_with_their_names(week, capsys):
    vacant = party("bank", in_office=())
    write_problem(problem_with(vacant, Request("with bank", ("embassy", "bank"), 15, 4, Wish.MUST)), "p.json")

    assert main(["solve", "p.json", "--out", "new.json"]) == 3
    told = capsys.readouterr()
    assert SECONDS.sub("", told.out) == "status=infeasible value=- bound=- breaks=- moves=-\n"
    assert told.err.splitlines() == [
        "p.json: no plan keeps every hard rule. Without any one of these there would be no conflict:",
        "with bank (embassy with bank) has to be held.",
    ]
    assert not (week / "new.json").exists()


def test_sessions_that_clash_end_with_their_violations(week, capsys):
    late = Session("late", 140, 160, None, ("embassy",))
    write_problem(problem_with(sessions=(PROBLEM.sessions[0], late)), "p.json")

    assert main(["solve", "p.json", "--out", "new.json"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "p.json: the fixed sessions break hard rules among themselves.",
        "double_booking activities=plenary,late participants=embassy start=140 at=2026-02-02T01:20Z",
    ]


def test_an_interrupt_ends_the_search_with_the_plan_so_far(week, capsys, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(searching, "apart", endless)
    monkeypatch.setattr(searching.Best, "hear", interrupted)

    assert main(["solve", "problem.json", "--out", "new.json"]) == 0
    assert without_seconds(capsys) == "status=feasible value=12 bound=13 breaks=1 moves=-"
    claim = Certificate(CertificateKind.SOLVER_CLAIM, Aim.VALUE, 13)
    assert (signal.getsignal(signal.SIGINT), read_plan("new.json")) == (before, replace(PLAN, bound_certificate=claim))


def interrupted(best, progress):
    """What a first press of the interrupt key does as soon as there is a plan."""
    best.reached = progress
    signal.raise_signal(signal.SIGINT)


def endless(problem, seed, proof, tell):
    """A search that has a plan and then does not come back."""
    tell(Progress("select", 12, 13, None, 0.5, breaks=1, plan=PLAN))
    time.sleep(600)


def test_time_and_memory_end_a_search_with_the_plan_so_far_or_with_none(week, capsys, monkeypatch):
    monkeypatch.setattr(searching, "apart", endless)
    assert main(["solve", "problem.json", "--out", "new.json", "--seconds", "2"]) == 0
    assert without_seconds(capsys) == "status=feasible value=12 bound=13 breaks=1 moves=-"

    monkeypatch.setattr(searching, "apart", planless)
    assert main(["solve", "problem.json", "--out", "none.json", "--seconds", "2"]) == 4
    assert main(["solve", "problem.json", "--out", "none.json", "--memory-mb", "500"]) == 4
    told = capsys.readouterr()
    assert SECONDS.sub("", told.out).splitlines() == ["status=unknown value=- bound=- breaks=- moves=-"] * 2
    assert told.err.splitlines() == [
        "problem.json: the time was over before a plan was found. Give more seconds, or a smaller problem.",
        "problem.json: the memory was used up before a plan was found. Give more, or a smaller problem.",
    ]
    assert not (week / "none.json").exists()


def planless(problem, seed, proof, tell):
    """A search that takes memory, if there is any limit to it, or does not come back."""
    if resource.getrlimit(resource.RLIMIT_DATA)[0] != resource.RLIM_INFINITY:
        bytearray(1 << 34)
    time.sleep(600)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "soon", "1e300"])
def test_limits_that_are_none_are_refused(text, week, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["solve", "problem.json", "--out", "new.json", f"--seconds={text}"])
    assert ended.value.code == 2
    assert "argument --seconds" in capsys.readouterr().err


REFUSED = {
    "nonsense": "bad.json: line 1, column 1: this is not JSON. Correct the file there, or write it again.",
    '{"format": "contactdays.problem", "version": 3}': (
        "bad.json: version: the version is not one this program reads. Write the file with version 1."
    ),
    '{"format": "contactdays.problem", "version": 1, "origin": "2026-02-01T23:00:00Z", "colour": 1}': (
        "bad.json: colour: there is no such field. Remove it, or correct its name."
    ),
    '{"format": "contactdays.problem", "version": 1, "origin": "2026-02-01T23:00:00Z", '
    '"requests": [{"id": "r", "participants": ["x", "y"], "duration": 5, "weight": 1, "wish": "if"}]}': (
        "bad.json: requests[0].wish: 'if' is none of want, must, never. Use one of those."
    ),
}


@pytest.mark.parametrize("text", REFUSED)
def test_bad_input_ends_with_the_file_the_place_and_what_to_do(text, week, capsys):
    (week / "bad.json").write_text(text, encoding="utf-8")

    codes = [main(["solve", "bad.json", "--out", "new.json"]), main(["check", "bad.json", "plan.json"])]

    assert (codes, capsys.readouterr().err.splitlines()) == ([2, 2], [REFUSED[text]] * 2)


def test_a_file_that_is_not_there_is_named_once(week, capsys):
    assert main(["check", "problem.json", "none.json"]) == 2
    assert capsys.readouterr().err == (
        "none.json: the file cannot be read (No such file or directory). Check the path and your rights on it.\n"
    )


def test_a_plan_that_cannot_be_written_is_said(week, capsys):
    assert main(["solve", "problem.json", "--out", "none/plan.json"]) == 2
    assert capsys.readouterr().err == (
        "none/plan.json: the plan cannot be written (No such file or directory). Give another path.\n"
    )


def test_a_plan_is_not_written_over_what_it_is_planned_from(week, capsys):
    before = (week / "problem.json").read_bytes()
    assert main(["solve", "problem.json", "--out", "./problem.json"]) == 2
    told = capsys.readouterr()
    assert told.err == ("problem.json: the plan would be written over it (./problem.json). Give another path.\n")
    assert SECONDS.sub("", told.out) == "status=unknown value=- bound=- breaks=- moves=-\n"
    assert (week / "problem.json").read_bytes() == before


def test_every_code_that_input_can_be_refused_with_has_its_words():
    planner = Path(contactdays.planner.__file__).parent
    sources = [*planner.rglob("*.py"), *planner.with_name("cli").glob("*.py")]
    text = "\n".join(each.read_text(encoding="utf-8") for each in sources)
    raised = r"raise (?:InvalidProblem|InvalidPlan|InvalidChange|InvalidInput|(?:[a-z_]+\.)*error)\("
    codes = set(re.findall(raised + r'\s*"([a-z_0-9]+)"', text))
    assert codes == set(SAYINGS)


def test_schema_prints_the_schema(capsys):
    assert main(["schema", "plan"]) == 0
    assert json.loads(capsys.readouterr().out) == plan_schema()


def test_version_is_the_distribution_s(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert (end.value.code, capsys.readouterr().out) == (0, f"contactdays {version('contactdays')}\n")


def test_solve_and_check_bring_no_django(week):
    program = (
        "import sys; from contactdays.cli.main import main;"
        "codes = [main(['solve', 'problem.json', '--out', 'n.json']), main(['check', 'problem.json', 'n.json'])];"
        "print(codes, [each for each in sys.modules if each.startswith('django')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[0, 0] []"


def test_manage_without_django_says_what_to_install(week):
    program = (
        "import sys; sys.modules['django'] = None; from contactdays.cli.main import main;"
        "sys.exit(main(['manage', 'check']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        2,
        "contactdays manage needs Django. Install contactdays[web].\n",
    )


def test_manage_hands_over_to_django(capsys):
    assert main(["manage", "help", "--commands"]) == 0
    assert "migrate" in capsys.readouterr().out.split()


def test_a_reader_that_goes_away_is_no_error(week):
    write_plan(plan_with(without=PLAN.assignments, value=0), "plan.json")
    program = "import sys; from contactdays.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "check", "problem.json", "plan.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (1, b"")


def test_a_command_that_answers_for_the_key_says_that_it_is_missing():
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CONTACTDAYS_")}
    program = "import sys; from contactdays.cli.main import main; sys.exit(main(['manage', 'check']))"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "contactdays manage: Set CONTACTDAYS_SECRET_KEY to 50 or more random characters.\n",
    )


def test_bench_plans_and_checks_many_files_and_counts_what_is_proven(week, capsys):
    vacant = party("bank", in_office=())
    write_problem(problem_with(vacant, Request("with bank", ("embassy", "bank"), 15, 4, Wish.MUST)), "stuck.json")
    (week / "bad.json").write_text("nonsense", encoding="utf-8")

    assert main(["bench", "problem.json", "stuck.json"]) == 0
    assert [SECONDS.sub("", each) for each in capsys.readouterr().out.splitlines()] == [
        "problem.json: status=optimal value=13 bound=13 breaks=0 moves=0",
        "stuck.json: status=infeasible value=- bound=- breaks=- moves=-",
        "files=2 optimal=1 feasible=0 infeasible=1 unknown=0",
    ]

    assert main(["bench", "bad.json", "problem.json"]) == 2
    told = capsys.readouterr()
    assert told.out.splitlines()[0].startswith("problem.json: status=optimal")
    assert told.err.splitlines() == [REFUSED["nonsense"]]
