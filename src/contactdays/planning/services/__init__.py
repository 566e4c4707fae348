"""Writing plans: placing sessions, running the planner, publishing."""

from contactdays.planning.services.drafts import SessionTime, open_draft, place_sessions
from contactdays.planning.services.publication import publish, published_plan
from contactdays.planning.services.runs import run_planner

__all__ = ["SessionTime", "open_draft", "place_sessions", "publish", "published_plan", "run_planner"]
