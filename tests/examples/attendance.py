"""Who must be where and who is there at all, worked out from the sheets without the script or the planner."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from tests.examples.edition_file import Row, moment, sheet, week, words

HELD = ("head", "charge")


@dataclass(frozen=True, slots=True, order=True)
class Stay:
    """One party's time in a room; ``leaves`` is the room in which it ends."""

    start: datetime
    end: datetime
    enters: str
    leaves: str
    session: str


def audience(text: str) -> set[str]:
    """The codes of the posts and organisations that an audience names."""
    wanted = set(words(text))
    posts = {post["code"] for post in sheet("Posts") if wanted & _words_for(post)}
    return posts | {word.removeprefix("organisation:") for word in wanted if word.startswith("organisation:")}


def _words_for(post: Row) -> set[str]:
    return {"all posts", f"region:{post['region']}", f"kind:{post['kind']}", f"post:{post['code']}"}


@cache
def vacant_posts() -> frozenset[str]:
    """Posts that nobody heads on any day of the week."""
    held = {row["post"] for row in sheet("Incumbencies") for day in week() if holds(row, day)}
    return frozenset(post["code"] for post in sheet("Posts")) - held


def holds(row: Row, day: date) -> bool:
    """Whether an incumbency makes its person head of the post on ``day``."""
    return row["role"] in HELD and row["from"] <= day and (not row["until"] or day <= row["until"])


def speakers(session: Row) -> set[str]:
    """The parties that speak; a person speaks for the party it takes part for."""
    parties = {row["person"]: row["post"] or row["organisation"] for row in sheet("Participants")}
    return {parties.get(name, name) for name in words(session["speakers"])}


@cache
def stays() -> dict[str, list[Stay]]:
    """Every party's compulsory sessions in time order."""
    found: dict[str, list[Stay]] = defaultdict(list)
    for session in sheet("Sessions"):
        for party in audience(session["audience"]) | speakers(session):
            found[party].append(_stay(session))
    return {party: sorted(held) for party, held in found.items()}


def _stay(session: Row) -> Stay:
    start, end = (moment(session["date"], session[edge]) for edge in ("from", "to"))
    return Stay(start, end, session["room"], session["destination"] or session["room"], session["code"])


def minutes_between(room: str, other: str) -> timedelta:
    """How long a party needs from one room to another."""
    venues = {row["code"]: row["venue"] for row in sheet("Rooms")}
    ways = {frozenset((row["from"], row["to"])): row["minutes"] for row in sheet("Travel")}
    if room == other:
        return timedelta(0)
    if venues[room] == venues[other]:
        return timedelta(minutes=sheet("Edition")[0]["change-over"])
    return timedelta(minutes=ways[frozenset((venues[room], venues[other]))])


@cache
def slots() -> tuple[tuple[datetime, datetime], ...]:
    """Start and end of every bilateral that the windows allow."""
    return tuple(slot for window in sheet("Windows") for slot in _slots_in(window))


def _slots_in(window: Row) -> Iterator[tuple[datetime, datetime]]:
    edition = sheet("Edition")[0]
    start, closes = (moment(window["date"], window[edge]) for edge in ("from", "to"))
    while (end := start + timedelta(minutes=edition["meeting length"])) <= closes:
        yield start, end
        start += timedelta(minutes=edition["meeting pitch"])


@cache
def free_slots(party: str) -> frozenset[datetime]:
    """Starts of the slots in which ``party`` is there and has no compulsory session too near."""
    return frozenset(start for start, end in slots() if _there(party, start, end) and _at_leisure(party, start, end))


def _there(party: str, start: datetime, end: datetime) -> bool:
    if party in vacant_posts():
        return False
    rows = [row for row in sheet("Availability") if party in (row["post"], row["organisation"])]
    only = [row for row in rows if row["kind"] == "only"]
    away = [row for row in rows if row["kind"] != "only"]
    if only and not any(opens <= start and end <= closes for opens, closes in map(hours, only)):
        return False
    return not any(opens < end and start < closes for opens, closes in map(hours, away))


def hours(row: Row) -> tuple[datetime, datetime]:
    """From when to when a row of the sheet of availability holds."""
    whole_day = row["from"] == ""
    opens = moment(row["date"], time() if whole_day else row["from"])
    return opens, opens + timedelta(days=1) if whole_day else moment(row["date"], row["to"])


def _at_leisure(party: str, start: datetime, end: datetime) -> bool:
    return all(
        end + minutes_between("table-01", stay.enters) <= stay.start
        or stay.end + minutes_between(stay.leaves, "table-01") <= start
        for stay in stays().get(party, [])
    )
