"""Addresses of other sites, as people write them."""

from urllib.parse import urlsplit


def site_address(written: str) -> str:
    """``written`` (``news.example``, ``https://news.example``) as an address to link to; empty when it is none."""
    address = written.strip() if "://" in written else f"https://{written.strip()}"
    parts = urlsplit(address)
    return address if parts.scheme in {"http", "https"} and "." in parts.netloc else ""
