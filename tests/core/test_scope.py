import pytest
from django.apps import apps

from contactdays.core.errors import OutsideScope, Unscoped
from contactdays.core.models import EditionOwned, scoped_models
from contactdays.core.scope import conference_scope, edition_scope, unscoped
from contactdays.editions.models import Conference, Room, Venue
from contactdays.people.models import Post
from tests.factories import make_edition, make_post, make_venue

SCOPED = scoped_models(apps.get_models())


@pytest.fixture
def two(db):
    return make_edition("first-edition"), make_edition("second-edition")


def test_only_users_conferences_and_editions_belong_to_the_installation():
    own = {model._meta.label for model in apps.get_models() if model._meta.app_config.name.startswith("contactdays")}
    scoped = {model._meta.label for model in SCOPED}
    assert own - scoped == {"accounts.User", "editions.Conference", "editions.Edition"}


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
@pytest.mark.parametrize(
    "read",
    [
        lambda objects: list(objects.all()),
        lambda objects: objects.exists(),
        lambda objects: objects.count(),
        lambda objects: objects.first(),
        lambda objects: objects.filter(pk=1),
        lambda objects: objects.get(pk=1),
        lambda objects: objects.in_bulk([1]),
        lambda objects: objects.none(),
        lambda objects: objects.raw("SELECT 1"),
        lambda objects: objects.aggregate(),
        lambda objects: objects.values_list("pk"),
        lambda objects: objects.create(),
        lambda objects: objects.bulk_create([]),
        lambda objects: objects.update(pk=1),
    ],
)
def test_nothing_is_read_or_written_without_a_scope(model, read):
    with pytest.raises(Unscoped):
        read(model.objects)


@pytest.mark.parametrize("write", [Post.objects.bulk_create, lambda posts: posts[0].save()])
def test_a_post_of_another_conference_is_not_written(two, write):
    first, _ = two
    other = Conference.objects.create(code="other")
    posts = {
        conference: Post(conference=conference, code="NBO", kind="embassy", city="Nairobi", country="KE")
        for conference in (first.conference, other)
    }
    with conference_scope(first.conference):
        with pytest.raises(OutsideScope):
            write([posts[other]])
        write([posts[first.conference]])
        with pytest.raises(OutsideScope):
            Post.objects.update(conference=other)
    with unscoped("counting for a test"):
        assert [post.conference for post in Post.objects.all()] == [first.conference]


def test_reads_stay_inside_the_edition(two):
    first, second = two
    with edition_scope(first):
        assert [venue.edition for venue in Venue.objects.all()] == [first]
        assert not Venue.objects.filter(edition=second).exists()


def test_posts_are_read_inside_their_conference(two):
    first, _ = two
    other = make_edition("elsewhere", conference=Conference.objects.create(code="other"))
    with edition_scope(first):
        make_post(first, "NBO")
    with edition_scope(other):
        assert list(Post.objects.all()) == []
    with conference_scope(first.conference):
        assert [post.code for post in Post.objects.all()] == ["NBO"]
        with pytest.raises(Unscoped):
            list(Venue.objects.all())


@pytest.mark.parametrize(
    "write",
    [
        lambda venue: venue.save(),
        lambda venue: Venue.objects.bulk_create([venue]),
        lambda venue: Venue.objects.create(edition=venue.edition, code="NEW", name="New"),
    ],
)
def test_a_row_of_another_edition_is_not_written(two, write):
    first, second = two
    with edition_scope(first), pytest.raises(OutsideScope):
        write(Venue(edition=second, code="ANNEX", name="Annex"))


def test_a_row_of_another_edition_is_neither_updated_nor_deleted(two):
    first, second = two
    with edition_scope(second):
        theirs = Venue.objects.get()
    theirs.name = "Taken"
    with edition_scope(first):
        with pytest.raises(OutsideScope):
            Venue.objects.bulk_update([theirs], ["name"])
        with pytest.raises(OutsideScope):
            theirs.delete()
        with pytest.raises(OutsideScope):
            Venue.objects.update(edition=second)
        assert Venue.objects.filter(pk=theirs.pk).update(name="Taken") == 0


def test_an_exception_leaves_the_scope_as_it_was(two):
    first, second = two
    with edition_scope(first):
        with pytest.raises(ZeroDivisionError), edition_scope(second):
            raise ZeroDivisionError
        assert {room.edition for room in Room.objects.all()} == {first}


def test_looking_across_editions_needs_a_reason(two):
    with pytest.raises(ValueError, match="say why"), unscoped(""):
        pass
    with unscoped("counting for a test"):
        assert Venue.objects.count() == 2


def test_every_scoped_model_has_its_dimension_as_a_required_column():
    for model in SCOPED:
        dimension = "edition" if issubclass(model, EditionOwned) else "conference"
        assert not model._meta.get_field(dimension).null


def test_a_venue_of_another_edition_cannot_be_made_through_a_relation(two):
    first, second = two
    with edition_scope(first), pytest.raises(OutsideScope):
        make_venue(second, "ANNEX")


def test_sql_of_ones_own_would_pass_by_the_scope(edition):
    with pytest.raises(Unscoped):
        Venue.objects.raw("SELECT * FROM editions_venue")
