from django.utils.translation import override

from contactdays.web.parts.markup import filled
from contactdays.web.parts.stencils import stencil

BLANKS = ("address", "title", "start", "end", "instant", "place", "venue", "languages")
PLAIN = (("state", ""), ("press", "open"), ("titled", True), ("elsewhere", False), ("spoken", False))


def words(**given):
    return {**dict.fromkeys(BLANKS, ""), **given}


def test_words_are_escaped_and_percent_signs_stay_what_they_are():
    with override("en"):
        entry = filled(stencil("public/entry.html", PLAIN, BLANKS), words(title='100 % <b>"A" & B</b> %(x)s'))
    assert "100 % &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt; %(x)s" in entry
    assert "\ue000" not in entry


def test_shape_and_language_are_those_asked_for():
    past = (("state", "past"), *PLAIN[1:])
    with override("fr"):
        assert "Ouvert à la presse" in stencil("public/entry.html", PLAIN, BLANKS)
        assert 'class="entry past"' in stencil("public/entry.html", past, BLANKS)
    with override("nl"):
        assert "Open voor de pers" in stencil("public/entry.html", PLAIN, BLANKS)
