from django.urls import path, register_converter

from contactdays.web.organiser import board, people, plan_figures, plans, sessions, slots, workbook
from contactdays.web.organiser.converters import DayConverter, MomentConverter
from contactdays.web.parts.converters import CodeConverter

register_converter(CodeConverter, "code")
register_converter(DayConverter, "board-day")
register_converter(MomentConverter, "board-moment")

urlpatterns = [
    path("", plans.home, name="home"),
    path("board/", board.week, name="board"),
    path("board/<board-day:day>/", slots.day, name="board-day"),
    path("board/<board-day:day>/<board-moment:moment>/", slots.slot, name="board-slot"),
    path("sessions/<code:code>/", sessions.session, name="session"),
    path("plans/", plans.overview, name="plans"),
    path("plans/draft/", plans.draft, name="draft"),
    path("plans/draft/figures/", plan_figures.draft, name="draft-figures"),
    path("plans/<int:number>/", plans.plan, name="plan"),
    path("plans/<int:number>/figures/", plan_figures.plan, name="plan-figures"),
    path("people/", people.directory, name="people"),
    path("people/<code:code>/agenda/", people.agenda, name="agenda"),
    path("people/<code:code>/agenda/pdf/", people.agenda_as_pdf, name="agenda-pdf"),
    path("import/", workbook.import_page, name="import"),
    path("import/confirm/", workbook.confirm, name="import-confirm"),
]
