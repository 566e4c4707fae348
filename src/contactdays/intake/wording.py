"""What a report says: a sentence for every code, in the language Django has active. What is wrong, and what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contactdays.intake.findings import Finding, Severity
from contactdays.intake.report import Outcome, Report

SENTENCES = {
    "empty_file": _("The file is empty. Save the workbook again and send that file."),
    "not_a_workbook": _("This is no Excel workbook. In your spreadsheet program choose “Save as”, type .xlsx."),
    "old_format": _("This is a workbook in the old .xls format. Open it and save it as .xlsx."),
    "open_document": _("This is an OpenDocument file. Open it and save it as .xlsx."),
    "encrypted": _("The workbook is protected by a password. Remove the password and save it again."),
    "macros": _("The workbook contains macros. Save it as .xlsx, without macros."),
    "damaged": _(
        "The file is damaged and cannot be read. Open it in your spreadsheet program, save it again and use that file."
    ),
    "directory_lies": _(
        "What the file says of its contents is not what it contains. It was not made by a spreadsheet "
        "program and is refused."
    ),
    "forbidden_markup": _(
        "The file contains a document type declaration, which no spreadsheet program writes. It is refused."
    ),
    "file_too_large": _("The file is larger than %(limit)s MB. Remove pictures and sheets that are not needed."),
    "unpacked_too_large": _(
        "Unpacked, the workbook is larger than %(limit)s MB. Remove pictures and sheets that are not needed."
    ),
    "packed_too_tightly": _(
        "A part of the file unpacks to more than %(limit)s times its size, as files made to do harm do. It is refused."
    ),
    "too_many_parts": _(
        "The file consists of more than %(limit)s parts. Copy the sheets that are needed into a new workbook."
    ),
    "too_many_cells": _("The workbook has more than %(limit)s filled cells. Remove sheets that are not needed."),
    "too_much_text": _(
        "The workbook holds more than %(limit)s MB of text. Shorten long texts and remove sheets that are not needed."
    ),
    "too_heavy": _(
        "Reading the workbook takes more than %(limit)s MB of memory. Copy the sheets that are needed into "
        "a new workbook."
    ),
    "too_slow": _(
        "Reading the workbook takes more than %(limit)s seconds. Copy the sheets that are needed into a new workbook."
    ),
    "sheet_missing": _("The sheet %(meaning)s is missing. Add it; the workbook’s reference lists its columns."),
    "sheet_absent": _("There is no sheet %(meaning)s; nothing is imported for it."),
    "sheet_unknown": _("This sheet is not known and was left alone."),
    "sheet_guessed": _("This sheet was taken for %(meaning)s. If that is wrong, rename it."),
    "sheet_twice": _("Both this sheet and “%(other)s” are %(meaning)s. Keep one of them, or rename the other."),
    "sheet_empty": _("The sheet has no rows. Fill it in."),
    "edition_rows": _(
        "The sheet must have exactly one row below the headings; it has %(count)s. One workbook carries one edition."
    ),
    "too_many_rows": _("The sheet has more than %(limit)s rows. Remove those that are not needed."),
    "too_many_columns": _("The sheet has more than %(limit)s columns. Remove those that are not needed."),
    "column_missing": _("The column %(meaning)s is missing. Add it, or say which column it is."),
    "column_unknown": _("This column is not known and was left alone."),
    "column_twice": _("Both this column and “%(other)s” are %(meaning)s. Keep one of them, or rename the other."),
    "heading_guessed": _("This column was taken for %(meaning)s. If that is wrong, correct the heading."),
    "mapping_target": _(
        "You said that “%(given)s” is “%(target)s”, but there is no such sheet or column. The workbook’s "
        "reference lists the names."
    ),
    "mapping_unused": _(
        "You spoke of “%(given)s”, but the file has no such sheet or heading. Write it as it stands in the file."
    ),
    "formula": _("The cell holds a formula. Copy it and paste it as values."),
    "error_cell": _("The cell holds an error such as #REF!. Write the value that belongs there."),
    "empty": _("The cell is empty and must be filled."),
    "bad_code": _(
        "“%(value)s” is not a code. Use 1 to 40 letters without accents, digits, “-”, “_” or “.”, and begin "
        "with a letter or digit."
    ),
    "bad_address": _("“%(value)s” cannot be an address on the web. Use lower-case letters, digits and “-”."),
    "too_long": _("The text has %(length)s characters; %(limit)s are allowed. Shorten it."),
    "control_character": _(
        "The text holds the hidden character %(character)s, which can make it look like another. Type the text anew."
    ),
    "invisible_removed": _("Invisible characters were removed from the text."),
    "not_a_date": _("“%(value)s” is not a date. Use an Excel date, or write it as 2026-02-02."),
    "no_such_date": _("There is no date “%(value)s” that could be meant. Correct it."),
    "date_from_number": _("The number was read as the date %(date)s. Format the column as dates to be sure."),
    "not_a_time": _("“%(value)s” is not a time of day in whole minutes. Use an Excel time, or write it as 14:00."),
    "time_from_number": _("The number was read as the time %(time)s. Format the column as times to be sure."),
    "time_does_not_exist": _(
        "%(value)s does not exist in %(zone)s: the clock is put forward then. Choose another time."
    ),
    "time_ambiguous": _("%(value)s comes twice in %(zone)s, as the clock is put back; the first was taken."),
    "not_a_number": _("“%(value)s” is not a whole number. Write digits only."),
    "out_of_range": _("%(value)s is out of range. Write a number from %(low)s to %(high)s."),
    "not_a_choice": _("“%(value)s” is not one of the words allowed here: %(allowed)s."),
    "not_yes_or_no": _("“%(value)s” is neither yes nor no. Write yes, or leave the cell empty."),
    "bad_email": _("“%(value)s” is not an e-mail address. Correct it, or leave the cell empty."),
    "bad_country": _("“%(value)s” is not a country’s two-letter code (ISO 3166). Write for instance KE for Kenya."),
    "bad_time_zone": _("“%(value)s” is not a time zone. Write it like Europe/Brussels."),
    "bad_language": _(
        "“%(value)s” is not a language that can be used here. Write its code, such as nl or fr, and “;” "
        "between several."
    ),
    "exactly_one": _("Exactly one of these columns must be filled in a row: %(columns)s."),
    "ends_before_start": _("The end, %(end)s, is not after the beginning, %(start)s. Correct one of them."),
    "duplicate": _("“%(value)s” stands in row %(first)s already. Remove one of the rows, or correct it."),
    "unknown_reference": _("“%(value)s” is no code of the sheet %(meaning)s. Correct it, or add a row there."),
    "language_missing": _("The text is missing in a required language (%(language)s). Add it."),
    "default_not_required": _("The default language “%(value)s” is not among the required languages. Add it there."),
    "edition_too_long": _("An edition lasts at most %(limit)s days. Correct its first or last day."),
    "pitch_too_short": _(
        "Meetings of %(length)s minutes cannot begin every %(pitch)s minutes. Shorten the one or lengthen the other."
    ),
    "same_venue": _("The way leads from “%(value)s” to itself. Correct one end, or remove the row."),
    "travel_missing": _(
        "No travel time is given between %(one)s and %(other)s, which are both used. Add it to the sheet Travel."
    ),
    "table_without_room": _("A table must stand in a room. Write the room’s code in this column."),
    "part_of_a_part": _(
        "“%(value)s” is a table, part of another room, or this row itself. Write the code of a whole room."
    ),
    "part_elsewhere": _("“%(value)s” is in another venue, %(venue)s. Correct the venue or the room."),
    "place_too_small": _(
        "A place for bilaterals holds two delegations; this one holds %(capacity)s. Correct the capacity."
    ),
    "day_outside": _("%(value)s is not a day of the edition (%(first)s to %(last)s). Correct the date."),
    "windows_overlap": _("This window overlaps the one in row %(other)s. Correct the times."),
    "post_vacant": _(
        "Nobody holds “%(value)s” during the edition; meetings with it cannot be held. Add an incumbency if "
        "that is wrong."
    ),
    "post_closed": _("“%(value)s” closed on %(day)s, before the edition. Remove the row if it should not take part."),
    "two_heads": _(
        "“%(value)s” has another head on some of the same days, in row %(other)s. Correct the dates of one of them."
    ),
    "charge_beside_head": _(
        "“%(value)s” has both a head and a chargé d’affaires on some of the same days (row %(other)s); both take part."
    ),
    "two_posts": _(
        "“%(value)s” holds another post on some of the same days, in row %(other)s. Correct the dates or the person."
    ),
    "two_parties": _("“%(value)s” takes part both for %(one)s and for %(other)s. Keep one of them."),
    "not_a_participant": _(
        "“%(value)s” does not take part in the edition. Add the person to the sheet Participants, or correct the code."
    ),
    "availability_outside": _("%(value)s is not a day of the edition; the row changes nothing."),
    "not_available": _(
        "%(who)s is not available, but must be at session %(session)s. Correct the times, or do not expect them there."
    ),
    "destination_missing": _("A transfer must say in which room it ends. Write that room’s code."),
    "audience_unknown": _(
        "“%(value)s” is no audience. Write “all posts”, or region:, kind:, post: or organisation: with what "
        "follows, and “;” between several."
    ),
    "speaker_unknown": _("“%(value)s” is no code of an organisation, a post or a person. Correct it."),
    "speaker_ambiguous": _(
        "Several things have the code “%(value)s”. Write post:, organisation: or person: before it."
    ),
    "too_many_present": _(
        "Up to this session more than %(limit)s persons and delegations are expected, each counted at every "
        "session. Narrow the audiences."
    ),
    "room_clash": _("Room %(room)s is used by session %(other)s at the same time. Choose another room or time."),
    "session_clash": _(
        "%(who)s must be at session %(other)s at the same time (delegations concerned: %(count)s). Change a "
        "time or an audience."
    ),
    "too_far_apart": _(
        "%(who)s has %(gap)s minutes to come from session %(other)s and needs %(needed)s. Change a time or a room."
    ),
    "room_too_small": _(
        "Room %(room)s holds %(capacity)s; %(expected)s delegations must be there. Choose another room, or "
        "expect fewer."
    ),
    "request_to_itself": _("“%(value)s” asks to meet itself. Correct who asks or who is asked."),
    "asked_twice": _("The same party is asked in row %(first)s already, by request %(other)s. Keep one of the two."),
    "must_and_never": _(
        "Request %(other)s in row %(first)s wants the opposite: of the two one says must and one says "
        "never. Change one."
    ),
    "must_of_vacant": _(
        "“%(value)s” is vacant all week, so a meeting that must be held cannot be. Write want, or add an incumbency."
    ),
    "musts_over_cap": _(
        "“%(value)s” has more meetings that must be held than the %(cap)s it may hold. Change must to want "
        "in some of them."
    ),
    "lengths_differ": _(
        "Request %(other)s of the same two asks for another length; the meeting is given %(minutes)s minutes."
    ),
    "edition_published": _(
        "Edition %(value)s has a published plan (number %(number)s), which people go by. It can no longer "
        "be replaced by an import; change it in the application."
    ),
    "edition_elsewhere": _(
        "Edition %(value)s belongs to the conference %(other)s. Correct the conference, or give the edition "
        "another code."
    ),
    "address_taken": _(
        "“%(value)s” is the address of %(other)s, whom the conference knows already. Use the same code, or "
        "correct the address."
    ),
    "database_refused": _("The database refused the edition, and nothing was written: %(reason)s. Please report this."),
}


def sentence(finding: Finding) -> str:
    """What is wrong, or worth knowing, and what to do."""
    return str(SENTENCES[finding.code]) % finding.values


def place(finding: Finding) -> str:
    """Where it is, as the file calls it; empty for the whole file."""
    parts = []
    if finding.sheet:
        parts.append(gettext("Sheet “%(sheet)s”") % {"sheet": finding.sheet})
    if finding.row:
        parts.append(gettext("row %(row)s") % {"row": finding.row})
    if finding.column:
        parts.append(gettext("column “%(column)s”") % {"column": finding.column})
    return ", ".join(parts)


def label(severity: Severity) -> str:
    return gettext("Wrong") if severity == Severity.REFUSE else gettext("Note")


def conclusion(report: Report) -> str:
    """What became of the workbook."""
    if report.outcome == Outcome.UNREADABLE:
        return gettext("The file cannot be read. Nothing was written.")
    if report.outcome == Outcome.REFUSED:
        return gettext("The workbook is refused. Nothing was written.")
    if report.written:
        return gettext("Edition %(edition)s is imported.") % {"edition": report.edition}
    return gettext("Edition %(edition)s can be imported. Nothing was written.") % {"edition": report.edition}


def lines(report: Report) -> Iterator[str]:
    """The report as lines of text: findings, rows read, conclusion."""
    for finding in report.findings:
        yield ": ".join(part for part in (label(finding.severity), place(finding), sentence(finding)) if part)
    if report.more:
        yield gettext("%(count)s more are not listed.") % {"count": report.more}
    if report.counts:
        counts = ", ".join(f"{name} {count}" for name, count in report.counts.items())
        yield gettext("Rows read: %(counts)s.") % {"counts": counts}
    yield conclusion(report)
