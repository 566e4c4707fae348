"""Writing a release in one language: new, changed, translated beside its source."""

from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from contactdays.core.errors import DomainError
from contactdays.core.text import LANGUAGES
from contactdays.press.errors import AnotherTheme, NoDraft, Withdrawn
from contactdays.press.models import LanguageVersion, Release, Theme
from contactdays.press.queries.office import states
from contactdays.press.release_text import ReleaseText
from contactdays.press.services.holding import hold_version
from contactdays.press.services.writing import write_text
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.checking import checked
from contactdays.web.press.differences import differences, source_changes
from contactdays.web.press.editor_form import Choices, Problem, shown_form
from contactdays.web.press.fields import Fields, fields_of, first_fields, translation_fields, typed
from contactdays.web.press.finding import Found, found
from contactdays.web.press.instants import by_the_clock_of
from contactdays.web.press.marks import name_of, own_name
from contactdays.web.press.refusals import obstacles
from contactdays.web.press.release_page import release_page
from contactdays.web.press.rendering import rendered
from contactdays.web.press.shown_roster import agreed_contacts


class Taken(Exception):
    """A new release was given a code that another has."""


class Changed(Exception):
    """Somebody else kept ``row`` (None: dropped it) after this writer had begun."""

    def __init__(self, row: LanguageVersion | None) -> None:
        super().__init__()
        self.row = row


def new(request: EditionRequest) -> HttpResponse:
    """The form of a new release (GET), or what became of it (POST)."""
    if request.method == "POST":
        return _posted(request, _with_code(typed(request.POST)), None)
    asked = request.GET.get("lang", "")
    language = asked if asked in LANGUAGES else request.edition.default_language
    return _page(request, first_fields(request.edition, language, agreed_contacts(language, request.edition)), None)


def edit(request: EditionRequest, token: str, text_language: str) -> HttpResponse:
    """The form of one language of a release (GET), or what became of it (POST)."""
    this = found(token)
    if request.method == "POST":
        sent = replace(typed(request.POST), code=this.release.code, lang=text_language)
        return _posted(request, sent, this)
    settled = _settled(this, text_language)
    if settled is not None:
        return release_page(request, this, obstacles(settled, request.edition), status=409)
    return _page(request, _fields_to_edit(request, this, text_language), this)


def _settled(this: Found, language: str) -> DomainError | None:
    """Why the text cannot be changed, said before anybody writes in vain."""
    if this.release.withdrawn is not None:
        return Withdrawn(release=this.release.code)
    if language in this.texts and this.texts[language].appears is not None:
        return NoDraft(release=this.release.code, languages=(language,))
    return None


def _fields_to_edit(request: EditionRequest, this: Found, language: str) -> Fields:
    if language in this.texts:
        return fields_of(this.texts[language].text, request.edition)
    theme = this.release.theme.names.get_in(language) or ""
    if this.source is None:
        known = first_fields(request.edition, language, agreed_contacts(language, request.edition))
        return replace(known, code=this.release.code, theme=theme)
    roles = {each.name: each.role for each in agreed_contacts(language, request.edition)}
    return translation_fields(this.source.text, language, request.edition, theme, roles)


def _with_code(fields: Fields) -> Fields:
    """A new release without a code is given the one its title suggests."""
    return fields if fields.code.strip() else replace(fields, code=slugify(fields.title)[:40].strip("-"))


