"""The form of a release as a page shows it: every field with its label, its hint and what is wrong with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from contactdays.editions.models import Edition
from contactdays.web.press.fields import ISSUER, PERSON, Fields, Row
from contactdays.web.press.instants import zones

_TYPES = {
    "date": "date",
    "embargo": "datetime-local",
    "embargo_zone": "select",
    "body": "textarea",
    "quote_text": "textarea",
    "quote_after_paragraph": "number",
    "issuer_phone": "tel",
    "person_phone": "tel",
    "person_mobile": "tel",
    "person_email": "email",
}
_LABELS = {
    "code": gettext_lazy("Code in the address"),
    "lang": gettext_lazy("Language"),
    "title": gettext_lazy("Title"),
    "date": gettext_lazy("Date"),
    "place": pgettext_lazy("of a release", "Place"),
    "theme": gettext_lazy("Theme"),
    "site": gettext_lazy("Site in the line of copyright"),
    "embargo": gettext_lazy("Embargo until"),
    "embargo_zone": gettext_lazy("By the clock of"),
    "body": gettext_lazy("Text"),
    "issuer_name": gettext_lazy("Issuer"),
    "issuer_street": gettext_lazy("Street"),
    "issuer_postal_city": gettext_lazy("Postcode and city"),
    "issuer_country": gettext_lazy("Country"),
    "issuer_phone": gettext_lazy("Telephone"),
    "issuer_url": gettext_lazy("Site"),
    "quote_after_paragraph": gettext_lazy("After paragraph"),
    "quote_text": gettext_lazy("Words"),
    "quote_speaker": gettext_lazy("Speaker"),
    "person_name": gettext_lazy("Name"),
    "person_role": gettext_lazy("Function"),
    "person_phone": gettext_lazy("Landline"),
    "person_mobile": gettext_lazy("Mobile"),
    "person_email": gettext_lazy("E-mail"),
}
_HINTS = {
    "code": gettext_lazy("Small letters, digits and hyphens. Left empty, it is made from the title."),
    "embargo": gettext_lazy("Left empty, there is none. Nothing appears before its end."),
    "theme": gettext_lazy("One that exists, or a new one. The archive and the feeds are ordered by it."),
    "body": gettext_lazy("The first paragraph is the lead. Leave an empty line between paragraphs."),
    "quote_after_paragraph": gettext_lazy("0 stands before the first."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the field ``at`` (``title``, ``quote_text-0``), or, with an empty ``at``, with the whole."""

    at: str
    sentence: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field; ``id`` is its anchor, ``name`` what is sent, ``listed`` the words one may choose from or type."""

    id: str
    name: str
    label: str
    value: str
    type: str
    hint: str = ""
    errors: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownForm:
    """The fields in the order in which they are asked for, and everything that is wrong, to stand on top."""

    head: tuple[ShownField, ...]
    body: ShownField
    quotes: tuple[tuple[ShownField, ...], ...]
    embargo: tuple[ShownField, ...]
    issuer: tuple[ShownField, ...]
    people: tuple[tuple[ShownField, ...], ...]
    problems: tuple[Problem, ...]
    began_from: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen from: languages for a new release, themes that have a name in the language."""

    languages: tuple[tuple[str, str], ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Builder:
    problems: Sequence[Problem]
    edition: Edition
    choices: Choices
    shown: list[str] = field(default_factory=list)
    """The anchors, in the order in which the fields are asked for."""

    def one(self, name: str, value: str, suffix: str = "") -> ShownField:
        anchor = f"{name}{suffix}"
        self.shown.append(anchor)
        return ShownField(
            id=anchor,
            name=name,
            label=str(_LABELS[name]),
            value=value,
            type="select" if name == "lang" else _TYPES.get(name, "text"),
            hint=str(_HINTS.get(name, "")),
            errors=tuple(each.sentence for each in self.problems if each.at == anchor),
            options=self._options(name, value),
            listed=self.choices.themes if name == "theme" else (),
        )

    def _options(self, name: str, value: str) -> tuple[tuple[str, str], ...]:
        if name == "lang":
            return self.choices.languages
        if name != "embargo_zone":
            return ()
        known = zones(self.edition)
        return known if any(zone == value for zone, _place in known) or not value else (*known, (value, value))

    def rows(self, kind: str, names: Iterable[str], rows: Sequence[Row]) -> tuple[tuple[ShownField, ...], ...]:
        return tuple(
            tuple(self.one(f"{kind}_{name}", row.get(name, ""), f"-{at}") for name in names)
            for at, row in enumerate(rows)
        )


def shown_form(
    fields: Fields, problems: Sequence[Problem], edition: Edition, choices: Choices, *, is_new: bool
) -> ShownForm:
    """``fields``, which already have their empty rows, with ``problems`` beside what they are about.

    A problem of a field that is not shown stands in the summary alone.
    """
    builder = _Builder(problems, edition, choices)
    asked = ("lang", "title", "code", "date", "place", "theme") if is_new else ("title", "date", "place", "theme")
    form = ShownForm(
        head=tuple(builder.one(name, getattr(fields, name)) for name in asked),
        body=builder.one("body", fields.body),
        quotes=builder.rows("quote", ("text", "speaker", "after_paragraph"), fields.quotes),
        embargo=tuple(builder.one(name, getattr(fields, name)) for name in ("embargo", "embargo_zone")),
        people=builder.rows("person", PERSON, fields.people),
        issuer=(
            *(builder.one(f"issuer_{name}", fields.issuer.get(name, "")) for name in ISSUER),
            builder.one("site", fields.site),
        ),
        problems=(),
        began_from=fields.began_from,
    )
    return _with_summary(form, problems, builder.shown)


def _with_summary(form: ShownForm, problems: Sequence[Problem], shown: Sequence[str]) -> ShownForm:
    order = {anchor: place for place, anchor in enumerate(shown)}
    named = tuple(
        Problem(each.at if each.at in shown else "", each.sentence, label_of(each.at) if each.at else "")
        for each in sorted(problems, key=lambda each: order.get(each.at, -1))
    )
    return ShownForm(form.head, form.body, form.quotes, form.embargo, form.issuer, form.people, named, form.began_from)


def label_of(anchor: str) -> str:
    """What the field with this anchor is called; in a row with the number of the row."""
    name, _dash, at = anchor.partition("-")
    label = str(_LABELS.get(name, ""))
    if not at:
        return label
    row = _("quotation") if name.startswith("quote") else _("spokesperson")
    return f"{label} ({row} {int(at) + 1})"
