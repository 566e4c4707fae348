"""What is done to a release from its page. Each act is told, or refused with everything that stands in its way."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from contactdays.core import clock
from contactdays.core.errors import DomainError
from contactdays.core.text import LANGUAGES, Text, as_text
from contactdays.press.services import workflow, writing
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.finding import Found, found, text_in
from contactdays.web.press.marks import own_name
from contactdays.web.press.overview import title_of
from contactdays.web.press.refusals import Obstacle, obstacles
from contactdays.web.press.release_page import release_page
from contactdays.web.press.scheduling import asked_in

Act = Callable[[Found], str]


class Refused(Exception):
    """The page itself refuses: a tick is missing, or what was shown is no longer what is there."""

    def __init__(self, sentence: str, language: str = "") -> None:
        super().__init__(sentence)
        self.obstacle = Obstacle(sentence, language)


def _done(request: EditionRequest, token: str, act: Act) -> HttpResponse:
    this = found(token)
    try:
        told = act(this)
    except Refused as refused:
        return release_page(request, found(token), (refused.obstacle,), status=409)
    except ValidationError as refused:
        return release_page(request, found(token), tuple(map(Obstacle, refused.messages)), status=422)
    except DomainError as refused:
        return release_page(request, found(token), obstacles(refused, request.edition), status=409)
    messages.success(request, told)
    return redirect(address_in(request, "press:release", token=token))


def _require_as_shown(request: EditionRequest, this: Found, language: str) -> None:
    """The text that was shown is the one that is there; nobody answers for words they have not seen."""
    if text_in(this, language).text.digest() != request.POST.get("digest"):
        raise Refused(_("This text was changed after you opened the page. Read it again first."), language)


def _require_version(request: EditionRequest, this: Found) -> None:
    if request.POST.get("number") != str(this.version.number):
        raise Refused(_("This release has a newer version than the page you had open. Look at it first."))


def _require_tick(request: EditionRequest) -> None:
    if "sure" not in request.POST:
        raise Refused(_("Nothing was done: the tick that you know what it does was missing."))


@require_POST
def review(request: EditionRequest, token: str, text_language: str) -> HttpResponse:
    def act(this: Found) -> str:
        _require_as_shown(request, this, text_language)
        workflow.review(text_in(this, text_language), actor=request.user)
        return _("%(language)s is reviewed: you answer for it.") % {"language": own_name(text_language)}

    return _done(request, token, act)


@require_POST
def confirm(request: EditionRequest, token: str, text_language: str) -> HttpResponse:
    def act(this: Found) -> str:
        _require_as_shown(request, this, text_language)
        writing.confirm_text(text_in(this, text_language), actor=request.user)
        return _("%(language)s is still right.") % {"language": own_name(text_language)}

    return _done(request, token, act)


@require_POST
def note(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        writing.set_note(this.version, _words(request, "note"), actor=request.user)
        return _("What this correction changes is kept.")

    return _done(request, token, act)


def _words(request: EditionRequest, name: str) -> Text:
    sent = {language: request.POST.get(f"{name}_{language}", "") for language in LANGUAGES}
    return as_text({language: words.replace("\r\n", "\n") for language, words in sent.items()})


@require_POST
def sessions(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        writing.link_sessions(this.release, request.POST.getlist("session"), actor=request.user)
        return _("The sessions are kept.")

    return _done(request, token, act)


@require_POST
def schedule(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        _require_version(request, this)
        asked = asked_in(request.POST, this)
        if asked is None or asked.instant is None:
            raise Refused(asked.error if asked else _("Give a day and a time first."))
        if asked.instant <= clock.now():
            raise Refused(_("That instant has passed. To make it public now, use the button for that."))
        workflow.schedule(this.version, asked.instant, zone=asked.zone, actor=request.user)
        return _("It is on the clock.")

    return _done(request, token, act)


@require_POST
def publish(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        _require_tick(request)
        _require_version(request, this)
        workflow.schedule(this.version, clock.now(), zone=this.version.zone, actor=request.user)
        return _("It is public.")

    return _done(request, token, act)


@require_POST
def unschedule(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        workflow.unschedule(this.version, actor=request.user)
        return _("It is off the clock. The reviews stand.")

    return _done(request, token, act)


@require_POST
def correct(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        version = writing.begin_correction(this.release, actor=request.user)
        return _("Version %(number)s is begun. The public one stands until this one appears.") % {
            "number": version.number
        }

    return _done(request, token, act)


@require_POST
def withdraw(request: EditionRequest, token: str) -> HttpResponse:
    def act(this: Found) -> str:
        _require_tick(request)
        workflow.withdraw(this.release, _words(request, "reason"), actor=request.user)
        return _("The release is withdrawn. Its address says so, and why.")

    return _done(request, token, act)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: EditionRequest, token: str) -> HttpResponse:
    """Ask first (GET); drop the version (POST)."""
    this = found(token)
    if request.method != "POST":
        title = title_of(this.texts, this.release, request.language)
        return render(request, "press/discard.html", {"this": this, "title": title})
    try:
        _require_version(request, this)
        writing.discard(this.version, actor=request.user)
    except Refused as refused:
        return release_page(request, found(token), (refused.obstacle,), status=409)
    except DomainError as refused:
        return release_page(request, found(token), obstacles(refused, request.edition), status=409)
    messages.success(request, _("The version is discarded."))
    if this.version.number == 1:
        return redirect(address_in(request, "press:home"))
    return redirect(address_in(request, "press:release", token=token))
