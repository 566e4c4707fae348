"""The fixed sessions, with the round tables' seats drawn, and what they leave free."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from week.participants import LANGUAGES, Delegations
from week.posts import VACANT, Post
from week.sources import document

CHANGE_OVER = timedelta(minutes=5)


def audience_posts(audience: str, posts: list[Post]) -> list[Post]:
    """The posts that the words of ``audience`` name."""
    words = set(filter(None, audience.split(";")))
    return [post for post in posts if words & _names_of(post)]


def _names_of(post: Post) -> set[str]:
    return {"all posts", f"region:{post.region}", f"kind:{post.kind}", f"post:{post.code}"}


@dataclass(frozen=True, slots=True)
class Busy:
    """A session's hours, as one who must be there sees them."""

    start: datetime
    end: datetime


class Programme:
    """Sessions of the week: ``rows`` for the sheet, and who must be where when."""

    def __init__(self, posts: list[Post], delegations: Delegations, seed: int) -> None:
        self._chance = Random(f"{seed}-programme")
        self._posts = posts
        self._by_code = {post.code for post in posts}
        self._seated: dict[str, set[str]] = {}
        self._spokespersons = {f"@{name}": person.code for name, person in delegations.spokespersons.items()}
        self.rows = [self._row(session) for session in document("sessions.toml")["session"]]

    def busy(self, code: str) -> list[Busy]:
        """The compulsory sessions of the post or organisation ``code``, in time order."""
        return sorted(
            (Busy(_moment(row, "from"), _moment(row, "to")) for row in self.rows if self._must(row, code)),
            key=lambda busy: busy.start,
        )

    def is_free(self, code: str, day: date, start: time, end: time, margin: timedelta) -> bool:
        """Whether no compulsory session of ``code`` comes nearer than ``margin`` to these hours."""
        opening = datetime.combine(day, start) - margin
        closing = datetime.combine(day, end) + margin
        return not any(busy.start < closing and opening < busy.end for busy in self.busy(code))

    def _must(self, row: dict[str, Any], code: str) -> bool:
        if code in row["speakers"].split(";"):
            return True
        return any(post.code == code for post in audience_posts(row["audience"], self._posts))

    def _row(self, session: dict[str, Any]) -> dict[str, Any]:
        speakers = [self._spokespersons.get(name, name) for name in session.get("speakers", "").split(";")]
        audience = self._draw(session, speakers) if "seats" in session else session.get("audience", "")
        row = {"code": session["code"], "kind": session["kind"]}
        row |= _texts("title", session["title"]) | _texts("short title", session["short"])
        return row | {
            "date": session["date"],
            "from": session["from"],
            "to": session["to"],
            "room": session["room"],
            "destination": session.get("destination", ""),
            "audience": audience,
            "optional audience": session.get("optional", ""),
            "speakers": ";".join(speakers),
            "languages": session.get("languages", ""),
            "marking": session.get("marking", "participants"),
            "press": session.get("press", "closed"),
        }

    def _draw(self, session: dict[str, Any], speakers: list[str]) -> str:
        """Seats for one table of a block: its speaking posts, then the preferred, then whoever is left."""
        seated = self._seated.setdefault(session["block"], self._speaking_in(session["block"]))
        preferred = {post.code for post in audience_posts(session["prefer"], self._posts)}
        seats = [code for code in speakers if code in self._by_code]
        left = [post.code for post in self._posts if post.code not in seated and post.code not in VACANT]
        self._chance.shuffle(left)
        left.sort(key=lambda code: code not in preferred)
        seats += left[: session["seats"] - len(seats)]
        seated.update(seats)
        return ";".join(f"post:{post.code}" for post in self._posts if post.code in seats)

    def _speaking_in(self, block: str) -> set[str]:
        sessions = [session for session in document("sessions.toml")["session"] if session.get("block") == block]
        speakers = {name for session in sessions for name in session.get("speakers", "").split(";")}
        return speakers & self._by_code


def _texts(heading: str, texts: list[str]) -> dict[str, str]:
    return {f"{heading} {language}": text for language, text in zip(LANGUAGES, texts, strict=True)}


def _moment(row: dict[str, Any], heading: str) -> datetime:
    return datetime.combine(row["date"], row[heading])
