"""Sixteen guessers at once, from one network after the other. Run as a program; prints what they left.

Uses the database of CONTACTDAYS_DATABASE, which must be empty, and leaves what it wrote.
"""

import os
import threading
from datetime import UTC, datetime, timedelta

os.environ["CONTACTDAYS_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from contactdays.core.scope import edition_scope
from contactdays.outbox.models import Message
from contactdays.press.models import Alert, Miss
from contactdays.press.services.misses import note_miss
from tests.factories import make_edition, make_press_officer

GUESSERS, GUESSES, NETWORKS = 16, 2, 30
BEGIN = datetime(2026, 2, 1, 12, tzinfo=UTC)


def guess(edition, together):
    for network in range(NETWORKS):
        together.wait()
        for number in range(GUESSES):
            with edition_scope(edition):
                note_miss(edition, f"192.0.{network}.0/24", BEGIN + timedelta(seconds=number))
    connection.close()


def main():
    call_command("migrate", verbosity=0)
    edition = make_edition()
    with edition_scope(edition):
        make_press_officer(edition)
        together = threading.Barrier(GUESSERS)
        threads = [threading.Thread(target=guess, args=(edition, together)) for _ in range(GUESSERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        counts = Alert.objects.count(), Message.objects.count(), Miss.objects.count()
        print("{} alerts, {} letters, {} misses left".format(*counts))


if __name__ == "__main__":
    main()
