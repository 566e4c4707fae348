"""What the planner may know of."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import contactdays.planner
import contactdays.planner.check

PLANNER = Path(contactdays.planner.__file__).parent
STANDARD = {*sys.stdlib_module_names}


def imported(module: Path) -> set[str]:
    """Names of the modules that ``module`` imports, relative ones with the package's own name before."""
    package = module.relative_to(PLANNER.parent.parent).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            found.add(".".join((*base, *filter(None, [node.module]))))
    return found


def foreign(names: set[str], *allowed: str) -> set[str]:
    return {
        name
        for name in names
        if name.split(".")[0] not in STANDARD
        and not any(name == each or name.startswith(f"{each}.") for each in allowed)
    }


def modules(*parts: str) -> list[Path]:
    return sorted(PLANNER.joinpath(*parts).rglob("*.py"))


def test_the_checker_knows_the_values_and_itself_alone():
    known = ("contactdays.planner.values", "contactdays.planner.check")
    assert {each.name: foreign(imported(each), *known) for each in modules("check")} == {
        each.name: set() for each in modules("check")
    }


def test_the_values_know_nothing_else():
    assert [foreign(imported(each), "contactdays.planner.values") for each in modules("values")] == [
        set() for _ in modules("values")
    ]


def test_the_search_does_not_know_the_checker():
    names = set().union(*(imported(each) for each in modules("search")))
    assert [each for each in names if "check" in each] == []


def test_a_search_claims_only_what_the_checker_counts_on_the_plan_too():
    names = set().union(*(imported(each) for each in PLANNER.glob("solv*.py")))
    assert {each for each in names if "check" in each} == {"contactdays.planner.check.objectives"}


def test_the_planner_needs_solvers_a_compiler_and_the_standard_library():
    names = set().union(*(imported(each) for each in modules()))
    known = {each.split(".")[0] for each in foreign(names, "contactdays.planner")}
    assert known <= {"highspy", "numba", "numpy", "pysat"}


@pytest.mark.parametrize("module", ["contactdays.planner", "contactdays.cli.main"])
def test_importing_brings_no_django(module):
    program = f"import sys, {module}; print([each for each in sys.modules if each.startswith('django')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("module", ["contactdays.planner", "contactdays.cli.main"])
def test_whoever_only_checks_needs_no_solver(module):
    program = f"import sys, {module}; print(sorted({{'highspy', 'numba', 'numpy', 'pysat'}} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
