"""When parties and people are away."""

from contactdays.intake.checks.clocks import report_odd_times
from contactdays.intake.checks.examination import Examination


def of_participants(examination: Examination) -> None:
    """Who is away takes part, and on a day of the edition (else it is noted) at times that exist."""
    edition = examination.book.edition
    taking_part = {member.person for member in examination.members}
    for row in examination.book.availabilities:
        known = row.person.casefold() in examination.book.codes.get("People", frozenset())
        if row.person and known and row.person.casefold() not in taking_part:
            examination.report("not_a_participant", "Availability", row.row, "person", value=row.person)
        if edition is not None and not edition.holds(row.day):
            examination.report("availability_outside", "Availability", row.row, "date", value=row.day)
        report_odd_times(examination, "Availability", row.row, row.day, {"from": row.start, "to": row.end})
