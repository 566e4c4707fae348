"""What Markdown becomes, and what it never becomes."""

import pytest

from contactdays.press.markdown import blocks_of, lead_of, parts_of, plain, to_html
from contactdays.press.markdown.blocks import (
    Break,
    Emphasis,
    Heading,
    Items,
    Link,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Words,
)
from contactdays.press.quoting import quoted
from contactdays.press.release_text import Quote
from tests.factories import make_text

EVERYTHING = """A *soft* **strong [site](https://pers.example/?a=1&b=2)**
line\\
broken

# Title

### Deeper

- one
- two

  3. three

> said
>
> # loud

***
"""
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "block": "<div onclick=alert(1)>\n\n<style>*{}</style>\n\n</div>",
    "javascript": "[a](javascript:alert(1))",
    "javascript in capitals": "[a](JaVaScRiPt:alert(1))",
    "javascript by reference": "[a](&#106;avascript&colon;alert(1))",
    "javascript with a tab": "[a](java&#9;script:alert(1))",
    "javascript with a control": "[a](<&#1;javascript:alert(1)>)",
    "javascript in an automatic link": "<javascript:alert(1)>",
    "javascript in a definition": "[a]\n\n[a]: javascript:alert(1)",
    "javascript in percents": "[a](javascript%3Aalert(1))",
    "data": "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript": "[a](vbscript:x)",
    "without scheme": "[a](//evil.example/) [b](/path) [c](?q)",
    "quote in an address": '[a](https://evil.example/"onmouseover="alert(1))',
    "remote picture": "![pixel](https://evil.example/p.png)",
    "picture in a link": "[![pixel](https://evil.example/p.png)](javascript:alert(1))",
    "override": "a\u202eb &#x202e;c",
    "formula": '=HYPERLINK("https://evil.example")',
    "line feeds": "a\r\nSet-Cookie: b &#13;&#10;c",
    "separator": "a\u2028b &#x2028;c",
}


def html(body: str) -> str:
    return to_html(make_text(body=body, quotes=()))


def test_everything_a_release_may_hold_becomes_values():
    strong = Strong((Words("strong "), Link("https://pers.example/?a=1&b=2", (Words("site"),))))
    first = (Words("A "), Emphasis((Words("soft"),)), Words(" "), strong, Words(" line"), Break(), Words("broken"))
    three = Items(3, ((Paragraph((Words("three"),)),),))
    assert blocks_of(EVERYTHING) == (
        Paragraph(first),
        Heading(2, (Words("Title"),)),
        Heading(3, (Words("Deeper"),)),
        Items(None, ((Paragraph((Words("one"),)),), (Paragraph((Words("two"),)), three))),
        Quotation((Paragraph((Words("said"),)), Paragraph((Strong((Words("loud"),)),)))),
        Rule(),
    )


def test_everything_becomes_html():
    assert html(EVERYTHING) == (
        '<p>A <em>soft</em> <strong>strong <a href="https://pers.example/?a=1&amp;b=2" rel="noreferrer">site</a>'
        "</strong> line<br>broken</p>\n<h2>Title</h2>\n<h3>Deeper</h3>\n"
        '<ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>\n'
        "<blockquote><p>said</p>\n<p><strong>loud</strong></p></blockquote>\n<hr>"
    )


def test_everything_becomes_words():
    assert plain(EVERYTHING) == "A soft strong site line\nbroken\n\nTitle\n\nDeeper\n\none\ntwo\nthree\n\nsaid\nloud"
    assert lead_of(EVERYTHING) == "A soft strong site line broken"
    assert (lead_of("- a list\n"), plain("")) == ("", "")


@pytest.mark.parametrize(
    ("body", "levels"),
    [("# a\n## b\n### c", [2, 3, 3]), ("## a\n### b", [2, 3]), ("###### a", [2]), ("### a\n# b\n### c", [2, 2, 3])],
)
def test_headings_begin_below_the_title(body, levels):
    assert [block.level for block in blocks_of(body)] == levels


def test_code_is_what_it_says():
    assert plain("`*a*`\n\n```\n<b>\n```\n\n    deep") == "*a*\n\n<b>\n\ndeep"


def test_a_picture_is_its_alternative_text():
    assert html("![two *towers*](https://evil.example/p.png)") == "<p>two towers</p>"


