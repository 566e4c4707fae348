from datetime import UTC, datetime

from contactdays.agendas.history import Course, Standing, courses, without_clashes


def standing(hour, room=1, **more):
    start = datetime(2026, 2, 2, hour, tzinfo=UTC)
    return Standing(start, start.replace(minute=45), room, **more)


def test_what_stands_where_it_stood_keeps_its_sequence():
    assert courses([{"a": standing(9)}, {"a": standing(9, placement=7)}]) == {
        "a": Course(standing(9, placement=7), held=True, held_before=True, sequence=0)
    }


def test_each_change_adds_one_and_coming_back_counts():
    plans = [{}, {"a": standing(9)}, {"a": standing(10)}, {}, {"a": standing(10)}, {"a": standing(10, room=2)}]
    assert courses(plans)["a"] == Course(standing(10, room=2), held=True, held_before=True, sequence=4)


def test_what_was_dropped_is_remembered_as_it_last_stood():
    assert courses([{"a": standing(9)}, {}]) == {
        "a": Course(standing(9), held=False, held_before=True, sequence=1),
    }
    assert courses([{"a": standing(9)}, {}, {}])["a"].held_before is False


def test_an_optional_activity_gives_way_to_what_is_held():
    optional = {"talk": standing(9, optional=True), "tour": standing(11, optional=True)}
    assert without_clashes(optional, {"a": standing(9, room=2)}) == {"tour": standing(11, optional=True)}
