"""The chapters of an agenda: the list with a form to add one, and the form of each."""

from uuid import UUID

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.access import chapter_for
from deliverables.agenda.measures.actions.chapters import add_chapter, change_chapter
from deliverables.agenda.measures.forms.chapters import ChapterForm, EditChapterForm
from deliverables.agenda.measures.queries.choices import chapter_rows, chapters_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

_HERE = "deliverables/agenda/measures/"


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_chapters(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Show the chapters, and add one."""
    area = area_for(request.user, slug, Permission.EDIT_AGENDA)
    form = ChapterForm(posted(request))
    if form.is_valid():
        with form.refusals():
            made = add_chapter(area=area, actor=request.user, **form.cleaned_data)
            return go_to(request, "agenda-chapters", slug, note=f"Hoofdstuk {made.letter} is toegevoegd.")
    return answer_form(request, _HERE + "chapters.html", form, {"area": area, "rows": chapter_rows(area)})


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_chapter(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Give a chapter another name, letter or place."""
    chapter = chapter_for(request.user, slug, pk)
    form = EditChapterForm(posted(request), chapter=chapter, chapters=list(chapters_of(chapter.area)))
    if form.is_valid():
        with form.refusals():
            change_chapter(chapter=chapter, actor=request.user, **form.cleaned_data)
            return go_to(request, "agenda-chapters", slug, note=f"Hoofdstuk {chapter.letter} is gewijzigd.")
    if form.conflict:
        chapter = form.on_top_of(chapter_for(request.user, slug, pk))
    theirs = {"title": chapter.title, "text": f"Letter {chapter.letter}"} if form.conflict else None
    context = {"area": chapter.area, "chapter": chapter, "theirs": theirs}
    return answer_form(request, _HERE + "chapter_form.html", form, context)
