"""Fill the database of a demo with the full week: run as a program of its own by ``conftest``.

With the argument ``moves`` the ambassador has seen plan 1, and plan 3 moves one of their meetings. With ``press`` the
press room holds releases.
"""

import os
import sys

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"
    django.setup()
    from django.core.management import call_command

    from contactdays.agendas.services import see_plan
    from contactdays.core.scope import edition_scope
    from contactdays.people.models import Participant
    from tests.web.press_weeks import press_week
    from tests.web.weeks import full_week, publish_moves

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    week = press_week() if "press" in sys.argv[1:] else full_week()
    if "moves" in sys.argv[1:]:
        with edition_scope(week.edition):
            see_plan(Participant.objects.get(user=week.ambassador), 1, actor=week.ambassador)
            publish_moves(week.edition)
