"""Style, fonts and pictures: collected under names that change with their contents, compressed beside."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

import contactdays.web

TEMPLATES = Path(contactdays.web.__file__).parent / "templates"
NAMED = re.compile(r"{% static ['\"]([^'\"]+)['\"] %}")
STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def collected(settings, tmp_path):
    """A folder with what ``collectstatic`` makes outside the tests, and the hashed name of each file."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": STORAGE}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path, json.loads((tmp_path / "staticfiles.json").read_text())["paths"]


def test_every_file_a_template_names_is_collected(collected):
    folder, hashed = collected
    named = {name for template in TEMPLATES.rglob("*.html") for name in NAMED.findall(template.read_text())}
    assert named
    assert named <= hashed.keys()
    assert {name for name in named if not (folder / hashed[name]).exists()} == set()


def test_style_sheets_refer_to_hashed_names_and_are_compressed(collected):
    folder, hashed = collected
    style = (folder / hashed["tokens.css"]).read_text()
    fonts = re.findall(r"url\(\"?([^)\"]+)\"?\)", style)
    assert len(fonts) == 4
    assert {font for font in fonts if font not in hashed.values()} == set()
    assert gzip.decompress((folder / f"{hashed['tokens.css']}.gz").read_bytes()).decode() == style


@pytest.mark.parametrize("path", ["/static/", "/static/lost.css", "/static/../settings.py", "/static/%2e%2e/urls.py"])
def test_nothing_else_is_below_the_static_address(client, db, path):
    assert client.get(path).status_code == 404
