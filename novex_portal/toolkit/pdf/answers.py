"""Answers of pages that wait for a PDF or give one: shared by everything that is a `PdfJob`."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from novex_portal.toolkit.files.answers import bytes_answer
from novex_portal.toolkit.fragments import render_live
from novex_portal.toolkit.models import PdfJob, PdfStatus


def is_under_way(job: PdfJob) -> bool:
    """Tell whether somebody still has to wait for this PDF."""
    return job.status in {PdfStatus.WAITING, PdfStatus.RENDERING}


def tell_the_end(request: HttpRequest, response: HttpResponse, job: PdfJob) -> HttpResponse:
    """Say aloud, once, that the waiting is over; while it lasts the page stays silent."""
    return response if is_under_way(job) else render_live(request, response, f"{PdfStatus(job.status).label}.")


def stored_pdf(request: HttpRequest, job: PdfJob, file_name: str) -> HttpResponseBase:
    """Give the stored bytes, always the same ones; `?download` asks to save instead of to show."""
    if job.status != PdfStatus.READY:
        raise Http404("Deze PDF is er nog niet.")
    return bytes_answer(request, job.pdf, job.pdf_sha256, file_name, as_attachment="download" in request.GET)
