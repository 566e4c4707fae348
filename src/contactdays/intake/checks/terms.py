"""Who holds which post when, and for whom a person takes part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from contactdays.intake.checks.examination import Examination
from contactdays.intake.rows.posts import IncumbencyRow
from contactdays.people.enums import IncumbencyRole


def one_head_a_day(examination: Examination) -> None:
    """A post has one head on a day. A chargé d'affaires beside the head is noted."""
    for one, other in _overlapping(_terms(examination, "post")):
        beside = {one.role, other.role} == {IncumbencyRole.HEAD, IncumbencyRole.CHARGE}
        code = "charge_beside_head" if beside else "two_heads"
        later = max(one, other, key=lambda row: row.row)
        first = min(one, other, key=lambda row: row.row)
        if later.person.casefold() != first.person.casefold() or not beside:
            examination.report(code, "Incumbencies", later.row, "post", value=later.post, other=first.row)


def one_post_a_person(examination: Examination) -> None:
    """A person holds one post on a day."""
    for one, other in _overlapping(_terms(examination, "person")):
        if one.post.casefold() != other.post.casefold():
            later = max(one, other, key=lambda row: row.row)
            first = min(one, other, key=lambda row: row.row)
            examination.report("two_posts", "Incumbencies", later.row, "person", value=later.person, other=first.row)


def one_party_a_person(examination: Examination) -> None:
    """A person takes part for one post or organisation."""
    first: dict[str, str] = {}
    for member in examination.members:
        before = first.setdefault(member.person, member.party.code)
        if member.named is not None and before.casefold() != member.party.code.casefold():
            examination.report(
                "two_parties",
                "Participants",
                member.named.row,
                "person",
                value=member.named.person,
                one=before,
                other=member.party.code,
            )


def posts_without_head(examination: Examination) -> None:
    """A post that nobody holds all week is noted, and so is one that is closed."""
    edition = examination.book.edition
    if edition is None:
        return
    for post in examination.book.posts:
        if post.closes is not None and post.closes < edition.first_day:
            examination.report("post_closed", "Posts", post.row, "closes", value=post.code, day=post.closes)
        elif not examination.held.get(post.code.casefold()):
            examination.report("post_vacant", "Posts", post.row, "code", value=post.code)


def _terms(examination: Examination, by: str) -> Iterable[list[IncumbencyRow]]:
    found: dict[str, list[IncumbencyRow]] = defaultdict(list)
    for row in examination.book.incumbencies:
        if row.role != IncumbencyRole.DESIGNATE:
            found[getattr(row, by).casefold()].append(row)
    return found.values()


def _overlapping(groups: Iterable[list[IncumbencyRow]]) -> Iterator[tuple[IncumbencyRow, IncumbencyRow]]:
    """Each term with the one before it that ends last, where the two have a day in common."""
    for rows in groups:
        last: IncumbencyRow | None = None
        for row in sorted(rows, key=lambda each: (each.begins, each.row)):
            if last is not None and last.overlaps(row) and not _same(last, row):
                yield last, row
            if last is None or _end(row) > _end(last):
                last = row


def _same(one: IncumbencyRow, other: IncumbencyRow) -> bool:
    """Whether the two rows say the same, which is reported as such."""
    return (one.post, one.person, one.begins) == (other.post, other.person, other.begins)


def _end(row: IncumbencyRow) -> date:
    return row.ends or date.max
