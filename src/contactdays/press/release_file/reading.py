"""From a file to a release."""

import re
from collections.abc import Iterator

from contactdays.press.characters import UNSEEN
from contactdays.press.markdown.words import paragraphs_of
from contactdays.press.release_file.checking import Checker
from contactdays.press.release_file.findings import MOST, Finding, UnreadableRelease
from contactdays.press.release_file.head import LONGEST as LONGEST_HEAD
from contactdays.press.release_file.head import parse
from contactdays.press.release_file.writing import FENCE, tidy_body
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText

LARGEST_FILE, LARGEST_BODY = 1_000_000, 200_000
_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)


def read_release(source: bytes, *, name: str) -> ReleaseText:
    """The release that the bytes of the file ``name`` hold. Raise ``UnreadableRelease`` with all that is wrong."""
    words = _decoded(source, name)
    head, body, body_line = _apart(words, name)
    unseen = [*_unseen(head, 2, ""), *_unseen(body, body_line, "body")]
    parsed = parse(head, 2) if not any(each.key == "" for each in unseen) else None
    if parsed is None or not parsed.readable:
        raise UnreadableRelease(name, [*unseen, *(parsed.findings if parsed else ())])
    faults = tuple(_faults(body, body_line))
    checker = Checker(parsed, first_line=1)
    parts = checker.release()
    issuer, spokespersons, quotes = (
        checker.issuer(),
        checker.spokespersons(),
        checker.quotes(None if faults else len(paragraphs_of(body))),
    )
    findings = [*unseen, *checker.findings, *faults]
    if findings:
        raise UnreadableRelease(name, findings)
    return ReleaseText(
        **parts,
        issuer=Issuer(**issuer),
        spokespersons=tuple(Contact(**each) for each in spokespersons),
        quotes=tuple(Quote(**each) for each in quotes),
        body=tidy_body(body),
    )


def _decoded(source: bytes, name: str) -> str:
    if len(source) > LARGEST_FILE:
        raise UnreadableRelease(name, [Finding(1, "", "file_too_large", {"limit": LARGEST_FILE // 1000})])
    try:
        words = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        finding = Finding(line, "", "not_utf8", {"byte": f"{source[error.start]:02X}"})
        raise UnreadableRelease(name, [finding]) from error
    return words.replace("\r\n", "\n")


def _apart(words: str, name: str) -> tuple[str, str, int]:
    """The head, the body, and the line of the file that the body begins in."""
    first = _FENCE.match(words)
    if first is None:
        raise UnreadableRelease(name, [Finding(1, "", "no_head", {"fence": FENCE})])
    last = _FENCE.search(words, first.end())
    if last is None:
        raise UnreadableRelease(name, [Finding(1, "", "no_end_of_head", {"fence": FENCE})])
    head = words[first.end() + 1 : last.start()]
    if len(head) > LONGEST_HEAD:
        raise UnreadableRelease(name, [Finding(1, "", "head_too_large", {"limit": LONGEST_HEAD // 1000})])
    return head, words[last.end() + 1 :], words.count("\n", 0, last.end()) + 2


def _unseen(words: str, first_line: int, key: str) -> Iterator[Finding]:
    """The first fifty characters that nobody sees."""
    for number, found in enumerate(UNSEEN.finditer(words)):
        if number >= MOST:
            return
        line = first_line + words.count("\n", 0, found.start())
        yield Finding(line, key, "unseen", {"character": f"U+{ord(found[0]):04X}"})


def _faults(body: str, line: int) -> Iterator[Finding]:
    """What is wrong with the body as a whole."""
    if (size := len(body.encode())) > LARGEST_BODY:
        yield Finding(line, "body", "body_too_large", {"size": -(-size // 1000), "limit": LARGEST_BODY // 1000})
    elif not body.strip():
        yield Finding(line, "body", "no_body")
    elif not paragraphs_of(body):
        yield Finding(line, "body", "no_lead")
