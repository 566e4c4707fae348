"""What the press room refuses. ``code`` of a release and ``languages`` are in the data wherever they matter."""

from contactdays.core.errors import DomainError


class NoDraft(DomainError):
    """The release ``release`` has appeared or is scheduled; it changes through a correction only."""

    code = "press_no_draft"


class Discarded(DomainError):
    """Somebody else has discarded ``release``, or the version it was about."""

    code = "press_discarded"


class CodeTaken(DomainError):
    """Somebody else has begun a release with the code ``release``."""

    code = "press_code_taken"


class AnotherTheme(DomainError):
    """The theme of ``release`` is called ``name`` in ``language``, and the text says ``given``."""

    code = "press_another_theme"


class CorrectionOpen(DomainError):
    """Version ``number`` of ``release`` is being prepared already."""

    code = "press_correction_open"


class NothingAppeared(DomainError):
    """``release`` has not appeared; there is nothing to correct or to withdraw."""

    code = "press_nothing_appeared"


class SecondPersonNeeded(DomainError):
    """A text is reviewed by somebody who did not write it, with an account of their own."""

    code = "press_second_person_needed"


class ReadAnother(DomainError):
    """Somebody changed the text after it was read; nobody answers for words they have not seen."""

    code = "press_read_another"


class NotReady(DomainError):
    """Nothing was scheduled. ``languages`` maps each language that stands in the way to its state; ``notes`` are
    the languages in which a correction does not say what it changed; ``attachments`` are pairs of a picture's file name
    and what it lacks: ``rights``, or the languages in which it has no alternative text."""

    code = "press_not_ready"


class BeforeEmbargo(DomainError):
    """The text in ``language`` says that its embargo ends at ``embargo``, which is later than ``instant``."""

    code = "press_before_embargo"


class AppearedAlready(DomainError):
    """The instant has passed: what has appeared is corrected or withdrawn, never taken back."""

    code = "press_appeared_already"


class Unprintable(DomainError):
    """No vendored font has the ``characters`` (a tuple) in the text in ``language``."""

    code = "press_unprintable"


class ReasonMissing(DomainError):
    """A withdrawal says why in each of the ``languages`` the release appeared in."""

    code = "press_reason_missing"


class Withdrawn(DomainError):
    """``release`` was withdrawn; what is left of it does not change any more."""

    code = "press_withdrawn"


class NoSpokesperson(DomainError):
    """Nobody with this ``code`` is named to the press, or how to reach them was not kept yet."""

    code = "press_no_spokesperson"


class UnusableFile(DomainError):
    """A file was not attached, for ``reason``: empty, too-large, too-many-pixels (``most`` says how much is allowed),
    unknown-kind, two-kinds, damaged, moving, locked, active (``found`` names what it would do), unreadable, twice."""

    code = "press_unusable_file"


class OtherAttachments(DomainError):
    """The files of ``release`` are others than those to be put in order; look at them again."""

    code = "press_other_attachments"
