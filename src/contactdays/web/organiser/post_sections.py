"""The figures of value, of the posts and of idle time."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contactdays.editions.models import Edition
from contactdays.people.naming import name_of_delegation
from contactdays.people.queries import presence_in
from contactdays.planning.balance import spread
from contactdays.planning.idle import idle_gaps
from contactdays.planning.models import Plan
from contactdays.planning.queries import Fullness, fullness_of_posts
from contactdays.web.organiser.figure_sections import Section, headings
from contactdays.web.organiser.figures import STARVING
from contactdays.web.organiser.plots import Measure, bar_plot, column_plot
from contactdays.web.parts.dates import number


@dataclass(frozen=True, slots=True)
class Starving:
    """A post with fewer meetings than ``STARVING``, by the ``code`` the board knows."""

    name: str
    code: str
    held: int
    asked: int
    vacant: bool


def value_section(plan: Plan) -> Section | None:
    """The value of a plan against its two bounds; None before a run has valued it."""
    known = [
        (_("Value of the meetings held"), plan.value, False),
        (_("No plan can be worth more"), plan.bound, True),
        (_("The same bound without regard to time"), plan.flow_bound, True),
    ]
    measures = [
        Measure(label, value, value, number(value), limit) for label, value, limit in known if value is not None
    ]
    if plan.value is None:
        return None
    return Section(
        code="value",
        title=_("Value"),
        sentence="",
        said="; ".join(f"{each.label}: {each.number}" for each in measures),
        caption=_("A meeting is worth its weight: the priority of its request, and more when both sides asked."),
        headings=headings(_("Value"), _("Points")),
        rows=tuple((each.label, each.number) for each in measures),
        bars=bar_plot(measures),
    )


def post_section(plan: Plan, edition: Edition) -> tuple[Section, tuple[Starving, ...]]:
    """How full the posts are, and those that starve, the emptiest first."""
    posts = fullness_of_posts(plan, edition)
    counts = _with_all_up_to(edition.cap_post, spread(each.held for each in posts))
    full = sum(each.held >= each.cap for each in posts)
    starving = _starving(posts, edition)
    sentence = ngettext(
        "%(count)s post has fewer than five meetings;", "%(count)s posts have fewer than five meetings;", len(starving)
    ) % {"count": number(len(starving))}
    more = ngettext("%(count)s is full at %(cap)s.", "%(count)s are full at %(cap)s.", full)
    section = Section(
        code="posts",
        title=_("How full the posts are"),
        sentence=f"{sentence} {more % {'count': number(full), 'cap': number(edition.cap_post)}}",
        said="; ".join(_posts_said(held, count) for held, count in counts if count),
        caption=_("Under each column the number of meetings, above it how many posts hold as many."),
        headings=headings(_("Meetings of a post"), _("Posts")),
        rows=tuple((number(held), number(count)) for held, count in counts),
        columns=column_plot(
            counts,
            floor=(STARVING, _("floor %(number)s") % {"number": STARVING}),
            cap=(edition.cap_post, _("limit %(number)s") % {"number": edition.cap_post}),
        ),
    )
    return section, starving


def _posts_said(held: int, count: int) -> str:
    meetings = ngettext("%(count)s meeting", "%(count)s meetings", held) % {"count": number(held)}
    return f"{meetings}: {number(count)}"


def _with_all_up_to(most: int, counts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    known = dict(counts)
    return tuple((value, known.get(value, 0)) for value in range(max(most, len(counts) - 1) + 1))


def _starving(posts: list[Fullness], edition: Edition) -> tuple[Starving, ...]:
    vacant = presence_in(edition).vacant
    return tuple(
        Starving(
            name=name_of_delegation(each.delegation),
            code=each.delegation.code,
            held=each.held,
            asked=each.asked,
            vacant=all((each.delegation.pk, day) in vacant for day in edition.days),
        )
        for each in reversed(posts)
        if each.held < STARVING
    )


def gap_section(plan: Plan, edition: Edition) -> Section:
    """Idle gaps of the delegations that are busy in the hours for meetings."""
    counts = spread(idle_gaps(plan, edition).values())
    total = sum(gaps * delegations for gaps, delegations in counts)
    without = dict(counts).get(0, 0)
    return Section(
        code="gaps",
        title=_("Idle gaps"),
        sentence=_("%(without)s of %(all)s delegations never wait; the others wait %(total)s slots together.")
        % {
            "without": number(without),
            "all": number(sum(delegations for _gaps, delegations in counts)),
            "total": number(total),
        },
        said="; ".join(f"{number(gaps)}: {number(delegations)}" for gaps, delegations in counts),
        caption=_("Under each column the number of idle slots, above it how many delegations have as many.")
        + " "
        + _("Counted are those who are busy in the hours for meetings; a slot is idle when it lies free between two."),
        headings=headings(_("Idle slots of a delegation"), _("Delegations")),
        rows=tuple((number(gaps), number(delegations)) for gaps, delegations in counts),
        columns=column_plot(counts),
    )
