"""An annex: its figures and documents, and their files."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.annexes.access import annex_for, exhibit_for
from coalition.agreement.annexes.actions import add_exhibit, change_exhibit, move_exhibit, remove_exhibit
from coalition.agreement.annexes.forms import ExhibitForm, ExhibitWordsForm
from coalition.agreement.annexes.queries import exhibits_in, page_of
from coalition.agreement.document.views.agreements import places_asked
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_safe
def annex(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    chapter = annex_for(request.user, slug, pk)
    area = chapter.agreement.area
    context = {
        "area": area,
        "chapter": chapter,
        "rows": exhibits_in(chapter),
        "may_edit": may(request.user, area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/agreement/annexes/annex.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def exhibit_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    chapter = annex_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    form = ExhibitForm(posted(request), request.FILES or None)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("caption", "alt", "token")}
        with form.refusals():
            add_exhibit(chapter=chapter, actor=request.user, taken=form.cleaned_data["file"], **values)
            return go_to(request, "annex", slug, pk, note="Toegevoegd aan de bijlage.")
    context = {"area": chapter.agreement.area, "chapter": chapter, "choose_again": bool(form.errors and request.FILES)}
    return answer_form(request, "coalition/agreement/annexes/exhibit_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def exhibit_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    exhibit = exhibit_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    form = ExhibitWordsForm(posted(request), exhibit=exhibit)
    if form.is_valid():
        with form.refusals():
            change_exhibit(exhibit=exhibit, actor=request.user, **form.cleaned_data)
            return go_to(request, "annex", slug, exhibit.chapter_id, note="Bijschrift gewijzigd.")
    if form.conflict:
        exhibit = form.on_top_of(exhibit_for(request.user, slug, pk, Permission.EDIT_AGREEMENT))
    context = {"area": exhibit.chapter.agreement.area, "chapter": exhibit.chapter, "exhibit": exhibit}
    return answer_form(request, "coalition/agreement/annexes/exhibit_form.html", form, context)


@require_POST
def exhibit_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    exhibit = exhibit_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    move_exhibit(exhibit=exhibit, actor=request.user, places=places_asked(request))
    return go_to(request, "annex", slug, exhibit.chapter_id, note="Verplaatst.")


@require_http_methods(["GET", "HEAD", "POST"])
def exhibit_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    exhibit = exhibit_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    if request.method == "POST":
        remove_exhibit(exhibit=exhibit, actor=request.user)
        return go_to(request, "annex", slug, exhibit.chapter_id, note="Verwijderd uit de bijlage.")
    context = {"area": exhibit.chapter.agreement.area, "chapter": exhibit.chapter, "exhibit": exhibit}
    return render(request, "coalition/agreement/annexes/exhibit_remove.html", context)


@require_safe
def exhibit_file(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    exhibit = exhibit_for(request.user, slug, pk)
    return file_answer(request, exhibit.file, exhibit.caption)


@require_safe
def exhibit_page(request: SignedInRequest, slug: str, pk: UUID, number: int) -> HttpResponseBase:
    """Give a page of a document as a picture."""
    exhibit = exhibit_for(request.user, slug, pk)
    page = page_of(exhibit, number)
    if page is None:
        raise Http404("Dit stuk heeft die bladzijde niet.")
    return file_answer(request, page, f"{exhibit.caption} bladzijde {number}")
