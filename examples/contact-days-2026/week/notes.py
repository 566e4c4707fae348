"""The first sheet: what the reader must know before believing anything."""

READ_ME = [
    "Diplomatic Contact Days 2026: example edition",
    "",
    "This workbook is an example. It shows the week of 2–6 February 2026 as a ministry could have prepared it.",
    "",
    "Invented: every person, name and e-mail address (all at hosts under .example, which nobody owns); every company "
    "whose name ends in nv, bv, SA, SRL or GmbH; every request and its purpose; who is away and when; who holds "
    "which post and since when; the programme’s hours, rooms, speakers and titles. Members of governments appear by "
    "their function; the names given to them are invented too.",
    "Public facts: the list of posts (networks as known at the end of 2025, posts not yet open left out) and the names "
    "of about seventy organisations. That an organisation is listed does not mean that it takes part in any week.",
    "Assumed: the capacity of every room and table, and the travel times. They are not public; edit them.",
    "",
    "Sheets: Edition, Venues, Travel, Rooms, Windows, Posts, People, Incumbencies, Organisations, Participants, "
    "Sessions, Availability, Requests. Times are those of Brussels. Several values in one cell are separated by “;”.",
    "Codes in the sheet Posts: column “note” says where each fact comes from; see README.md beside this file.",
    "The meaning of every column: docs/reference/workbook.md.",
]
