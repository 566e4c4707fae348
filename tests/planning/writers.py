"""Sixteen writers want the same hour of the same participant. Run as a program; prints ``kept refused overlaps``.

Uses the database of CONTACTDAYS_DATABASE, which must be empty, and leaves what it wrote.
"""

import os
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

os.environ["CONTACTDAYS_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from contactdays.core.scope import edition_scope
from contactdays.planning.models import Occupancy, Placement
from tests.factories import at, attend, make_edition, make_post, make_session, place_session

WRITERS, TRIES = 16, 20
EARLIEST = datetime(2026, 2, 4, 13, tzinfo=UTC)


def write(edition, placement, participant, together, outcomes):
    together.wait()
    for number in range(TRIES):
        start = EARLIEST + timedelta(minutes=10 * (number % 4))
        occupancy = Occupancy(
            edition=edition,
            plan_id=placement.plan_id,
            placement=placement,
            participant_id=participant,
            start=start,
            end=start + timedelta(minutes=15),
        )
        try:
            with edition_scope(edition), transaction.atomic():
                occupancy.save(force_insert=True)
            outcomes["kept"] += 1
        except DatabaseError:
            outcomes["refused"] += 1
    connection.close()


def overlaps(participant):
    taken = sorted(Occupancy.objects.filter(participant=participant).values_list("start", "end"))
    return sum(before[1] > after[0] for before, after in pairwise(taken))


def main():
    call_command("migrate", verbosity=0)
    edition = make_edition()
    with edition_scope(edition):
        post, session = make_post(edition), make_session(edition)
        attend(session, post)
        place_session(session, at(edition, 2, 9), at(edition, 2, 9, 45))
        placement, participant = Placement.objects.get(), post.participants.get().pk
        together, outcomes = threading.Barrier(WRITERS), Counter()
        arguments = (edition, placement, participant, together, outcomes)
        threads = [threading.Thread(target=write, args=arguments) for _ in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(outcomes["kept"], outcomes["refused"], overlaps(participant))


if __name__ == "__main__":
    main()
