import pytest
from django.utils.translation import override

from contactdays.core.text import Text
from contactdays.people.enums import Gender, IncumbencyRole, PostKind
from contactdays.people.models import Organisation, Post
from contactdays.people.naming import name_of_post, title_of_head

CAIRO = Post(
    code="CAI", kind="embassy", city="Cairo", city_names=Text(nl="Caïro", fr="Le Caire", de="Kairo"), country="EG"
)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("nl", "Ambassade in Caïro"),
        ("fr", "Ambassade au Caire"),
        ("de", "Botschaft in Kairo"),
        ("en", "Embassy in Cairo"),
    ],
)
def test_a_post_is_called_as_each_language_calls_it(language, name):
    with override(language):
        assert name_of_post(CAIRO) == name


@pytest.mark.parametrize(
    ("language", "gender", "title"),
    [
        ("nl", Gender.FEMALE, "Ambassadeur in Caïro"),
        ("fr", Gender.FEMALE, "Ambassadrice au Caire"),
        ("fr", Gender.MALE, "Ambassadeur au Caire"),
        ("de", Gender.FEMALE, "Botschafterin in Kairo"),
        ("de", Gender.OTHER, "Botschafter in Kairo"),
        ("en", Gender.MALE, "Ambassador in Cairo"),
    ],
)
def test_a_heads_title_follows_language_and_gender(language, gender, title):
    with override(language):
        assert title_of_head(CAIRO, IncumbencyRole.HEAD, gender) == title


@pytest.mark.parametrize("kind", PostKind)
@pytest.mark.parametrize("role", IncumbencyRole)
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_every_title_names_the_city(kind, role, language):
    post = Post(code="X", kind=kind, city="Lima", country="PE")
    with override(language):
        for gender in Gender:
            assert "Lima" in title_of_head(post, role, gender)
        assert "Lima" in name_of_post(post)


def test_a_proper_name_stands_as_it_is_where_a_language_has_none_of_its_own():
    finance = Organisation(code="FIN", name="FPS Finance", names=Text(nl="FOD Financiën"))
    assert (finance.name_in("nl"), finance.name_in("fr")) == ("FOD Financiën", "FPS Finance")
