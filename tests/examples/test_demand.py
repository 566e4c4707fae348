"""Requests are skewed as in Paris, feasible where they bind, and about a thousand can be held."""

from collections import Counter, defaultdict

import highspy
import numpy as np

from tests.examples.attendance import free_slots, vacant_posts
from tests.examples.edition_file import Row, sheet


def parties(request: Row) -> tuple[str, str]:
    """The post and the organisation of a request, whoever asks."""
    return request["from post"] or request["to post"], request["from organisation"] or request["to organisation"]


def by_pair() -> dict[tuple[str, str], list[Row]]:
    pairs = defaultdict(list)
    for request in sheet("Requests"):
        pairs[parties(request)].append(request)
    return pairs


def test_a_few_posts_are_asked_by_hundreds_and_some_by_nobody():
    asked = Counter({post["code"]: 0 for post in sheet("Posts")})
    asked.update(request["to post"] for request in sheet("Requests") if request["to post"])

    assert sum(count >= 200 for count in asked.values()) == 3
    assert 10 <= sum(count == 0 for count in asked.values()) <= 15
    assert [code for code in vacant_posts() if asked[code]] != []


def test_a_pair_has_one_request_in_each_direction():
    directions = Counter((parties(request), bool(request["from post"])) for request in sheet("Requests"))

    assert set(directions.values()) == {1}


def test_about_a_tenth_of_the_meetings_are_wanted_by_both():
    pairs = by_pair()
    mutual = sum(len(requests) == 2 for requests in pairs.values())

    assert 0.07 <= mutual / len(pairs) <= 0.12


def test_priorities_span_the_scale_with_few_fives():
    priorities = Counter(request["priority"] for request in sheet("Requests"))

    assert set(priorities) == {1, 2, 3, 4, 5}
    assert priorities[5] <= 0.05 * priorities.total()


def test_binding_requests_can_all_be_held():
    must = [parties(request) for request in sheet("Requests") if request["wish"] == "must"]
    named = [code for pair in must for code in pair]

    assert len(must) == 12
    assert len(set(named)) == len(named)
    assert [pair for pair in must if len(free_slots(pair[0]) & free_slots(pair[1])) < 12] == []


def test_nobody_is_bound_and_refused():
    wishes = [{request["wish"] for request in requests} for requests in by_pair().values()]

    assert sum("never" in wish for wish in wishes) == 15
    assert [wish for wish in wishes if {"must", "never"} <= wish] == []


def test_requests_name_concrete_projects():
    purposes = [request["purpose"] for request in sheet("Requests")]
    patterns = {_without_names(purpose) for purpose in purposes}

    assert len(set(purposes)) > 0.85 * len(purposes)
    assert len(patterns) > 200
    assert [purpose for purpose in purposes if any(mark in purpose for mark in "{}[]|~")] == []


def _without_names(purpose: str) -> str:
    return " ".join(word for word in purpose.split() if word.islower() and word.isalpha())


def test_about_a_thousand_meetings_can_be_held():
    held = held_at_the_time_free_bound()

    at_cap = sum(count == 10 for count in held.values())
    below_five = [post["code"] for post in sheet("Posts") if held[post["code"]] < 5]
    assert 900 <= held.total() <= 1100
    assert at_cap >= 70
    assert 8 <= len(set(below_five) - vacant_posts()) <= 15


def held_at_the_time_free_bound() -> Counter[str]:
    """Meetings of each post in the most valuable b-matching under the caps; times are left out.

    The matrix is that of a bipartite graph, so that the linear programme's vertices are whole.
    """
    meetings = [(pair, rows) for pair, rows in by_pair().items() if _may_be_held(pair, rows)]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(_matching(meetings))
    solver.run()
    chosen = np.array(solver.getSolution().col_value) > 0.5
    return Counter(pair[0] for (pair, _), held in zip(meetings, chosen, strict=True) if held)


def _may_be_held(pair: tuple[str, str], rows: list[Row]) -> bool:
    return pair[0] not in vacant_posts() and "never" not in {row["wish"] for row in rows}


def _matching(meetings: list[tuple[tuple[str, str], list[Row]]]) -> highspy.HighsLp:
    edition = sheet("Edition")[0]
    incident = defaultdict(list)
    for column, (pair, _) in enumerate(meetings):
        incident["post", pair[0]].append(column)
        incident["organisation", pair[1]].append(column)
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = len(meetings), len(incident)
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.col_cost_ = np.array([_weight(rows) for _, rows in meetings], float)
    programme.col_lower_ = np.array([float(any(row["wish"] == "must" for row in rows)) for _, rows in meetings])
    programme.col_upper_ = np.ones(len(meetings))
    programme.row_lower_ = np.full(len(incident), -highspy.kHighsInf)
    programme.row_upper_ = np.array([edition[f"cap {kind}"] for kind, _ in incident], float)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = np.cumsum([0, *map(len, incident.values())])
    programme.a_matrix_.index_ = np.concatenate(list(incident.values()))
    programme.a_matrix_.value_ = np.ones(2 * len(meetings))
    return programme


def _weight(rows: list[Row]) -> float:
    mutual = sheet("Edition")[0]["weight mutual"] if len(rows) == 2 else 0
    return max(row["priority"] for row in rows) + mutual
