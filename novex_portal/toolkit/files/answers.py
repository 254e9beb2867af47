"""Giving a kept file to who came in by the door of what it belongs to. The bytes never change, so a browser may keep
them, for this user alone, and asks every time whether they still may see them.
"""

from typing import IO

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.text import slugify

from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.problems import Problem


def file_answer(request: HttpRequest, stored: StoredFile, name: str) -> HttpResponseBase:
    """Give a kept file; `name` in words is what it is called when it is saved. A PDF of somebody else is never opened here."""
    as_attachment = not stored.is_picture or "download" in request.GET
    file_name = f"{slugify(name)[:80] or 'bestand'}.{stored.kind}"
    answer = bytes_answer(request, stored.file, stored.sha256, file_name, as_attachment=as_attachment)
    answer.headers["Content-Type"] = stored.content_type
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def bytes_answer(
    request: HttpRequest, file: FieldFile, sha256: str, file_name: str, *, as_attachment: bool
) -> HttpResponseBase:
    """Give stored bytes, always the same ones, or say that they are what the browser has already."""
    etag = f'"{sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        stored: IO[bytes] = file.open("rb")
    except FileNotFoundError as error:
        raise Problem("Het bestand ontbreekt. Meld dit bij de beheerder van het portaal.") from error
    answer = FileResponse(stored, as_attachment=as_attachment, filename=file_name)
    answer.headers["ETag"] = etag
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
