"""Pictures made fit for the world: decoded with a bound, turned upright, in sRGB, and told of by nothing but pixels.

What is kept is encoded anew. So whatever else a file carried (where it was taken, with which camera, a thumbnail of
what was cut off, bytes after its end) is gone, and equal files give equal bytes.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from PIL import ExifTags, Image, ImageCms

from contactdays.press.errors import UnusableFile

MOST_PIXELS = 60_000_000
WHOLE_SIDE, SMALL_SIDE = 4000, 1200
WHOLE_QUALITY, SMALL_QUALITY = 92, 85
STARTS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG", b"RIFF": "WEBP"}
COLOUR_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
ORIENTATION = ExifTags.Base.Orientation
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
BROKEN = (OSError, SyntaxError, ValueError, EOFError, ImageCms.PyCMSError)

_one_at_a_time = Lock()  # sixty million pixels are some 250 MB while they are being made smaller


@dataclass(frozen=True, slots=True)
class Picture:
    """Two JPEG files of one picture; ``width`` and ``height`` are those of ``whole``."""

    whole: bytes
    small: bytes
    width: int
    height: int


def picture_format(content: bytes) -> str | None:
    """JPEG, PNG or WEBP by how ``content`` begins; None for anything else."""
    for start, name in STARTS.items():
        if content.startswith(start) and (name != "WEBP" or content[8:12] == b"WEBP"):
            return name
    return None


def made_fit(content: bytes, file_format: str) -> Picture:
    """The picture in ``content``; raise ``UnusableFile`` for one that moves, is too large or cannot be read whole."""
    with _one_at_a_time:
        try:
            return _renditions(_upright(content, file_format))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise UnusableFile(reason="too-many-pixels", most=MOST_PIXELS) from error
        except BROKEN as error:
            raise UnusableFile(reason="damaged") from error


def _upright(content: bytes, file_format: str) -> Image.Image:
    """The picture as one looks at it, no larger than it is kept, in the colours of sRGB."""
    with Image.open(BytesIO(content), formats=[file_format]) as opened:
        _require_usable(opened, file_format)
        profile, turned = opened.info.get("icc_profile"), TURNS.get(opened.getexif().get(ORIENTATION, 1))
        opened.draft(None, (WHOLE_SIDE, WHOLE_SIDE))
        opened.load()
        image = _in_srgb(_opaque(_smaller(_deep(opened), WHOLE_SIDE)), profile)
    return image.transpose(turned) if turned is not None else image


def _require_usable(opened: Image.Image, file_format: str) -> None:
    """Before a single pixel is decoded."""
    if opened.width * opened.height > MOST_PIXELS:
        raise UnusableFile(reason="too-many-pixels", most=MOST_PIXELS)
    if file_format != "JPEG" and getattr(opened, "is_animated", False):
        raise UnusableFile(reason="moving")


def _deep(image: Image.Image) -> Image.Image:
    """With colours that can be mixed: no palette, no bits, no sixteen-bit greys."""
    if image.mode.startswith("I"):
        return image.convert("I").point([value // 256 for value in range(65536)], "L")
    if image.mode in ("P", "PA"):
        return image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    if "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L") if image.mode == "1" else image


def _smaller(image: Image.Image, side: int) -> Image.Image:
    ratio = side / max(image.size)
    if ratio >= 1:
        return image
    width, height = (max(1, round(each * ratio)) for each in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _opaque(image: Image.Image) -> Image.Image:
    """On white paper, where it was transparent."""
    if image.mode not in ("RGBA", "LA"):
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or image.mode not in ("L", "RGB", "CMYK"):
        return image.convert("RGB")
    given = ImageCms.ImageCmsProfile(BytesIO(profile))
    if given.profile.xcolor_space.strip() != COLOUR_SPACES[image.mode]:
        return image.convert("RGB")
    changed = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return changed if changed is not None else image


def _renditions(image: Image.Image) -> Picture:
    image.info.clear()
    small = _smaller(image, SMALL_SIDE)
    return Picture(_jpeg(image, WHOLE_QUALITY), _jpeg(small, SMALL_QUALITY), image.width, image.height)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()
