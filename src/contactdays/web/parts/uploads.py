"""Files that are sent with a form: read past, and not kept, when they are larger than they may be."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class SizeLimit(FileUploadHandler):
    """Reads past a body that is larger than ``largest`` bytes, and keeps nothing of it; then ``exceeded`` is true."""

    def __init__(self, request: HttpRequest, largest: int) -> None:
        super().__init__(request)
        self.largest = largest
        self.exceeded = False

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.exceeded = content_length > self.largest

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        if self.exceeded:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def limit_to(largest: int, request: HttpRequest) -> SizeLimit:
    """Have ``request``, whose body has not been read yet, keep no file larger than ``largest`` bytes."""
    limit = SizeLimit(request, largest)
    request.upload_handlers.insert(0, limit)
    return limit
