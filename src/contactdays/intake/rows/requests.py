"""Rows of the sheet Requests."""

from dataclasses import dataclass

from contactdays.bilaterals.enums import Wish
from contactdays.intake.rows.parties import Party, read_party
from contactdays.intake.rows.row import Row


@dataclass(frozen=True, slots=True)
class RequestRow:
    """``applicant`` would like to meet ``invitee``. ``length`` in minutes; 0: the edition's."""

    row: int
    code: str
    applicant: Party
    invitee: Party
    purpose: str
    priority: int
    wish: str
    length: int

    @property
    def pair(self) -> frozenset[tuple[str, str]]:
        """The two parties, whoever asked."""
        return frozenset((self.applicant.key, self.invitee.key))


def read_request(row: Row) -> RequestRow | None:
    found = RequestRow(
        row=row.number,
        code=row.code(),
        applicant=read_party(row, "from post", "from organisation"),
        invitee=read_party(row, "to post", "to organisation"),
        purpose=row.paragraphs("purpose"),
        priority=row.number_in("priority", 1, 5),
        wish=row.choice("wish", Wish, Wish.WANT),
        length=row.number_in("length", 5, 240),
    )
    if row.sound and found.applicant.key == found.invitee.key:
        row.fault("request_to_itself", _column_of(found.invitee), value=found.invitee.code)
    return found if row.sound else None


def _column_of(invitee: Party) -> str:
    return "to post" if invitee.post else "to organisation"
