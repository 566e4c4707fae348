"""How the press room writes the record: digests and instants, never words that the world may not know yet."""

from typing import Any

from contactdays.audit import services as audit
from contactdays.press.models import LanguageVersion, Release, Version


def of_release(action: str, release: Release, actor: audit.Actor, **told: Any) -> None:
    audit.record(action, f"release {release.code}", edition=release.edition, actor=actor, **told)


def of_version(action: str, version: Version, actor: audit.Actor, **told: Any) -> None:
    subject = f"release {version.release.code} version {version.number}"
    audit.record(action, subject, edition=version.edition, actor=actor, **told)


def of_text(action: str, text: LanguageVersion, actor: audit.Actor, **told: Any) -> None:
    version = text.version
    subject = f"release {version.release.code} version {version.number} {text.language}"
    audit.record(action, subject, edition=text.edition, actor=actor, **told)
