import hashlib
import re

from contactdays.typesetting.compiler import FONTS, font_families

ROW = re.compile(r"\| `(\S+)` \|.*\[(\S+?)\]\(\S+\) \| `([0-9a-f]{64})` \|")
LISTED = {name: (licence, digest) for name, licence, digest in ROW.findall((FONTS / "README.md").read_text())}


def test_the_readme_lists_every_font_with_its_checksum():
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.?tf")}
    assert {name: digest for name, (_, digest) in LISTED.items()} == found


def test_every_licence_lies_beside_the_fonts_and_is_used():
    assert {licence for licence, _ in LISTED.values()} == {path.name for path in FONTS.glob("*.txt")}


def test_documents_see_the_vendored_fonts_and_no_others():
    assert font_families() == [
        "Droid Sans Fallback",
        "Gentium Book Plus",
        "Noto Sans",
        "Noto Sans Arabic",
        "Noto Sans Armenian",
        "Noto Sans Devanagari",
        "Noto Sans Georgian",
        "Noto Sans Hebrew",
        "Noto Sans Thai",
        "Source Sans 3",
    ]


def test_the_fonts_together_stay_small_enough_to_ship():
    assert sum(path.stat().st_size for path in FONTS.glob("*.?tf")) < 10_000_000
