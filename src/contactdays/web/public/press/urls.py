from django.urls import path, register_converter

from contactdays.web.parts.converters import CodeConverter
from contactdays.web.public.press import archive_views, calendars, feeds, files, sitemap, views

register_converter(CodeConverter, "release")

urlpatterns = [
    path("", views.home, name="home"),
    path("releases/<release:code>/", views.release, name="release"),
    path("releases/<release:code>/v<int:number>/", views.version, name="version"),
    path("releases/<release:code>.txt", views.text, name="text"),
    path("archive/", archive_views.archive, name="archive"),
    path("archive/<int:year>/", archive_views.year, name="year"),
    path("themes/<release:theme>/", archive_views.theme, name="theme"),
    path("search/", archive_views.search, name="search"),
    path("releases/<release:code>.pdf", files.release_pdf, name="release-pdf"),
    path("releases/<release:code>/v<int:number>.pdf", files.version_pdf, name="version-pdf"),
    path("files/<release:token>/small/<str:name>", files.small, name="small-file"),
    path("files/<release:token>/<str:name>", files.whole, name="file"),
    path("feed.atom", feeds.atom, name="atom"),
    path("feed.rss", feeds.rss, name="rss"),
    path("themes/<release:theme>/feed.atom", feeds.atom, name="theme-atom"),
    path("themes/<release:theme>/feed.rss", feeds.rss, name="theme-rss"),
    path("points.ics", calendars.points, name="points"),
    path("spokespersons/<release:code>.vcf", calendars.card, name="card"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
]
