"""The body of a release: plain Markdown, no raw HTML, no pictures."""


def plain(body: str) -> str:
    """The words of ``body`` without its marks."""
    return body
