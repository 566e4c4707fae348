from django.urls import path

from contactdays.web.participant import agenda, availability, briefing, calendar, feed, offline

urlpatterns = [
    path("agenda/", agenda.show, name="agenda"),
    path("agenda/seen/", agenda.see, name="see"),
    path("agenda/meetings/", briefing.show_day, name="briefings"),
    path("agenda/meetings/<str:code>/", briefing.show, name="briefing"),
    path("agenda/availability/", availability.show, name="availability"),
    path("agenda/availability/<int:stretch>/remove/", availability.remove, name="availability-remove"),
    path("agenda/worker.js", offline.worker, name="worker"),
    path("agenda/pdf/", agenda.pdf, name="agenda-pdf"),
    path("agenda/calendar/", calendar.show, name="calendar"),
    path("agenda/calendar/open/", calendar.open_address, name="calendar-open"),
    path("agenda/calendar/<int:feed>/revoke/", calendar.revoke, name="calendar-revoke"),
]
feed_urlpatterns = [path("<str:secret>.ics", feed.feed, name="feed")]
