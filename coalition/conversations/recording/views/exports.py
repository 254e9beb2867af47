"""The list of conversations as a file, with the same filters and the same rights."""

from collections.abc import Iterator

from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area, User
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.actions.recording import record_export
from coalition.conversations.recording.exports import COLUMNS, IN_ONE_LINE, SHEETS, fill_workbook, line_rows
from coalition.conversations.recording.forms.filter import ConversationFilter
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.queries import count_up_to, in_chunks
from novex_portal.toolkit.files.exports import XLSX, XlsxFile, csv_lines
from novex_portal.toolkit.problems import Problem

XLSX_LIMIT = 10_000


@require_safe
def conversation_export(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """A CSV of any length as it is read, or an XLSX with sheets for statements and action items."""
    area = area_for(request.user, slug, Permission.VIEW_CONVERSATIONS)
    found = ConversationFilter(request.GET, conversations_for(request.user, area), area=area, reader=request.user).qs
    chunks = (recorded(chunk, request.user) for chunk in in_chunks(found))
    if kind == "csv":
        lines = csv_lines([*COLUMNS, *IN_ONE_LINE], line_rows(chunks))
        response: HttpResponseBase = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        if count_up_to(found, XLSX_LIMIT) > XLSX_LIMIT:
            raise Problem("Dit zijn te veel gesprekken voor één Excel-bestand. Kies een periode, of neem CSV.")
        response = workbook(chunks)
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="{file_name(area, kind)}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def recorded(chunk: list[Conversation], reader: User) -> list[Conversation]:
    """Write down which confidential ones go into the file, before they do."""
    record_export(conversations=chunk, actor=reader)
    return chunk


def workbook(chunks: Iterator[list[Conversation]]) -> FileResponse:
    """Return the workbook; the answer closes the temporary file."""
    with XlsxFile(SHEETS) as book:
        fill_workbook(book, chunks)
    return FileResponse(book.file, content_type=XLSX)


def file_name(area: Area, kind: str) -> str:
    """gesprekken-zuid-limburg-2026-11-23.csv."""
    return f"gesprekken-{area.slug}-{timezone.localdate():%Y-%m-%d}.{kind}"