@pytest.mark.parametrize("scheme", ["http://a.example/", "https://a.example/", "mailto:a@b.example", "tel:+3220000000"])
def test_links_lead_to_the_web_mail_and_telephone(scheme):
    assert html(f"[a]({scheme})") == f'<p><a href="{scheme}" rel="noreferrer">a</a></p>'


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(body):
    made = html(body)
    tags = {tag.split()[0].strip("</>") for tag in made.split("<")[1:] for tag in [tag.split(">")[0]]}
    links = [part.split('"')[1] for part in made.split("<a ")[1:]]
    assert tags <= {"p", "a"}
    assert all(link.startswith("https://evil.example/") and set(link).isdisjoint("\"'<> ") for link in links)
    assert set(made + plain(body) + lead_of(body)).isdisjoint("\r\u202e\u2028\x01\t")


def test_what_the_first_wall_lets_by_the_second_stops(monkeypatch):
    monkeypatch.setattr("contactdays.press.markdown.html.escape", lambda words: words)
    assert html("<script>alert(1)</script>safe") == "<p>safe</p>"


@pytest.mark.parametrize("mark", ["[", "*", "![", "_*", "`", "[a](", "<", "&#x202e;", "&", "\\"])
def test_ten_thousand_marks_are_read_like_any_other(mark):
    assert "end" in plain(mark * (10_000 // len(mark)) + "end")


@pytest.mark.parametrize("mark", [">", "- ", "1. "])
def test_what_is_nested_deeper_than_anyone_writes_is_left_out(mark):
    assert (plain(mark * 5 + "end"), blocks_of(mark * 5_000 + "end")) == ("end", ())


@pytest.mark.parametrize(
    ("before", "after"), [("*a ", "a*"), ("**a ", "a**"), ("_a ", " a_"), ("*a **b ", "b** a*"), ("![", "](x)")]
)
def test_marks_in_their_like_add_nothing_however_many(before, after):
    made = html(before * 2_000 + "end" + after * 2_000)
    assert "end" in made
    assert (made.count("<em>") <= 2, made.count("<strong>") <= 2) == (True, True)


def test_quotations_stand_after_their_paragraph():
    quotes = (
        Quote(0, "Before", "A"),
        Quote(2, "One.\n\nTwo.", "Marieke Voorbeeld, minister"),
        Quote(2, "Three.", "B"),
        Quote(9, "End", "C"),
    )
    body = "- list\n\nLead.\n\n## Head\n\nSecond.\n\n> Third is no paragraph.\n\nFourth."
    parts = parts_of(make_text(body=body, quotes=quotes, theme="“Near”"))
    assert (parts.before_html, parts.lead_html, parts.theme) == (
        "<blockquote><p>“Before”</p><cite><b>A</b></cite></blockquote>\n<ul><li>list</li></ul>",
        "Lead.",
        "“Near”",
    )
    assert parts.body_html == (
        "<h2>Head</h2>\n<p>Second.</p>\n"
        "<blockquote><p>“One.</p><p>Two.”</p><cite><b>Marieke Voorbeeld</b>, minister</cite></blockquote>\n"
        "<blockquote><p>“Three.”</p><cite><b>B</b></cite></blockquote>\n"
        "<blockquote><p>Third is no paragraph.</p></blockquote>\n<p>Fourth.</p>\n"
        "<blockquote><p>“End”</p><cite><b>C</b></cite></blockquote>"
    )


def test_each_language_has_its_quotation_marks():
    text = "One.\n\nTwo."
    assert {language: quoted(text, language) for language in ("nl", "fr", "de", "en")} == {
        "nl": ("“One.", "Two.”"),
        "fr": ("«\u202fOne.", "Two.\u202f»"),
        "de": ("„One.", "Two.“"),
        "en": ("“One.", "“Two.”"),
    }


@pytest.mark.parametrize(
    "given", ["Word", "“Word”", "„Word“", "„Word”", "«\u00a0Word\u00a0»", "« Word »", '"Word"', " “Word” "]
)
def test_marks_are_never_doubled(given):
    assert quoted(given, "nl") == ("“Word”",)


@pytest.mark.parametrize("given", ["“A” and “B”", '"A" and "B"', "«A» et «B»", "“A"])
def test_marks_that_do_not_enclose_the_whole_stay(given):
    assert quoted(given, "nl") == (f"“{given}”",)


def test_marks_that_an_author_opened_again_are_taken_as_one_pair():
    assert quoted("“One.\n\n“Two.”", "de") == ("„One.", "Two.“")
