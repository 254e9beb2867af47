"""Forms of a consultation: opening it, making a link, and answering."""

from typing import Any

from django import forms

from areas.models import Organisation
from coalition.agreement.consultations.actions import MAX_ANSWER, MAX_REMARK
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.snapshot import VersionText
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.text.markup import Html


class ConsultationForm(PortalForm):
    """What is asked, of whom, and until when."""

    question = forms.CharField(
        label="Wat vraagt u de partijen?", max_length=4_000, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat u de partijen vraagt."},
    )  # fmt: skip
    deadline = DutchDateField(
        label="Reageren tot en met", help_text="Wie niet reageerde, krijgt 7 en 2 dagen ervoor een herinnering."
    )
    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label="Welke partijen vraagt u?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies de partijen die u om een reactie vraagt."},
    )  # fmt: skip

    def __init__(self, *args: Any, version: AgreementVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = Organisation.objects.filter(agreement_parties__agreement=version.agreement_id).order_by("name")
        self.fields["organisations"].queryset = parties  # type: ignore[attr-defined]
        self.fields["organisations"].initial = list(parties)


class LinkForm(PortalForm):
    """To whom the link goes; without an address it is shown once."""

    email = forms.EmailField(
        label="E-mailadres", required=False, help_text="Laat leeg als u de link zelf doorgeeft.",
        error_messages={"invalid": "Dit is geen e-mailadres."},
    )  # fmt: skip


class ReplyForm(VersionedForm):
    """What a party says of the whole and of each article."""

    answer = forms.CharField(
        label="Uw reactie op het geheel", required=False, max_length=MAX_ANSWER,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip

    def __init__(self, *args: Any, reply: ConsultationReply, text: VersionText, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"version": reply.version, "answer": reply.answer}})
        self.text = text
        for article in text.articles:
            self.fields[f"bij-{article.id}"] = forms.CharField(
                label=f"Uw reactie op artikel {article.number}",
                required=False,
                max_length=MAX_REMARK,
                initial=reply.remarks.get(article.id, ""),
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def remarks(self) -> dict[str, str]:
        """Return what was said per article."""
        return {article.id: self.cleaned_data[f"bij-{article.id}"] for article in self.text.articles}

    def chapters(self) -> list[tuple[Any, list[tuple[Any, Html, forms.BoundField]]]]:
        """Return the text as it reads, with the field under each article."""
        return [
            (chapter, [(article, words, self[f"bij-{article.id}"]) for article, words in articles])
            for chapter, articles in self.text.shown
            if articles or chapter.exhibits
        ]
