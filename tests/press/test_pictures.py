"""Pictures made fit: nothing but pixels, upright, bounded, the same bytes each time."""

import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from contactdays.press.errors import UnusableFile
from contactdays.press.pictures import made_fit, picture_format
from tests.factories.pictures import picture_bytes

RED, BLUE = (200, 0, 0), (0, 0, 200)


def fit(content: bytes):
    return made_fit(content, picture_format(content) or "")


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def near(image: Image.Image, place: tuple[float, float], colour: tuple[int, int, int], within: int = 12) -> bool:
    found = image.convert("RGB").getpixel((int(place[0] * image.width), int(place[1] * image.height)))
    return all(abs(a - b) <= within for a, b in zip(found, colour, strict=True))


def telling() -> bytes:
    """A photograph that says where it was taken, with what, and carries a comment and another picture's bytes."""
    exif = Image.Exif()
    exif[0x010F] = "Camera of the minister"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 50.0, 25.0), 3: "E", 4: (4.0, 21.0, 32.0)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">whereabouts</x:xmpmeta>'
    return picture_bytes("JPEG", exif=exif, comment=b"whereabouts", xmp=xmp) + b"<html>whereabouts</html>PK\x05\x06"


def test_what_is_kept_is_pixels_and_nothing_else():
    content = telling()
    kept = fit(content)
    for part in (kept.whole, kept.small):
        image = opened(part)
        assert (dict(image.getexif()), set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}) == (
            {},
            {"progressive", "progression"},
        )
        assert not any(word in part for word in (b"whereabouts", b"minister", b"PK\x05\x06", b"Exif", b"ICC_PROFILE"))
        assert part.endswith(b"\xff\xd9")
    assert b"whereabouts" in content and b"Exif" in content


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_equal_files_give_equal_bytes(file_format):
    content = picture_bytes(file_format)
    assert (picture_format(content), fit(content)) == (file_format, fit(content))


@pytest.mark.parametrize(
    ("turned", "red", "blue"),
    [
        (1, (0.1, 0.5), (0.9, 0.1)),
        (3, (0.9, 0.5), (0.1, 0.9)),
        (6, (0.5, 0.1), (0.9, 0.9)),
        (8, (0.5, 0.9), (0.1, 0.1)),
    ],
)
def test_a_picture_stands_upright(turned, red, blue):
    exif = Image.Exif()
    exif[0x0112] = turned
    kept = fit(picture_bytes("JPEG", (64, 48), exif=exif))
    image = opened(kept.whole)
    assert (image.size, near(image, red, RED), near(image, blue, BLUE)) == ((kept.width, kept.height), True, True)
    assert image.size == ((64, 48) if turned in (1, 3) else (48, 64))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_every_kind_of_pixel_becomes_a_photograph(mode):
    kept = fit(picture_bytes("PNG", mode=mode))
    assert (opened(kept.whole).mode, opened(kept.whole).size) == ("RGB", (64, 48))


def test_sixteen_bit_greys_keep_their_greys():
    out = BytesIO()
    Image.new("I;16", (8, 8), 0x8000).save(out, "PNG")
    assert near(opened(fit(out.getvalue()).whole), (0.5, 0.5), (128, 128, 128))


def test_what_is_transparent_is_white_on_paper():
    out = BytesIO()
    Image.new("RGBA", (8, 8), (200, 0, 0, 0)).save(out, "PNG")
    assert near(opened(fit(out.getvalue()).whole), (0.5, 0.5), (255, 255, 255), within=2)


def test_the_colours_of_a_profile_become_those_of_every_screen():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    kept = {name: fit(picture_bytes("PNG", icc_profile=each)) for name, each in (("srgb", srgb), ("swapped", swapped))}
    assert near(opened(kept["srgb"].whole), (0.1, 0.5), RED)
    assert near(opened(kept["swapped"].whole), (0.1, 0.5), BLUE)


def test_a_profile_of_another_kind_of_colour_is_left_aside():
    xyz = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert near(opened(fit(picture_bytes("PNG", icc_profile=xyz)).whole), (0.1, 0.5), RED)


def test_print_colours_become_screen_colours():
    kept = fit(picture_bytes("JPEG", mode="CMYK"))
    assert (opened(kept.whole).mode, near(opened(kept.whole), (0.1, 0.5), RED, within=24)) == ("RGB", True)


def test_large_pictures_are_made_smaller_and_small_ones_stay():
    large, small = fit(picture_bytes("PNG", (5000, 1000))), fit(picture_bytes("PNG", (300, 200)))
    assert [(each.width, each.height, opened(each.small).size) for each in (large, small)] == [
        (4000, 800, (1200, 240)),
        (300, 200, (300, 200)),
    ]


def as_png(width: int, height: int, packed: bytes) -> bytes:
    """A PNG that promises ``width`` by ``height`` pixels and holds ``packed``."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_750, 10_000, 60_000])
def test_a_bomb_is_refused_before_it_is_opened(side):
    with pytest.raises(UnusableFile) as refused:
        fit(as_png(side, side, zlib.compress(bytes(1000))))
    assert refused.value.data == {"reason": "too-many-pixels", "most": 60_000_000}


def test_a_text_that_unpacks_to_a_mountain_is_refused():
    packed = zlib.compress(bytes(80_000_000))
    body = b"XML:com.adobe.xmp\x00\x01\x00\x00\x00" + packed
    content = as_png(8, 8, zlib.compress(bytes(72)))
    chunk = len(body).to_bytes(4, "big") + b"iTXt" + body + zlib.crc32(b"iTXt" + body).to_bytes(4, "big")
    with pytest.raises(UnusableFile) as refused:
        fit(content[:33] + chunk + content[33:])
    assert refused.value.data["reason"] == "damaged"


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_no_picture(file_format):
    content = picture_bytes(file_format, (600, 400))
    with pytest.raises(UnusableFile) as refused:
        fit(content[: len(content) * 2 // 3])
    assert refused.value.data["reason"] == "damaged"


@pytest.mark.parametrize("file_format", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(file_format):
    second = Image.new("RGB", (64, 48), "black")
    with pytest.raises(UnusableFile) as refused:
        fit(picture_bytes(file_format, save_all=True, append_images=[second]))
    assert refused.value.data["reason"] == "moving"
