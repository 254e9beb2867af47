"""What the forms of the portal share: what an action refuses is shown beside what was typed, and nothing is lost.

The shape of a view with a form stands in CONTRIBUTING.md.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from novex_portal.toolkit.ids import uuid7, uuid_or_none
from novex_portal.toolkit.models import Versioned
from novex_portal.toolkit.problems import Conflict, Problem, Refusals


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, None for who only asks for the page."""
    return request.POST if request.method == "POST" else None


class PortalForm(forms.Form):
    """A form of the portal. The browser checks nothing: messages are ours, and stand beside their field."""

    use_required_attribute = False
    refused: Problem | None = None
    theirs: Versioned | None = None

    def refusals(self, field: str | None = None) -> Refusals:
        """Show a Problem of what is done inside as an error of the form, or of `field`; a Conflict is kept besides."""
        return Refusals(lambda problem: self.refuse(problem, field))

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Take up why an action refused what was filled in."""
        self.refused = problem
        self.add_error(field, str(problem))

    def on_top_of[Row: Versioned | None](self, theirs: Row, **versions: object) -> Row:
        """Let a form that lost from a colleague be saved again, now knowingly on top of what they saved.

        `theirs` is that, to be shown beside what was typed instead of an error; None where there is none any
        more. `versions` are the other fields that say what was read.
        """
        self.errors.clear()
        self.theirs = theirs
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, version in {"version": getattr(theirs, "version", 0), **versions}.items():
            data[name] = str(version)
        self.data = data
        return theirs

    @property
    def conflict(self) -> Conflict | None:
        """What was refused because a colleague saved first."""
        return self.refused if isinstance(self.refused, Conflict) else None

    @property
    def http_status(self) -> int:
        """How the page with this form is answered: 200 to fill it in, 422 with errors, 409 after a conflict."""
        if self.refused:
            return self.refused.status
        return Problem.status if self.errors else HTTPStatus.OK


class VersionedForm(PortalForm):
    """A form that changes a row several people change: it says which version was read, 0 for none."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0


class OnceForm(PortalForm):
    """A form that makes a row: sent twice, it makes one."""

    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid7)


def posted_token(request: HttpRequest) -> UUID | None:
    """Return the token of a form without fields (`{% token %}`); None when there is none that can be one."""
    return uuid_or_none(request.POST.get("token"))


def answer_form(
    request: HttpRequest, template: str, form: PortalForm, context: Mapping[str, Any], *, status: int | None = None
) -> HttpResponse:
    """Show a form, and after a refusal all that was typed with what is wrong, or with what a colleague saved.

    The template finds `form`, `theirs`, `problem` (the words of a conflict) and `is_conflict`; `context` may say otherwise.
    """
    shown = {"form": form, "theirs": form.theirs, "problem": form.conflict or "", "is_conflict": bool(form.conflict)}
    return render(request, template, {**shown, **context}, status=status or form.http_status)
