from django.urls import path, register_converter

from contactdays.web.parts.converters import CodeConverter, LanguageConverter
from contactdays.web.press import acts, alerts, attachments, importing, overview, pages, release_page, roster, writing

register_converter(CodeConverter, "spokesperson")
register_converter(LanguageConverter, "text_language")

_RELEASE = "releases/<str:token>/"
_TEXT = f"{_RELEASE}<text_language:text_language>/"

urlpatterns = [
    path("", overview.overview, name="home"),
    path("alerts/<int:alert>/seen/", alerts.seen, name="alert-seen"),
    path("import/", importing.import_page, name="import"),
    path("live-preview/", pages.live, name="live"),
    path("spokespersons/", roster.roster, name="roster"),
    path("spokespersons/<spokesperson:code>/keep/", roster.keep, name="spokesperson"),
    path("duties/add/", roster.add, name="duty-add"),
    path("duties/<int:duty>/remove/", roster.remove, name="duty-remove"),
    path("releases/new/", writing.new, name="new"),
    path(_RELEASE, release_page.release, name="release"),
    path(f"{_RELEASE}note/", acts.note, name="note"),
    path(f"{_RELEASE}sessions/", acts.sessions, name="sessions"),
    path(f"{_RELEASE}schedule/", acts.schedule, name="schedule"),
    path(f"{_RELEASE}publish/", acts.publish, name="publish"),
    path(f"{_RELEASE}unschedule/", acts.unschedule, name="unschedule"),
    path(f"{_RELEASE}correct/", acts.correct, name="correct"),
    path(f"{_RELEASE}withdraw/", acts.withdraw, name="withdraw"),
    path(f"{_RELEASE}discard/", acts.discard, name="discard"),
    path(f"{_RELEASE}files/add/", attachments.add, name="attach"),
    path(f"{_RELEASE}files/<str:file>/", attachments.show, name="file"),
    path(f"{_RELEASE}files/<str:file>/describe/", attachments.describe_file, name="describe"),
    path(f"{_RELEASE}files/<str:file>/move/", attachments.move, name="move"),
    path(f"{_RELEASE}files/<str:file>/remove/", attachments.remove, name="detach"),
    path(f"{_TEXT}edit/", writing.edit, name="edit"),
    path(f"{_TEXT}preview/", pages.preview, name="preview"),
    path(f"{_TEXT}pdf/", pages.document, name="pdf"),
    path(f"{_TEXT}review/", acts.review, name="review"),
    path(f"{_TEXT}still-right/", acts.confirm, name="confirm"),
]
