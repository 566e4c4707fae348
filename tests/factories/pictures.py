"""Picture and PDF files for tests, drawn and written here."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def picture_bytes(file_format: str = "PNG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **saved: Any) -> bytes:
    """A picture with its left half red and its upper right quarter blue, so that turning it shows."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((0, 0, width // 2 - 1, height), fill=(200, 0, 0))
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill=(0, 0, 200))
    out = BytesIO()
    image.convert(mode).save(out, file_format, **saved)
    return out.getvalue()


def pdf_bytes(*objects: bytes) -> bytes:
    """A PDF of one empty page, with further ``objects`` of which nobody needs to know."""
    written = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        *objects,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(written, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(written) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(written) + 1, table)
