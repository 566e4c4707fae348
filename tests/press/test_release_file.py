"""A release as a file: there and back, and everything that can be wrong with one."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.core.text import LANGUAGES
from contactdays.press.markdown import paragraphs_of
from contactdays.press.markdown.blocks import Words
from contactdays.press.release_file import Finding, UnreadableRelease, read_release, tidy_body, write_release
from contactdays.press.release_file.parts import ISSUER, QUOTE, RELEASE, SPOKESPERSON
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText
from contactdays.press.wording import FINDINGS, lines
from tests.factories import make_text

WHOLE = """\
+++
code = "announcement"
lang = "nl"
title = "Alle posthoofden vijf dagen samen"
date = 2026-02-02
place = "Brussel"
theme = "Veerkracht"
embargo = 2026-02-02T08:30:00+01:00
site = "pers.example"

[issuer]
name = "Dienst Pers en Communicatie"
street = "Voorbeeldstraat 15"
postal_city = "1000 Brussel"
country = "België"
phone = "+32 2 000 00 00"
url = "pers.example"

[[spokespersons]]
name = "Femke Oosterlynck"
role = "woordvoerder"
phone = "+32 2 000 00 02"
mobile = "+32 400 00 00 02"
email = "femke.oosterlynck@pers.example"

[[quotes]]
after_paragraph = 2
text = \"\"\"
Wie goed luistert, merkt het eerder.

Daarom zijn wij hier.\"\"\"
speaker = "Marieke Voorbeeld, minister"
+++

De eerste alinea is de *lead*.

## Programma

Een tweede alinea.

