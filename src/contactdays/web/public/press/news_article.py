"""A release for programs that read pages: schema.org NewsArticle as JSON-LD."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from contactdays.press.characters import readable
from contactdays.press.markdown import lead_of
from contactdays.press.models import Attachment
from contactdays.press.release_text import Issuer
from contactdays.web.parts.dates import machine_time
from contactdays.web.parts.markup import data_block
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.sites import site_address
from contactdays.web.public.linked_data import session_event
from contactdays.web.public.press.release_page import ReleasePage

Thing = dict[str, Any]
Absolute = Callable[..., str]


def news_article(shown: ReleasePage, request: EditionRequest) -> SafeString:
    """``shown`` as a block of data; every address in it is whole."""

    def absolute(route: str, **more: object) -> str:
        place = {"language": request.language, "edition": request.edition.code, **more}
        return str(request.build_absolute_uri(reverse(route, kwargs=place)))

    article = _article(shown, absolute) | _relations(shown, absolute)
    return data_block({"@context": "https://schema.org", **{name: each for name, each in article.items() if each}})


def _article(shown: ReleasePage, absolute: Absolute) -> Thing:
    text, here = shown.text, absolute("pressroom:release", code=shown.text.code)
    issuer = _organisation(text.issuer)
    return {
        "@type": "NewsArticle",
        "@id": here,
        "url": here,
        "mainEntityOfPage": here,
        "headline": readable(text.title),
        "description": lead_of(text.body),
        "inLanguage": text.lang,
        "datePublished": machine_time(shown.stamp.appeared),
        "dateModified": machine_time(shown.stamp.changed),
        "version": str(shown.stamp.number),
        "dateline": f"{readable(text.place)}, {shown.stamp.day}",
        "author": issuer,
        "publisher": issuer,
        "correction": shown.note,
        "image": [_picture(each, absolute, text.lang) for each in shown.attached.pictures],
    }


def _relations(shown: ReleasePage, absolute: Absolute) -> Thing:
    """What it is about, what it is based on, and where it stands in other languages."""
    programme, code = absolute("public:programme"), shown.text.code
    earlier = absolute("pressroom:version", code=code, number=shown.before) if shown.before else None
    events = [session_event(each.item, programme) for each in shown.sessions if each.item.title]
    return {
        "about": [{"@type": "Thing", "name": readable(shown.text.theme)}, *events],
        "isBasedOn": earlier,
        "workTranslation": [
            _translation(each.code, absolute("pressroom:release", language=each.code, code=code))
            for each in shown.languages.appeared
            if each.code != shown.text.lang
        ],
    }


def _translation(language: str, address: str) -> Thing:
    return {"@type": "NewsArticle", "@id": address, "url": address, "inLanguage": language}


def _organisation(issuer: Issuer) -> Thing:
    site = site_address(issuer.url)
    return {"@type": "Organization", "name": readable(issuer.name), **({"url": site} if site else {})}


def _picture(picture: Attachment, absolute: Absolute, language: str) -> Thing:
    file = picture.file
    shown = {
        "@type": "ImageObject",
        "url": absolute("pressroom:file", token=file.token, name=file.name),
        "width": file.width,
        "height": file.height,
        "caption": picture.caption.get_in(language),
        "creditText": picture.rights,
    }
    return {name: each for name, each in shown.items() if each}
