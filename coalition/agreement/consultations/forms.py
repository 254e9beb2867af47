"""Forms of a consultation: opening it, making a link, and answering."""

from collections.abc import Mapping
from typing import Any

from django import forms

from areas.models import Organisation
from coalition.agreement.consultations.actions import MAX_ANSWER, MAX_REMARK
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.rules import MAX_CONDITION, NEEDS_WHY
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
    """What a party says of the whole and of each article, and where it stands."""

    everything = forms.BooleanField(
        label="Akkoord met alle artikelen, behalve waar ik hieronder iets anders kies", required=False,
        help_text="U zegt dit namens uw organisatie. Haar bestuurder bevestigt het, daarna telt het als haar woord.",
    )  # fmt: skip
    answer = forms.CharField(
        label="Uw reactie op het geheel", required=False, max_length=MAX_ANSWER,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, reply: ConsultationReply, text: VersionText, said: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"version": reply.version, "answer": reply.answer}})
        self.text = text
        for article in text.articles:
            self.fields[f"standpunt-{article.id}"] = forms.ChoiceField(
                label=f"Waar staat u bij artikel {article.number}?",
                choices=[("", "Geen standpunt"), *Consent.choices],
                required=False,
                initial=said.get(article.id, ""),
                error_messages={"invalid_choice": "Kies een van de antwoorden."},
            )
            self.fields[f"bij-{article.id}"] = forms.CharField(
                label=f"Uw reactie op artikel {article.number}",
                required=False,
                max_length=MAX_REMARK,
                initial=reply.remarks.get(article.id, ""),
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for article in self.text.articles:
            stand, words = values.get(f"standpunt-{article.id}"), values.get(f"bij-{article.id}") or ""
            if stand in NEEDS_WHY and not words.strip():
                self.add_error(f"bij-{article.id}", NEEDS_WHY[Consent(stand)])
            elif stand in NEEDS_WHY and len(words) > MAX_CONDITION:
                self.add_error(f"bij-{article.id}", "Bij een standpunt past een reactie van ten hoogste 2.000 tekens.")
        return values

    def stands(self) -> dict[str, str]:
        """Return where the party stands per article, of those it says something of."""
        rest = Consent.AGREES.value if self.cleaned_data["everything"] else ""
        chosen = {article.id: self.cleaned_data[f"standpunt-{article.id}"] or rest for article in self.text.articles}
        return {article: stand for article, stand in chosen.items() if stand}

    def remarks(self) -> dict[str, str]:
        """Return what was said per article."""
        return {article.id: self.cleaned_data[f"bij-{article.id}"] for article in self.text.articles}

    def chapters(self) -> list[tuple[Any, list[tuple[Any, Html, forms.BoundField, forms.BoundField]]]]:
        """Return the text as it reads, with the fields under each article: where one stands, and what one says."""
        return [
            (
                chapter,
                [
                    (article, words, self[f"standpunt-{article.id}"], self[f"bij-{article.id}"])
                    for article, words in articles
                ],
            )
            for chapter, articles in self.text.shown
            if articles or chapter.exhibits
        ]
