"""The form with which somebody says when they are not free."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext, gettext_lazy

from contactdays.editions.models import Edition
from contactdays.people.enums import AvailabilityKind
from contactdays.web.parts.dates import day_and_month

_NO_TIME = {
    "required": gettext_lazy("Give a time, such as 14:30."),
    "invalid": gettext_lazy("This is no time. Write it as 14:30."),
}


class AvailabilityForm(forms.Form):
    """A private block or an absence on one day of ``edition``; ``start`` and ``end`` of a valid form are aware."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What"), error_messages={"required": gettext_lazy("Choose one of the two.")}
    )
    day = forms.ChoiceField(
        label=gettext_lazy("Day"),
        error_messages={
            "required": gettext_lazy("Choose a day of the week."),
            "invalid_choice": gettext_lazy("This day is not one of the week."),
        },
    )
    begins = forms.TimeField(label=gettext_lazy("From"), input_formats=["%H:%M"], error_messages=_NO_TIME)
    ends = forms.TimeField(label=gettext_lazy("Until"), input_formats=["%H:%M"], error_messages=_NO_TIME)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=300,
        error_messages={"max_length": gettext_lazy("At most 300 characters, please.")},
    )

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone: ZoneInfo = edition.zone
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (AvailabilityKind.PRIVATE.value, gettext("Private block")),
            (AvailabilityKind.UNAVAILABLE.value, gettext("Not there")),
        ]
        self.fields["day"].choices = [  # type: ignore[attr-defined]
            (day.isoformat(), day_and_month(day)) for day in edition.days
        ]

    def clean_ends(self) -> time:
        begins, ends = self.cleaned_data.get("begins"), self.cleaned_data["ends"]
        if begins is not None and ends <= begins:
            told = {"ends": f"{ends:%H:%M}", "begins": f"{begins:%H:%M}"}
            raise forms.ValidationError(gettext("%(ends)s is not after the beginning, %(begins)s.") % told)
        return ends

    @property
    def start(self) -> datetime:
        return self._at("begins")

    @property
    def end(self) -> datetime:
        return self._at("ends")

    def _at(self, name: str) -> datetime:
        day = date.fromisoformat(self.cleaned_data["day"])
        return datetime.combine(day, self.cleaned_data[name], tzinfo=self.zone)
