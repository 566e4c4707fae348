"""Why a file cannot be read as a workbook."""


class UnreadableWorkbook(Exception):
    """The file is no workbook, or holds more than is reasonable; nothing of it was used.

    ``code`` names the reason (``intake.wording`` has the sentences), ``data`` the figures.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        return self.code
