"""Travel times between venues, completed: back as there, and over other venues where that is all there is."""

from collections.abc import Iterable

from contactdays.intake.rows.places import TravelRow


def quickest_ways(rows: Iterable[TravelRow]) -> dict[tuple[str, str], int]:
    """Fewest minutes between venues (codes in lower case); a way holds both ways unless the other is given."""
    given = {(row.origin.casefold(), row.destination.casefold()): row.minutes for row in rows}
    ways = {(other, one): minutes for (one, other), minutes in given.items()} | given
    venues = sorted({venue for way in ways for venue in way})
    for over in venues:
        for one in venues:
            for other in venues:
                if one != other and (one, over) in ways and (over, other) in ways:
                    total = ways[one, over] + ways[over, other]
                    ways[one, other] = min(total, ways.get((one, other), total))
    return ways
