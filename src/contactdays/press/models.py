"""Releases with their versions and languages, their files, who answers the press, and who guesses addresses.

When the world may know is one column: ``LanguageVersion.appears``. Everything public asks for it
(``press.queries.public``); nothing else decides.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from contactdays.core.models import EditionOwned
from contactdays.core.text import MultilingualField
from contactdays.editions.validators import validate_code, validate_time_zone
from contactdays.press.enums import AttachmentKind
from contactdays.press.release_text import ReleaseText, from_values


def random_token() -> str:
    """256 bits that stand in the address of what must not be guessed."""
    return secrets.token_urlsafe(32)


class Theme(EditionOwned):
    """What releases are about, by its name in each language; the archive and the feeds are ordered by it."""

    code = models.CharField(max_length=40, validators=[validate_code])
    names = MultilingualField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="one_theme_a_code")]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Release(EditionOwned):
    """One announcement, whatever its versions and languages. Public pages know its ``code``, the office its ``token``.

    ``sessions`` are codes and not references, so that a programme imported anew keeps them. From ``withdrawn`` on, what
    is left of a release is the ``reason``.
    """

    code = models.CharField(max_length=60, validators=[validate_code])
    token = models.CharField(max_length=60, default=random_token, unique=True)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="releases")
    source_language = models.CharField(max_length=2)
    sessions = models.JSONField(default=list, blank=True, help_text="codes of the sessions it tells of")
    withdrawn = models.DateTimeField(null=True, blank=True)
    reason = MultilingualField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="one_release_a_code")]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class Version(EditionOwned):
    """A release as it stood or will stand. ``note`` tells readers what a correction changed; ``zone`` is whose clock
    the office set its instant by."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    note = MultilingualField()
    zone = models.CharField(max_length=64, validators=[validate_time_zone])
    created = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=Q(number__gt=0), name="versions_count_from_one"),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.release_id} version {self.number}"


class LanguageVersion(EditionOwned):
    """A version in one language: its words, who wrote and who reviewed them, and from when on the world may know.

    ``source_content`` is the source language's text that this one was read against. ``words`` is for searching: every
    word of the text, in lower case and without accents. A text with ``appears`` was reviewed, and never changes.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    content = models.JSONField()
    words = models.TextField()
    source_content = models.JSONField(null=True, blank=True)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    writer_name = models.CharField(max_length=300)
    written = models.DateTimeField()
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewer_name = models.CharField(max_length=300, blank=True)
    reviewed = models.DateTimeField(null=True, blank=True)
    appears = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "language"], name="one_text_a_language"),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True) | Q(writer__isnull=True) | ~Q(reviewer=F("writer")),
                name="reviewed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(appears__isnull=True) | Q(reviewed__isnull=False, reviewer__isnull=False),
                name="nothing_appears_unreviewed",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.version_id} in {self.language}"

    @property
    def text(self) -> ReleaseText:
        return from_values(self.content)

    @property
    def source_text(self) -> ReleaseText | None:
        return from_values(self.source_content) if self.source_content else None


class Paper(EditionOwned):
    """The document of a text, as it was typeset when it was scheduled."""

    text = models.OneToOneField(LanguageVersion, on_delete=models.CASCADE, related_name="paper")
    pdf = models.BinaryField()
    pages = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.text_id}, {self.pages} pages"


class File(EditionOwned):
    """Something to download, known by its ``token`` alone; its bytes stand apart."""

    token = models.CharField(max_length=60, default=random_token, unique=True)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    digest = models.CharField(max_length=64)
    created = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class FileContent(EditionOwned):
    """The bytes of a file; of a picture also a smaller copy for pages."""

    file = models.OneToOneField(File, on_delete=models.CASCADE, related_name="content")
    whole = models.BinaryField()
    small = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return f"content of {self.file_id}"


class Attachment(EditionOwned):
    """A file of one version, in ``language`` or (empty) in all; ``rights``: whose a picture is, and who may use it."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=10, choices=AttachmentKind.choices)
    language = models.CharField(max_length=2, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    alternative = MultilingualField()
    caption = MultilingualField()
    rights = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "file"], name="one_attachment_a_file")]
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.file_id} of {self.version_id}"


class Spokesperson(EditionOwned):
    """Who answers the press, in which ``languages``; only what the person agreed to is shown.

    ``code`` is that of the participant, and not a reference, so that a workbook imported anew keeps the record.
    """

    code = models.CharField(max_length=40, validators=[validate_code])
    languages = models.JSONField(default=list, blank=True)
    landline = models.CharField(max_length=40, blank=True)
    mobile = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    shows_landline = models.BooleanField(default=False)
    shows_mobile = models.BooleanField(default=False)
    shows_email = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="one_spokesperson_a_code")]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Duty(EditionOwned):
    """``spokesperson`` answers from ``start`` to ``end``, in ``languages`` of theirs."""

    spokesperson = models.ForeignKey(Spokesperson, on_delete=models.CASCADE, related_name="duties")
    start = models.DateTimeField()
    end = models.DateTimeField()
    languages = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(end__gt=F("start")), name="duty_ends_after_it_begins")]
        ordering = ["start", "pk"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return f"{self.spokesperson_id} {self.start:%Y-%m-%d %H:%M}"


class Miss(EditionOwned):
    """An address of the press room that was asked for from ``network`` and is not there; kept for some minutes."""

    network = models.CharField(max_length=50)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["edition", "network", "at"], name="press_misses")]
        verbose_name_plural = "misses"

    def __str__(self) -> str:
        return f"{self.network} {self.at:%H:%M:%S}"


class Alert(EditionOwned):
    """Somebody on ``network`` guesses addresses: ``count`` misses from ``since`` to ``until``."""

    network = models.CharField(max_length=50)
    since = models.DateTimeField()
    until = models.DateTimeField()
    count = models.PositiveIntegerField()
    seen = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return f"{self.count} misses from {self.network}"
