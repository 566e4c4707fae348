"""What the pages tell a reader to type works as it stands."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "tutorial" / "a-week-in-twenty-lines.md", *sorted((DOCS / "explanation" / "planner").glob("*.md"))]
EXAMPLES = {
    page: blocks for page in PAGES if (blocks := re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S))
}


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.stem)
def test_the_examples_on_a_page_run_one_after_the_other(page):
    names = {}
    for example in EXAMPLES[page]:
        exec(example, names)  # noqa: S102 our own page


def test_the_week_in_twenty_lines_comes_out_as_the_page_says(capsys):
    page = DOCS / "tutorial" / "a-week-in-twenty-lines.md"
    names = {}
    for example in EXAMPLES[page]:
        exec(example, names)  # noqa: S102 our own page
    told = capsys.readouterr().out.splitlines()
    assert len(EXAMPLES[page][0].strip().splitlines()) <= 20
    assert told[-2:] == ["15 of at most 15 - 0 breaks", "14 [('buyer A with builder', 'no_place_left')]"]
