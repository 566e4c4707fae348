"""The page of one release: its languages side by side, and everything that can be done with its version."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.core import clock
from contactdays.core.text import LANGUAGES
from contactdays.press.enums import LanguageState
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.office import states
from contactdays.web.parts.addresses import address_of
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.choosing_sessions import session_choices
from contactdays.web.press.finding import Found, found
from contactdays.web.press.history import history_of
from contactdays.web.press.instants import by_the_clock_of, zones
from contactdays.web.press.marks import name_of, own_name
from contactdays.web.press.overview import title_of
from contactdays.web.press.panels import panels_of
from contactdays.web.press.refusals import Obstacle
from contactdays.web.press.scheduling import asked_in, foretell, now_sentences, usual
from contactdays.web.press.shown_files import files_of


@require_safe
def release(request: EditionRequest, token: str) -> HttpResponse:
    """The page; asked with an instant, it says what that instant would do."""
    return release_page(request, found(token))


def release_page(
    request: EditionRequest, this: Found, refused: tuple[Obstacle, ...] = (), status: int = 200, described: str = ""
) -> HttpResponse:
    """The page of ``this``; what was ``refused`` stands on top, what was said of the file ``described`` in its form."""
    asked, public = asked_in(request.GET, this), _public_languages(this)
    words = request.GET.get("sessions", "")
    ticked = request.GET.getlist("session") if "sessions" in request.GET else None
    prepared = {
        "this": this,
        "title": title_of(this.texts, this.release, request.language),
        "theme": this.release.theme.names.get_in(request.language),
        "refused": refused,
        "sent": request.POST,
        "panels": panels_of(this, request.user),
        **_situation(this, public),
        "reasons": _by_language(_typed(request, "reason") or this.release.reason, public),
        "asked": asked or usual(this),
        "foretold": foretell(this, asked, request.user) if asked else None,
        "now_sentences": now_sentences(this),
        "zones": zones(request.edition),
        "notes": _by_language(_typed(request, "note") or this.version.note, tuple(this.texts)),
        "days": session_choices(this.release, request.edition, words, ticked),
        "words": words,
        "files": files_of(this.version, described, request.POST),
        "file_languages": [(each, own_name(each)) for each in LANGUAGES],
        "history": history_of(this.release),
    }
    return render(request, "press/release.html", prepared, status=status)


def _situation(this: Found, public: tuple[str, ...]) -> dict[str, object]:
    """Which of the things that can be done make sense now."""
    now, withdrawn = clock.now(), this.release.withdrawn
    rows = this.texts.values()
    settled = [language for language, row in this.texts.items() if row.appears is not None]
    waiting = any(row.appears and row.appears > now for row in rows)
    appeared_here = any(row.appears and row.appears <= now for row in rows)
    open_states = {LanguageState.REVIEWED, LanguageState.SCHEDULED}
    found_states = set(states(this.version, this.release.source_language).values())
    return {
        "withdrawn": by_the_clock_of(withdrawn, this.version.edition.time_zone) if withdrawn else "",
        "waiting": waiting and not withdrawn,
        "to_appear": (waiting or any(row.appears is None for row in rows)) and not withdrawn,
        "public": public if not withdrawn else (),
        "public_names": [(each, own_name(each), _public_address(this, each)) for each in public],
        "correction": this.version.number > 1,
        "can_correct": appeared_here and not withdrawn,
        "can_schedule": bool(found_states & open_states) and not withdrawn,
        "can_attach": not withdrawn and all(row.appears is None for row in rows),
        "can_describe": not withdrawn and len(settled) < len(LANGUAGES),
        "can_note": this.version.number > 1 and not withdrawn and len(settled) < len(this.texts),
        "settled": settled,
        "can_discard": not withdrawn and all(row.appears is None for row in rows),
        "can_withdraw": bool(public) and not withdrawn,
    }


def _public_languages(this: Found) -> tuple[str, ...]:
    """The languages in which the release has ever appeared."""
    rows = LanguageVersion.objects.filter(version__release=this.release, appears__lte=clock.now())
    appeared = set(rows.values_list("language", flat=True))
    return tuple(language for language in LANGUAGES if language in appeared)


def _public_address(this: Found, language: str) -> str:
    edition = this.version.edition.code
    return address_of("pressroom:release", language=language, edition=edition, code=this.release.code)


def _typed(request: EditionRequest, name: str) -> dict[str, str]:
    """What was typed in a form that was refused, so that it is not lost."""
    sent = {language: request.POST.get(f"{name}_{language}", "") for language in LANGUAGES}
    return {language: words for language, words in sent.items() if words}


def _by_language(words: dict[str, str], languages: tuple[str, ...]) -> list[tuple[str, str, str, str]]:
    return [(each, own_name(each), name_of(each), words.get(each, "")) for each in languages]
