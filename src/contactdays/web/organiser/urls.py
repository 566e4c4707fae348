from django.urls import path, register_converter

from contactdays.web.organiser import people, plans, workbook
from contactdays.web.parts.converters import CodeConverter

register_converter(CodeConverter, "code")

urlpatterns = [
    path("", plans.home, name="home"),
    path("plans/", plans.overview, name="plans"),
    path("plans/draft/", plans.draft, name="draft"),
    path("plans/<int:number>/", plans.plan, name="plan"),
    path("people/", people.directory, name="people"),
    path("people/<code:code>/agenda/", people.agenda, name="agenda"),
    path("people/<code:code>/agenda/pdf/", people.agenda_as_pdf, name="agenda-pdf"),
    path("import/", workbook.import_page, name="import"),
    path("import/confirm/", workbook.confirm, name="import-confirm"),
]