Een slotalinea met een [site](https://pers.example/).
"""
EMBARGO = datetime(2026, 2, 2, 8, 30, tzinfo=timezone(timedelta(hours=1)))
PEOPLE = WHOLE[WHOLE.index("[[spokespersons]]") : WHOLE.index("[[quotes]]")]


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1, old
    return WHOLE.replace(old, new)


def found(source: str | bytes) -> list[tuple]:
    """Line, part, what and with which values: all that is wrong with ``source``."""
    with pytest.raises(UnreadableRelease) as refused:
        read_release(source.encode() if isinstance(source, str) else source, name="a.md")
    return [(each.line, each.key, each.code, each.values) for each in refused.value.findings]


def test_a_file_is_read():
    assert read_release(WHOLE.encode(), name="a.md") == make_text(embargo=EMBARGO)


@pytest.mark.parametrize(
    "source",
    [
        WHOLE.encode("utf-8-sig"),
        WHOLE.replace("\n", "\r\n").encode(),
        WHOLE.replace("+++\n", "+++ \t\n").encode(),
        WHOLE.replace("2026-02-02T08:30:00+01:00", '"2026-02-02T08:30:00+01:00"').encode(),
        WHOLE.replace("2026-02-02\n", '"2026-02-02"\n').encode(),
        WHOLE.replace('"Brussel"', '" Brussel "').encode(),
        WHOLE.replace("+++\n\n", "+++\n\n \n\n").encode() + b"\n\n",
    ],
    ids=["BOM", "CRLF", "space after the fence", "instant in a text", "date in a text", "spaces", "blank lines"],
)
def test_what_editors_do_to_a_file_changes_nothing(source):
    assert read_release(source, name="a.md") == make_text(embargo=EMBARGO)


def test_what_may_be_left_out_may_be_left_out():
    least = WHOLE[: WHOLE.index("[[quotes]]")] + WHOLE[WHOLE.rindex("+++") :]
    for line in (
        "embargo = 2026-02-02T08:30:00+01:00\n",
        'phone = "+32 2 000 00 02"\n',
        'mobile = "+32 400 00 00 02"\n',
    ):
        least = least.replace(line, "")
    contact = replace(make_text().spokespersons[0], phone="", mobile="")
    assert read_release(least.encode(), name="a.md") == make_text(quotes=(), spokespersons=(contact,))


def test_marks_of_direction_are_harmless_and_stay():
    text = make_text(title="\u200fשלום\u200e")
    assert read_release(write_release(text).encode(), name="a.md") == text


BROKEN = {
    "nothing": ("", [(1, "", "no_head", {"fence": "+++"})]),
    "no head": ("A release", [(1, "", "no_head", {"fence": "+++"})]),
    "a YAML head": (WHOLE.replace("+++", "---"), [(1, "", "no_head", {"fence": "+++"})]),
    "a blank line first": ("\n" + WHOLE, [(1, "", "no_head", {"fence": "+++"})]),
    "no end of the head": ("+++\ncode = 1\n", [(1, "", "no_end_of_head", {"fence": "+++"})]),
    "not UTF-8": (changed('Brussel"\nt', 'Br\u00fcssel"\nt').encode("latin-1"), [(6, "", "not_utf8", {"byte": "FC"})]),
    "UTF-16": (WHOLE.encode("utf-16"), [(1, "", "not_utf8", {"byte": "FF"})]),
    "too large": (WHOLE + "x" * 1_000_000, [(1, "", "file_too_large", {"limit": 1000})]),
    "head too large": (changed("[issuer]", "#" * 100_000 + "\n[issuer]"), [(1, "", "head_too_large", {"limit": 100})]),
    "body too large": (WHOLE + "é" * 100_000, [(34, "body", "body_too_large", {"size": 201, "limit": 200})]),
    "syntax": (changed('"Brussel"', "Brussel"), [(6, "", "syntax", {"reason": "Invalid value"})]),
    "a text without end": (
        changed('"Brussel"', '"Brussel'),
        [(6, "", "syntax", {"reason": "Illegal character '\\n'"})],
    ),
    "brackets without end": ("+++\na = " + "[" * 9000 + "\n+++\n", [(2, "", "too_deep", {})]),
    "dots without end": ("+++\n" + "a." * 9000 + "a = 1\n+++\n", [(2, "", "too_deep", {})]),
    "a number without end": ("+++\na = " + "9" * 9000 + "\n+++\n", [(2, "", "syntax", {"reason": "Invalid number"})]),
    "a key twice": (
        changed('place = "Brussel"', 'place = "A"\nplace = "B"'),
        [(7, "place", "key_twice", {"first": 6})],
    ),
    "a key twice in a table": (
        changed("[[spokespersons]]", 'name = "Other"\n[[spokespersons]]'),
        [(19, "issuer.name", "key_twice", {"first": 12})],
    ),
    "a table twice": (
        changed("[[spokespersons]]", "[issuer]\n[[spokespersons]]"),
        [(19, "issuer", "key_twice", {"first": 11})],
    ),
    "an unknown key": (
        changed("place =", "titel = 1\nplace ="),
        [(6, "titel", "unknown_key", {"name": "titel", "near": "title"})],
    ),
    "an unknown key of a member": (
        changed("role =", "colour = 1\nrole ="),
        [
            (
                21,
                "spokespersons[1].colour",
                "unknown_key_of",
                {"name": "colour", "known": "name, role, phone, mobile, email"},
            )
        ],
    ),
    "a key in the wrong table": (
        changed("after_paragraph", 'site = "a.example"\nafter_paragraph'),
        [(27, "quotes[1].site", "misplaced", {"name": "site"})],
    ),
    "a missing part": (changed('title = "Alle posthoofden vijf dagen samen"\n', ""), [(1, "title", "missing", {})]),
    "a missing part of the issuer": (
        changed('street = "Voorbeeldstraat 15"\n', ""),
        [(11, "issuer.street", "missing", {})],
    ),
    "no issuer": (
        WHOLE[: WHOLE.index("[issuer]")] + WHOLE[WHOLE.index("[[spokespersons]]") :],
        [(1, "issuer", "table_missing", {})],
    ),
    "two issuers": (changed("[issuer]", "[[issuer]]"), [(11, "issuer", "not_a_table", {"name": "issuer"})]),
    "an issuer of words": (
        WHOLE[: WHOLE.index("[issuer]")] + 'issuer = "Dienst"\n' + WHOLE[WHOLE.index("[[spokespersons]]") :],
        [(11, "issuer", "not_a_table", {"name": "issuer"})],
    ),
    "no spokesperson": (WHOLE.replace(PEOPLE, ""), [(1, "spokespersons", "nobody", {})]),
    "a spokesperson that is no list": (
        changed("[[spokespersons]]", "[spokespersons]"),
        [(19, "spokespersons", "not_a_list", {"name": "spokespersons"})],
    ),
    "a spokesperson out of reach": (
        WHOLE.replace(PEOPLE, PEOPLE + '[[spokespersons]]\nname = "A"\nrole = "b"\nphone = ""\n'),
        [(26, "spokespersons[2]", "no_way", {})],
    ),
    "too many": (
        changed("[[quotes]]", '[[spokespersons]]\nname = "A"\n' * 50 + "[[quotes]]"),
        [(19, "spokespersons", "too_many", {"count": 51, "limit": 50})],
    ),
    "a number for a text": (changed('"Brussel"', "1000"), [(6, "place", "wrong_type", {"expected": "text"})]),
    "a text for a number": (
        changed("after_paragraph = 2", 'after_paragraph = "2"'),
        [(27, "quotes[1].after_paragraph", "wrong_type", {"expected": "number"})],
    ),
    "true for a number": (
        changed("after_paragraph = 2", "after_paragraph = true"),
        [(27, "quotes[1].after_paragraph", "wrong_type", {"expected": "number"})],
    ),
    "30 February": (changed("2026-02-02\n", "2026-02-30\n"), [(5, "date", "no_such_date", {"value": "2026-02-30"})]),
    "30 February in a text": (
        changed("2026-02-02\n", '"2026-02-30"\n'),
        [(5, "date", "no_such_date", {"value": "2026-02-30"})],
    ),
    "a date in words": (
        changed("2026-02-02\n", '"2 februari 2026"\n'),
        [(5, "date", "not_a_date", {"value": "2 februari 2026"})],
    ),
    "an instant for a date": (
        changed("2026-02-02\n", "2026-02-02T08:30:00Z\n"),
        [(5, "date", "wrong_type", {"expected": "date"})],
    ),
    "a date far away": (
        changed("2026-02-02\n", "0206-02-02\n"),
        [(5, "date", "far_year", {"year": 206, "first": 1900, "last": 2199})],
    ),
    "a date for an instant": (
        changed("2026-02-02T08:30:00+01:00", "2026-02-02"),
        [(8, "embargo", "wrong_type", {"expected": "instant"})],
    ),
    "an instant without offset": (
        changed("2026-02-02T08:30:00+01:00", "2026-02-02T08:30:00"),
        [(8, "embargo", "no_offset", {"value": "2026-02-02T08:30:00"})],
    ),
    "an instant without offset in a text": (
        changed("2026-02-02T08:30:00+01:00", '"2026-02-02T08:30:00"'),
        [(8, "embargo", "no_offset", {"value": "2026-02-02T08:30:00"})],
    ),
    "25 o'clock": (
        changed("2026-02-02T08:30:00+01:00", '"2026-02-02T25:30:00+01:00"'),
        [(8, "embargo", "no_such_date", {"value": "2026-02-02T25:30:00+01:00"})],
    ),
    "an unknown language": (
        changed('lang = "nl"', 'lang = "es"'),
        [(3, "lang", "bad_language", {"value": "es", "allowed": "nl, fr, de, en"})],
    ),
    "a code with a slash": (changed('"announcement"', '"a/b"'), [(2, "code", "bad_code", {"value": "a/b"})]),
    "a blank text": (changed('"Brussel"', '"  "'), [(6, "place", "blank", {})]),
    "an empty text": (changed('"Brussel"', '""'), [(6, "place", "blank", {})]),
    "a line feed": (changed('"Brussel"', '"Brus\\nsel"'), [(6, "place", "line_break", {})]),
    "a tab": (changed('"Brussel"', '"Brus\\tsel"'), [(6, "place", "unseen", {"character": "U+0009"})]),
    "a nul": (changed('"Brussel"', '"Brus\\u0000sel"'), [(6, "place", "unseen", {"character": "U+0000"})]),
    "a separator": (changed('"Brussel"', '"Brus\\u2028sel"'), [(6, "place", "unseen", {"character": "U+2028"})]),
    "an override": (
        changed('"Veerkracht"', '"Veer\u202ekracht"'),
        [(7, "", "unseen", {"character": "U+202E"})],
    ),
    "an override in the body": (
        changed("Een tweede", "Een \u202etweede"),
        [(39, "body", "unseen", {"character": "U+202E"})],
    ),
    "a title too long": (
        changed('"Alle posthoofden vijf dagen samen"', '"' + "x" * 301 + '"'),
        [(4, "title", "too_long", {"length": 301, "limit": 300})],
    ),
    "a line too long": (
        changed('"Brussel"', '"' + "x" * 201 + '"'),
        [(6, "place", "too_long", {"length": 201, "limit": 200})],
    ),
    "a paragraph that is not there": (
        changed("after_paragraph = 2", "after_paragraph = 4"),
        [(27, "quotes[1].after_paragraph", "no_such_paragraph", {"value": 4, "last": 3})],
    ),
    "a paragraph before the first": (
        changed("after_paragraph = 2", "after_paragraph = -1"),
        [(27, "quotes[1].after_paragraph", "no_such_paragraph", {"value": -1, "last": 3})],
    ),
    "a bad e-mail address": (
        changed("femke.oosterlynck@pers.example", "femke@"),
        [(24, "spokespersons[1].email", "bad_email", {"value": "femke@"})],
    ),
    "a bad telephone number": (
        changed("+32 400 00 00 02", "ask me"),
        [(23, "spokespersons[1].mobile", "bad_phone", {"value": "ask me"})],
    ),
    "a telephone number without digits": (
        changed("+32 400 00 00 02", "0-( )"),
        [(23, "spokespersons[1].mobile", "bad_phone", {"value": "0-( )"})],
    ),
    "a script for an address": (
        changed('url = "pers.example"', 'url = "javascript:alert(1)"'),
        [(17, "issuer.url", "bad_address", {"value": "javascript:alert(1)"})],
    ),
    "no body": (WHOLE[: WHOLE.rindex("+++") + 4], [(34, "body", "no_body", {})]),
    "no lead": (
        WHOLE[: WHOLE.index("[[quotes]]")] + "+++\n- a list\n",
        [(27, "body", "no_lead", {})],
    ),
    "several things": (
        changed("2026-02-02\n", "2026-13-02\n").replace('"nl"', '"es"').replace("T08:30:00+01:00", "T08:61:00Z"),
        [
            (3, "lang", "bad_language", {"value": "es", "allowed": "nl, fr, de, en"}),
            (5, "date", "no_such_date", {"value": "2026-13-02"}),
            (8, "embargo", "no_such_date", {"value": "2026-02-02T08:61:00Z"}),
        ],
    ),
}


@pytest.mark.parametrize(("source", "wrong"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_the_line_the_part_and_the_reason(source, wrong):
    assert found(source) == wrong


def test_every_reason_is_met_above():
    met = {code for _, wrong in BROKEN.values() for _, _, code, _ in wrong}
    assert met == set(FINDINGS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_in_every_language(language):
    findings = [Finding(*each) for _, wrong in BROKEN.values() for each in wrong]
    with translation.override(language):
        said = [line for each in findings for line in lines(UnreadableRelease("a.md", [each]))]
    assert all(line.startswith("a.md:") and "%(" not in line and line.endswith(".") for line in said)
    with translation.override("en"):
        english = [line for each in findings for line in lines(UnreadableRelease("a.md", [each]))]
    assert set(said) & set(english) == (set(english) if language == "en" else set())


def test_fifty_findings_are_told_and_the_rest_counted():
    source = "+++\n" + "\n".join(f"zz{number} = 1" for number in range(70)) + "\n+++\n"
    with pytest.raises(UnreadableRelease) as refused, translation.override("en"):
        read_release(source.encode(), name="a.md")
    with translation.override("en"):
        *_, last = lines(refused.value)
    assert (len(refused.value.findings), last) == (50, "30 more are not listed.")


def test_a_finding_names_file_line_part_what_is_wrong_and_what_to_do():
    with pytest.raises(UnreadableRelease) as refused:
        read_release(changed("2026-02-02\n", "2026-02-30\n").encode(), name="in/a.md")
    with translation.override("en"):
        assert list(lines(refused.value)) == ["in/a.md:5: date: There is no date “2026-02-30”. Correct it."]


def test_a_release_is_written_as_the_reference_shows_it():
    expected = WHOLE.replace("2026-02-02T08:30:00+01:00", "2026-02-02 08:30:00+01:00")
    assert write_release(make_text(embargo=EMBARGO)) == expected


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Co", "Cn"])
WORDS = st.text(LETTERS, min_size=1, max_size=30)
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PROSE = st.lists(LINE | st.just("+++") | st.just('"""') | st.just(""), min_size=1, max_size=4).map("\n".join)
PHONE = st.integers(100, 10**12).map("+{}".format)
SITE = st.sampled_from(["pers.example", "https://pers.example/a?b=c", "bücher.example"])
CODE = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", fullmatch=True, alphabet=st.characters(max_codepoint=127))
OFFSET = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANT = st.datetimes(datetime(1901, 1, 1), datetime(2198, 1, 1), timezones=st.just(UTC) | OFFSET)  # noqa: DTZ001
CONTACT = st.builds(Contact, LINE, LINE, PHONE, st.just("") | PHONE, st.sampled_from(["", "a.b@pers.example"]))
BODY = st.lists(PROSE, max_size=4).map(lambda parts: tidy_body("\n\n".join(["Lead.", *parts])))


@st.composite
def texts(draw: st.DrawFn) -> ReleaseText:
    body = draw(BODY)
    after = st.integers(0, len(paragraphs_of(body)))
    quote = st.builds(Quote, after, PROSE.map(str.strip).filter(bool), LINE)
    return ReleaseText(
        code=draw(CODE),
        lang=draw(st.sampled_from(LANGUAGES)),
        title=draw(LINE),
        date=draw(st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        place=draw(LINE),
        theme=draw(LINE),
        site=draw(SITE),
        issuer=draw(st.builds(Issuer, LINE, LINE, LINE, LINE, PHONE, SITE)),
        spokespersons=tuple(draw(st.lists(CONTACT, min_size=1, max_size=3))),
        body=body,
        quotes=tuple(draw(st.lists(quote, max_size=3))),
        embargo=draw(st.none() | INSTANT),
    )


@settings(max_examples=150, deadline=None, database=None)
@given(texts())
def test_there_and_back_nothing_changes(text):
    written = write_release(text)
    again = read_release(written.encode(), name="a.md")
    assert again == text
    assert json.dumps(write_release(again)) == json.dumps(written)


def test_the_example_of_the_reference_is_a_release():
    reference = (Path(__file__).parents[2] / "docs/reference/release-file.md").read_text()
    example = reference.split("```text\n")[1].split("```")[0]
    text = read_release(example.encode(), name="release-file.md")
    assert text == make_text(embargo=EMBARGO, body=tidy_body(text.body))
    second = paragraphs_of(text.body)[1].inside[0]
    assert isinstance(second, Words) and second.text.startswith("Op maandag")


def test_the_reference_names_every_part():
    reference = (Path(__file__).parents[2] / "docs/reference/release-file.md").read_text()
    parts = [name for table in (RELEASE, ISSUER, SPOKESPERSON, QUOTE) for name in table.checks]
    assert [name for name in parts if f"`{name}`" not in reference] == []
