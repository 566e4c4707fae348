"""What the templates of the organiser's week say besides: names of delegations, moments in the edition's zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template

from contactdays.people.naming import name_of_delegation

register = template.Library()
register.filter("delegation_name", name_of_delegation)


@register.filter
def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """``moment`` as the clocks of ``zone`` show it."""
    return moment.astimezone(zone)
