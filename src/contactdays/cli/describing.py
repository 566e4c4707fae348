"""What a command says of itself."""


def told(description: str | None) -> str:
    """A module's first line as the help shows it."""
    return (description or "").replace("``", "")
