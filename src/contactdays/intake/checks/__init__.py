"""What rows say of each other: every check is a function of an ``Examination`` and reports what does not hold."""

from contactdays.intake.book import Book
from contactdays.intake.checks import availability, codes, places, programme, references, requests, terms
from contactdays.intake.checks.examination import Examination
from contactdays.intake.findings import Findings

CHECKS = (
    codes.rows_where_needed,
    codes.same_code_twice,
    codes.same_address_twice,
    codes.same_way_twice,
    codes.same_term_twice,
    codes.same_participation_twice,
    references.known_codes,
    places.tables_in_rooms,
    places.windows_in_the_week,
    places.ways_between_venues,
    terms.one_head_a_day,
    terms.one_post_a_person,
    terms.one_party_a_person,
    terms.posts_without_head,
    availability.of_participants,
    programme.within_the_week,
    programme.titles_in_required_languages,
    programme.words_of_audiences,
    programme.rooms_used_once,
    programme.parties_in_one_place,
    programme.time_to_get_there,
    programme.room_for_all,
    programme.everybody_there,
    requests.one_a_direction,
    requests.must_or_never,
    requests.must_of_somebody,
    requests.musts_within_cap,
    requests.lengths_agree,
)


def examine(book: Book, findings: Findings) -> None:
    """Run every check on ``book``."""
    examination = Examination(book, findings)
    for check in CHECKS:
        check(examination)