def _posted(request: EditionRequest, fields: Fields, this: Found | None) -> HttpResponse:
    act = request.POST.get("act", "save")
    if act in ("add-quote", "add-person"):
        return _page(request, fields, this, room=act)
    text, problems = checked(fields)
    if not fields.title.strip() and not fields.code.strip():  # the title that is missing will bring one
        problems = tuple(each for each in problems if each.at != "code")
    if this is None and _is_taken(fields.code):
        problems = (*problems, _taken())
    if act == "preview":
        return _page(request, fields, this, problems=problems, preview=True)
    if problems or text is None:
        return _page(request, fields, this, problems=problems, status=422)
    try:
        row = _keep(request, text, fields.began_from, this)
    except Taken:
        return _page(request, fields, this, problems=(_taken(),), status=422)
    except Changed as changed:
        return _conflict(request, fields, this, changed.row)
    except DomainError as refused:
        return _page(request, fields, this, problems=_as_problems(refused, request), status=409)
    messages.success(request, _("%(language)s is kept.") % {"language": own_name(row.language)})
    return redirect(address_in(request, "press:release", token=row.version.release.token))


def _is_taken(code: str) -> bool:
    return bool(Release.objects.filter(code=code).exists())


def _taken() -> Problem:
    return Problem("code", _("Another release has this code. Give this one a code of its own."))


@transaction.atomic
def _keep(request: EditionRequest, text: ReleaseText, began_from: str, this: Found | None) -> LanguageVersion:
    """Write ``text``; raise ``Changed`` when what is kept is not what its writer began from, or ``Taken``."""
    if this is None:
        if _is_taken(text.code):
            raise Taken
    else:
        kept = _kept_now(this, text.lang)
        if (kept.text.digest() if kept else "") != began_from:
            raise Changed(kept)
    return write_text(text, edition=request.edition, actor=request.user)


def _kept_now(this: Found, language: str) -> LanguageVersion | None:
    hold_version(this.version)
    row: LanguageVersion | None = LanguageVersion.objects.filter(version=this.version, language=language).first()
    return row


def _as_problems(refused: DomainError, request: EditionRequest) -> tuple[Problem, ...]:
    at = "theme" if isinstance(refused, AnotherTheme) else ""
    return tuple(Problem(at, each.sentence) for each in obstacles(refused, request.edition))


def _conflict(
    request: EditionRequest, fields: Fields, this: Found | None, theirs: LanguageVersion | None
) -> HttpResponse:
    """Both texts: theirs beside, one's own in the form, which now begins from theirs."""
    mine, _problems = checked(fields)
    now = replace(fields, began_from=theirs.text.digest() if theirs else "")
    told = differences(theirs.text, mine) if theirs is not None and mine is not None else ()
    return _page(request, now, this, conflict={"theirs": theirs, "differences": told}, status=409)


def _page(
    request: EditionRequest,
    fields: Fields,
    this: Found | None,
    *,
    problems: tuple[Problem, ...] = (),
    room: str = "",
    preview: bool = False,
    conflict: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    roomy = fields.with_room(quotes=room == "add-quote", people=room == "add-person")
    prepared = {
        "form": shown_form(roomy, problems, request.edition, _choices(fields, this), is_new=this is None),
        "this": this,
        "language": fields.lang,
        "language_name": name_of(fields.lang or "en"),
        "shown": rendered(fields),
        "previewed": preview,
        "conflict": conflict,
        **_beside(this, fields.lang),
    }
    return render(request, "press/editor.html", prepared, status=status)


def _choices(fields: Fields, this: Found | None) -> Choices:
    names = (theme.names.get_in(fields.lang) for theme in Theme.objects.all())
    languages = tuple((each, own_name(each)) for each in LANGUAGES) if this is None else ()
    return Choices(languages, tuple(sorted(name for name in names if name)))


def _beside(this: Found | None, language: str) -> dict[str, object]:
    """The source, and what it says differently since this translation was written after it."""
    if this is None or this.source is None or language == this.release.source_language:
        return {}
    row = this.texts.get(language)
    outdated = row is not None and states(this.version, this.release.source_language)[language] == "outdated"
    return {
        "source": this.source,
        "source_name": name_of(this.release.source_language),
        "source_written": by_the_clock_of(this.source.written, this.version.edition.time_zone),
        "source_shown": rendered(fields_of(this.source.text, this.version.edition)),
        "outdated": outdated,
        "source_changes": source_changes(this, row) if row is not None and outdated else (),
    }
