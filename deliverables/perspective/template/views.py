"""The template areas begin their perspective with: the regieteam arranges it."""

from uuid import UUID

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST

from areas.accounts.requests import SignedInRequest
from coalition.agreement.document.views.agreements import places_asked
from deliverables.perspective.template.access import template_door, template_row_for
from deliverables.perspective.template.actions import (
    add_template_row,
    begin_template,
    change_template_row,
    move_template_row,
    remove_template_row,
)
from deliverables.perspective.template.forms import NewTemplateRowForm, TemplateRowForm
from deliverables.perspective.template.queries import changes_of_template_row, template_rows
from deliverables.perspective.template.rules import TEMPLATE
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/perspective/template/"
_HERE = "perspective-template"


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_template(request: SignedInRequest) -> HttpResponseBase:
    """Show the parts in their order, and add one. Before anybody begins they are those of the portal."""
    template_door(request.user)
    form = NewTemplateRowForm(posted(request))
    if form.is_valid():
        with form.refusals("heading"):
            made = add_template_row(actor=request.user, **form.cleaned_data)
            return go_to(request, _HERE, note=f"“{made}” staat in het sjabloon.")
    rows = list(template_rows())
    return answer_form(request, _PAGES + "template.html", form, {"rows": rows, "proposed": () if rows else TEMPLATE})


@require_POST
def perspective_template_begin(request: SignedInRequest) -> HttpResponseBase:
    """Put the parts of the portal in the template, so that they can be changed before any area begins."""
    template_door(request.user)
    begin_template(actor=request.user)
    return go_to(request, _HERE, note="De onderdelen staan klaar. U kunt ze wijzigen.")


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_template_edit(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Call a part otherwise; who comes second sees what the first one saved."""
    row = template_row_for(request.user, pk)
    form = TemplateRowForm(posted(request), row=row)
    if form.is_valid():
        with form.refusals("heading"):
            change_template_row(row=row, actor=request.user, **form.cleaned_data)
            return go_to(request, _HERE, note=f"“{row}” is bewaard.")
    theirs = None
    if form.conflict:
        row = form.on_top_of(template_row_for(request.user, pk))
        theirs = {"title": row.heading, "text": row.hint}
    context = {"row": row, "theirs": theirs, "changes": changes_of_template_row(row)}
    return answer_form(request, _PAGES + "template_form.html", form, context)


@require_POST
def perspective_template_move(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    row = template_row_for(request.user, pk)
    move_template_row(row=row, actor=request.user, places=places_asked(request))
    return go_to(request, _HERE, note=f"“{row}” is verplaatst.")


@require_POST
def perspective_template_remove(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Take a part out; no area loses one."""
    row = template_row_for(request.user, pk)
    remove_template_row(row=row, actor=request.user, version=whole_number(request.POST.get("version")) or row.version)
    return go_to(request, _HERE, note=f"“{row}” staat niet meer in het sjabloon. Gebieden houden het.")
