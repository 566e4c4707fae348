"""What the command line says about input it cannot use: what is wrong, and what to do."""

from contactdays.planner import Aim, Certificate, CertificateKind, Infeasible, InvalidInput, Problem

from .causes import sentence

SAYINGS = {
    "cannot_open": ("the file cannot be read ({cause})", "Check the path and your rights on it"),
    "written_over": ("the plan would be written over it ({out})", "Give another path"),
    "file_too_large": ("the file is larger than {most} bytes", "Give a file this program wrote"),
    "not_utf8": ("the file is not UTF-8 text (byte {byte})", "Save it as UTF-8"),
    "not_json": ("this is not JSON", "Correct the file there, or write it again"),
    "field_twice": ("an object names a field twice", "Keep one of the two"),
    "wrong_format": ("this is not a {expected} file", "Give the file of that format"),
    "unknown_version": ("the version is not one this program reads", "Write the file with version 1"),
    "unknown_field": ("there is no such field", "Remove it, or correct its name"),
    "missing_field": ("the field is missing", "Add it"),
    "wrong_type": ("the value is not a {expected}", "Correct the value"),
    "wrong_count": ("{expected} values belong here, not {found}", "Correct the list"),
    "unknown_word": ("{value!r} is none of {allowed}", "Use one of those"),
    "too_great": ("the number is beyond {most}", "Correct the number"),
    "broken_text": ("the text holds half a character", "Correct the text"),
    "empty_interval": ("it ends ({end}) no later than it starts ({start})", "Correct the times"),
    "empty_slot": ("it ends ({end}) no later than it starts ({start})", "Correct the times"),
    "empty_session": ("it ends ({end}) no later than it starts ({start})", "Correct the times"),
    "empty_assignment": ("it ends no later than it starts ({start})", "Correct the times"),
    "negative": ("{field} is {value}, below nought", "Give nought or more"),
    "not_positive": ("{field} is {value}, which is not above nought", "Give one or more"),
    "too_few_participants": ("fewer than two participants", "Name those who are to meet"),
    "named_twice": ("the same name stands twice in {field}", "Name each once"),
    "bad_id": ("{id!r} is empty, longer than 200 characters or not printable", "Give another id"),
    "duplicate_id": ("{id!r} is used twice", "Give each its own id"),
    "unknown_id": ("{id!r} is not defined in the problem", "Define it, or correct the name"),
    "slots_overlap": ("the slot at {start} starts before the one before it ends", "Correct the slots"),
    "half_day_broken": ("the slots of half-day {half_day} do not follow each other", "Number half-days apart"),
    "days_overlap": ("the day at {start} starts before the one before it ends", "Correct the days"),
    "no_days": ("{field} is set, but the problem has no days", "Add the days"),
    "part_elsewhere": ("it is part of {part_of!r} in another building", "Correct one of the two"),
    "part_of_itself": ("it is part of itself, by way of {part_of!r}", "Correct part_of"),
    "travel_unknown": ("no way is given from {origin!r} to {destination!r}", "Add the travel time"),
    "given_twice": ("it is given twice", "Keep one of the two"),
    "pin_contradicts_never": ("it pins what is never to be held", "Remove the pin, or change the wish"),
    "pin_contradicts_session": ("it pins a session elsewhere than it is fixed", "Correct one of the two"),
    "empty_pin": ("it gives neither start nor place nor people", "Give one of them"),
    "not_a_table": ("people are pinned to {id!r}, which is no table of a round", "Remove them, or correct the name"),
    "not_attending": ("{id!r} does not attend {session!r}", "Correct the name, or let them attend"),
    "seated_twice": ("{id!r} is pinned to {table!r} too", "Keep one of the two"),
    "table_is_no_activity": ("{id!r} is a table: it has people, no start and no place", "Remove start and place"),
    "too_many_pinned": ("{pinned} people are pinned to a table for {capacity}", "Correct one of the two"),
    "place_missing": ("{field} is given, but no place", "Give the place it has first"),
    "bad_capacity": ("it seats at least {least}, but at most {capacity}", "Correct one of the two"),
    "no_objective": ("no objective is named", "Name one, or leave the field out"),
    "already_held": ("{id!r} is held in this plan", "Ask about one that is not"),
    "not_weighable": ("{field} shares its tier with others", "Give it a tier of its own"),
    "after_itself": ("it comes after itself, by way of {after}", "Correct after"),
    "not_expected": ("{found!r} stands where {expected!r} belongs", "Correct the file there"),
    "not_closed": ("{found!r} is never followed by {expected!r}", "Close it"),
    "out_of_range": ("{value} is not from {least} to {most}", "Correct the number"),
    "too_many": ("there are more than {most}", "Give fewer"),
    "counts_differ": ("{found} meetings are given, requested has {requested}", "Correct one of the two"),
    "meetings_differ": ("these are not the meetings in requested ({requested})", "Correct one of the two"),
    "not_an_instant": ("{value!r} is not an instant", "Write it as 2026-02-01T23:00:00+00:00"),
    "not_utc": ("{value!r} is not in UTC", "Write it as 2026-02-01T23:00:00+00:00"),
    "in_the_past": ("{time} lies before now ({now})", "Correct the time, or now"),
    "empty_session_move": ("it gives neither start nor end nor place", "Give what is new"),
    "activity_or_start": ("one of activity and start belongs here", "Give the meeting, or since when"),
    "not_held": ("{id!r} is not in the plan", "Correct the name, or leave it out"),
    "does_not_attend": ("{participant!r} does not take part in {id!r}", "Correct one of the two"),
    "against_past": ("{activity!r} has begun, and what has begun stays as it is", "Give a later time"),
    "against_frozen": ("{activity!r} is frozen and stays as it is", "Take it from what is frozen, or leave it alone"),
}


