"""What the database refuses, written past every service: with save, bulk_create, update and raw SQL."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from contactdays.audit.models import Entry
from contactdays.core.guards import Refusal, all_guards
from contactdays.core.models import scoped_models
from contactdays.core.scope import edition_scope, unscoped
from contactdays.editions.models import Conference, Room, Venue
from contactdays.people.models import Delegation, Incumbency, Person, Post
from tests.factories import make_edition, make_person, make_post, make_room, make_venue

MONDAY = datetime(2026, 2, 2, 8, tzinfo=UTC)


def raw(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def editions(db):
    first, second = make_edition("first-edition"), make_edition("second-edition")
    other = make_edition("elsewhere", conference=Conference.objects.create(code="other"))
    return first, second, other


@pytest.fixture
def foreign_venue(editions):
    with edition_scope(editions[1]):
        return Venue.objects.get()


@pytest.fixture
def refused():
    """A context in which the database must refuse, and after which the test goes on."""

    class Refused:
        def __enter__(self):
            self.raises = pytest.raises(DatabaseError, match="refused by")
            self.raises.__enter__()
            self.savepoint = transaction.atomic()
            self.savepoint.__enter__()

        def __exit__(self, *error):
            self.savepoint.__exit__(*error)
            return self.raises.__exit__(*error)

    return Refused


def test_every_foreign_key_between_scoped_rows_is_guarded():
    guards = all_guards(connection.vendor)
    guarded = {(guard.table, guard.columns) for guard in guards if isinstance(guard, Refusal)}
    for model in scoped_models(apps.get_models()):
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target and hasattr(target, "dimension"):
                assert (model._meta.db_table, (field.column,)) in guarded


@pytest.mark.django_db
def test_the_guards_stand_in_the_database():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
                "UNION SELECT conname FROM pg_constraint WHERE contype = 'x'"
            )
        standing = {row[0] for row in cursor.fetchall()}
    assert {guard.name for guard in all_guards(connection.vendor)} <= standing


def test_a_room_cannot_stand_in_another_editions_venue(editions, foreign_venue, refused):
    first = editions[0]
    with edition_scope(first):
        room = make_room(first, "R1")
        stray = Room(edition=first, code="R2", name="Stray", venue=foreign_venue, kind="room", capacity=5)
        with refused():
            stray.save()
        with refused():
            Room.objects.bulk_create([stray])
        with refused():
            Room.objects.filter(pk=room.pk).update(venue=foreign_venue)
        with refused():
            raw("UPDATE editions_room SET venue_id = %s WHERE id = %s", foreign_venue.pk, room.pk)


def test_a_row_cannot_change_its_edition(editions, refused):
    first, second, _ = editions
    with edition_scope(first):
        room = make_room(first, "R1")
    with refused():
        raw("UPDATE editions_room SET edition_id = %s WHERE id = %s", second.pk, room.pk)
    with unscoped("writing past the scope"), refused():
        room.edition = second
        room.save()


def test_a_delegation_cannot_stand_for_another_conferences_post(editions, refused):
    first, _, other = editions
    with edition_scope(other):
        theirs = make_post(other, "NBO").post
    with edition_scope(first):
        with refused():
            Delegation(edition=first, post=theirs).save()
        with refused():
            Delegation.objects.bulk_create([Delegation(edition=first, post=theirs)])
        with refused():
            raw("INSERT INTO people_delegation (edition_id, post_id) VALUES (%s, %s)", first.pk, theirs.pk)


def test_an_incumbency_cannot_join_two_conferences(editions, refused):
    first, _, other = editions
    with edition_scope(other):
        stranger = make_person(other, "stranger")
    with edition_scope(first):
        post = make_post(first, "NBO").post
        with refused():
            Incumbency(
                conference=first.conference, post=post, person=stranger, role="head", begins=MONDAY.date()
            ).save()
        assert Post.objects.count() == Person.objects.count() == 1


def test_an_editions_main_venue_is_its_own(editions, foreign_venue, refused):
    first = editions[0]
    with refused():
        raw("UPDATE editions_edition SET main_venue_id = %s WHERE id = %s", foreign_venue.pk, first.pk)


def test_the_record_is_append_only(edition, refused):
    entry = Entry(edition=edition, at=MONDAY, actor_name="test", action="tested", subject="guard")
    entry.save()
    with refused():
        raw("UPDATE audit_entry SET actor_name = 'somebody else'")
    with refused():
        raw("DELETE FROM audit_entry")
    with refused():
        Entry.objects.all().delete()
    with refused():
        Entry.objects.update(action="nothing")
    assert [kept.action for kept in Entry.objects.all()] == ["tested"]


def test_two_editions_may_use_the_same_codes(editions):
    for each in editions[:2]:
        with edition_scope(each):
            make_venue(each, "ANNEX")
            assert Venue.objects.filter(code="ANNEX").count() == 1
