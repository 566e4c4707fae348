"""Static files, answered from the shelf before anything else is asked."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from contactdays.web.parts.packing import answer
from contactdays.web.parts.shelf import shelf

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"


class StaticFiles:
    """Answer what stands below ``STATIC_URL`` and is there; leave every other request to the site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.start = settings.STATIC_URL
        self.shelf = shelf()
        self.kept_for_ever = frozenset(self.shelf.hashed.values())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(self.start) or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        name = path.removeprefix(self.start)
        packed = self.shelf.files.get(name)
        if packed is None:
            return self.get_response(request)
        return answer(request, packed, {"Cache-Control": FOR_EVER if name in self.kept_for_ever else ASK_AGAIN})
