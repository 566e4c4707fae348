"""Sending the same bytes to everyone: codings, validators, and nothing twice."""

import gzip

import pytest

from contactdays.web.parts.packing import accepts_gzip, answer, pack

PAGE = pack(b"<p>a public page</p>" * 50, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("accepted", "admitted"),
    [
        ("gzip, deflate, br", True),
        ("br, gzip;q=0.5", True),
        ("GZIP", True),
        ("*", True),
        ("*;q=0.1, br", True),
        ("gzip;q=0", False),
        ("gzip;q=0, *", False),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=much", False),
        ("", False),
    ],
)
def test_gzip_is_sent_to_those_who_accept_it(accepted, admitted):
    assert accepts_gzip(accepted) is admitted


def test_answer_is_the_same_content_in_both_codings(rf):
    zipped = answer(rf.get("/", headers={"Accept-Encoding": "gzip"}), PAGE, {"Cache-Control": "public"})
    plain = answer(rf.get("/"), PAGE, {"Cache-Control": "public"})
    assert gzip.decompress(zipped.content) == plain.content == PAGE.plain
    assert dict(zipped.headers) == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(zipped.content)),
        "Content-Encoding": "gzip",
        "Cache-Control": "public",
        "ETag": PAGE.etag,
        "Vary": "Accept-Encoding",
    }
    assert dict(plain.headers) == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(PAGE.plain)),
        "Cache-Control": "public",
        "ETag": PAGE.etag,
        "Vary": "Accept-Encoding",
    }


@pytest.mark.parametrize("known", [PAGE.etag, PAGE.etag.removeprefix("W/"), f'"other", {PAGE.etag}', "*"])
def test_what_is_known_is_not_sent_again(rf, known):
    response = answer(rf.get("/", headers={"If-None-Match": known}), PAGE, {"Cache-Control": "public"})
    assert (response.status_code, response.content) == (304, b"")
    assert dict(response.headers) == {"Cache-Control": "public", "ETag": PAGE.etag, "Vary": "Accept-Encoding"}


@pytest.mark.parametrize("known", ['W/"other"', "nonsense", ""])
def test_what_is_not_known_is_sent(rf, known):
    assert answer(rf.get("/", headers={"If-None-Match": known}), PAGE, {}).status_code == 200


def test_packing_is_the_same_each_time_and_differs_with_the_content():
    assert pack(PAGE.plain, PAGE.content_type) == PAGE
    assert pack(b"another", "text/html").etag != PAGE.etag


@pytest.mark.parametrize(("content", "content_type"), [(b"short", "text/plain"), (b"glyphs" * 99, "font/woff2")])
def test_what_would_not_get_smaller_is_not_compressed(content, content_type):
    assert pack(content, content_type).gzipped is None