def refusal(path: str, error: InvalidInput) -> str:
    """One line: the file, the place in it, what is wrong, and what to do."""
    what, remedy = SAYINGS[error.code]
    facts = {name: _shown(value) for name, value in error.facts.items()}
    where = "" if error.where == path else f" {error.where}:"
    return f"{path}:{where} {what.format(**facts)}. {remedy}."


STOPPED = {
    "time": "the time was over before a plan was found. Give more seconds, or a smaller problem",
    "memory": "the memory was used up before a plan was found. Give more, or a smaller problem",
    "caller": "stopped before a plan was found. Let it run longer",
    "stopped_early": "stopped before a plan was found. Let it run longer",
    "uneven_breaks": "no plan was found with breaks as even as asked. Let them differ by more, or plan anew",
}


def stopped(path: str, code: str) -> str:
    """Why a search has no plan to show."""
    return f"{path}: {STOPPED[code]}."


BOUNDS = {
    Aim.VALUE: "No plan of this problem is worth more than {bound}",
    Aim.EMPTY: "No plan leaves fewer than {bound} participants without a meeting",
    Aim.FAIRNESS: "No plan reaches more than {bound} in fairness",
    Aim.LEXIMIN: "No plan is better for whoever has the fewest meetings",
    Aim.BREAKS: "These meetings cannot be held with fewer breaks than {bound}",
    Aim.ROOM_MOVES: "No plan has fewer than {bound} changes of room",
    Aim.PREFERENCES: "No plan misses fewer than {bound} preferences",
    Aim.STABILITY: "No plan changes less than {bound} against what is published",
}


def shown(certificate: Certificate) -> str:
    """What a certificate that the checker has accepted shows, and how."""
    how = {
        CertificateKind.LP_DUAL: f"verified here by adding up {_count(len(certificate.prices), 'price')}",
        CertificateKind.DRUP: f"verified here, a refutation of {_count(len(certificate.proof), 'step')}",
        CertificateKind.SOLVER_CLAIM: "a solver's claim, not verified here",
    }
    if certificate.aim is Aim.BREAKS and certificate.bound == 0:
        how[CertificateKind.DRUP] = "nothing to verify"
    return f"{BOUNDS[certificate.aim].format(bound=certificate.bound)}: {how[certificate.kind]} ({certificate.kind})."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def conflict(path: str, error: Infeasible, problem: Problem | None = None) -> list[str]:
    """Why there is no plan, a line each: with the ``problem``, every cause in words."""
    if error.violations:
        return [f"{path}: the fixed sessions break hard rules among themselves."]
    if error.causes and problem is not None:
        told = [sentence(problem, cause) for cause in error.causes]
        return [f"{path}: no plan keeps every hard rule. Without any one of these there would be no conflict:", *told]
    rules, activities = ", ".join(error.rules), ", ".join(error.activities)
    return [f"{path}: no plan keeps every hard rule.", f"rules={rules}", f"activities={activities}"]
