"""Style, fonts and pictures: under names that change with their contents, for ever; under their own, asked again."""

import re

import pytest
from django.templatetags.static import static

from contactdays.web.parts.shelf import HashedNames, shelf, with_hashed_references

HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


def test_page_asks_for_hashed_names_only_and_all_of_them_are_there(client, week):
    page = client.get("/nl/week-2026/programme/").content.decode()
    addresses = set(re.findall(r'"(/static/[^"]+)"', page))
    assert addresses
    assert {address for address in addresses if not HASHED.search(address)} == set()
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_hashed_name_is_kept_for_ever_and_its_own_name_is_not(client):
    hashed, own = client.get(static("base.css")), client.get("/static/base.css")
    assert hashed.content == own.content
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert own.headers["Cache-Control"] == "public, no-cache"
    assert hashed.headers["Content-Type"] == "text/css; charset=utf-8"
    assert hashed.headers["X-Content-Type-Options"] == "nosniff"


def test_fonts_that_style_sheets_name_are_those_that_pages_load_ahead(client):
    style = client.get(static("tokens.css")).content.decode()
    named = {f"/static/{name}" for name in re.findall(r"url\(([^)]+)\)", style)}
    assert static("fonts/source-latin.woff2") in named
    assert {address: client.get(address).headers["Content-Type"] for address in named} == dict.fromkeys(
        named, "font/woff2"
    )


def test_style_sheet_that_refers_to_nothing_is_refused():
    with pytest.raises(ValueError, match=r"a\.css refers to fonts/lost\.woff2"):
        with_hashed_references("a.css", b"src:url(fonts/lost.woff2)", {})


def test_references_are_read_from_the_folder_of_the_style_sheet():
    hashed = {"fonts/a.woff2": "fonts/a.123.woff2", "css/b.png": "css/b.456.png"}
    content = with_hashed_references("css/a.css", b"url(../fonts/a.woff2) url(b.png) url(data:x)", hashed)
    assert content == b"url(../fonts/a.123.woff2) url(b.456.png) url(data:x)"


def test_template_that_names_no_file_is_told_so():
    with pytest.raises(ValueError, match=r"no static file lost\.css"):
        HashedNames().url("lost.css")


@pytest.mark.parametrize("path", ["/static/", "/static/lost.css", "/static/../settings.py", "/static/%2e%2e/urls.py"])
def test_nothing_else_is_below_the_static_address(client, db, path):
    assert client.get(path).status_code == 404


def test_every_file_stands_under_both_names():
    assert set(shelf().files) == set(shelf().hashed) | set(shelf().hashed.values())
