"""What the database refuses about plans: overlaps within a plan, and any change of a published one."""

from collections.abc import Iterator

from contactdays.core.guards import Guard, PostgresExclusion, Refusal

_KINDS = ("participant", "room")


def guards(vendor: str) -> Iterator[Guard]:
    yield from _no_overlap_on_postgresql() if vendor == "postgresql" else _no_overlap_on_sqlite()
    yield from _published_stays()


def _no_overlap_on_postgresql() -> Iterator[Guard]:
    """Ranges of one number stand for equality, so that the extension btree_gist is not needed."""
    for kind in _KINDS:
        yield PostgresExclusion(
            f"occupancy_no_overlap_{kind}",
            "planning_occupancy",
            "EXCLUDE USING gist (int8range(plan_id, plan_id, '[]') WITH &&, "
            f"int8range({kind}_id, {kind}_id, '[]') WITH &&, tstzrange(start, \"end\") WITH &&) "
            f"WHERE ({kind}_id IS NOT NULL)",
        )


def _no_overlap_on_sqlite() -> Iterator[Guard]:
    for kind in _KINDS:
        for event in ("INSERT", "UPDATE"):
            yield Refusal(
                f"occupancy_no_overlap_{kind}_{event.lower()}",
                "planning_occupancy",
                event,
                f"NEW.{kind}_id IS NOT NULL AND EXISTS (SELECT 1 FROM planning_occupancy AS other "
                f"WHERE other.plan_id = NEW.plan_id AND other.{kind}_id = NEW.{kind}_id "
                'AND other.id IS NOT NEW.id AND other.start < NEW."end" AND other."end" > NEW.start)',
            )


def _published(row: str, key: str) -> str:
    return f"EXISTS (SELECT 1 FROM planning_plan WHERE id = {row}.{key} AND state = 'published')"


def _published_stays() -> Iterator[Guard]:
    for event in ("UPDATE", "DELETE"):
        yield Refusal(f"plan_published_{event.lower()}", "planning_plan", event, "OLD.state = 'published'")
    for table in ("planning_placement", "planning_occupancy"):
        for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            yield Refusal(f"{table}_published_{event.lower()}", table, event, _published(row, "plan_id"))
        yield Refusal(f"{table}_published_move", table, "UPDATE", _published("NEW", "plan_id"), ("plan_id",))
