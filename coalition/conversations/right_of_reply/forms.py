"""Forms of wederhoor: sending it, and answering it without an account."""

from typing import Any

from django import forms

from areas.models import Organisation
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.rules import MAX_WORDS, ReplyData
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect

CONFIRMED, AMENDED = "klopt", "anders"
_TOO_LONG = {"max_length": "De tekst is langer dan 5.000 tekens. Maak haar korter."}


def _words(label: str, help_text: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=_TOO_LONG,
    )


def party_choice(missing: str, wrong: str) -> forms.ModelChoiceField:
    """Return the choice of the party somebody writes to; whom there is to choose the form says."""
    return forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Aan welke organisatie?",
        empty_label="Kies een deelnemer",
        widget=QuickSelect,
        error_messages={"required": missing, "invalid_choice": f"{wrong} Kies een andere."},
    )


def address_field(help_text: str) -> forms.EmailField:
    """Return the field for the address somebody writes to, which may be left empty."""
    return forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text=help_text,
        error_messages={"invalid": "Vul een e-mailadres in zoals naam@voorbeeld.nl."},
    )


class SendReplyForm(OnceForm):
    """Who is shown its part of a conversation, with which summary."""

    organisation = party_choice("Kies aan welke deelnemer u wederhoor vraagt.", "Deze organisatie zat niet aan tafel.")
    email = address_field("Zonder adres krijgt u alleen de link te zien.")
    summary = _words(
        "Feitelijke samenvatting",
        "Alleen wat deze organisatie mag lezen. De uitspraken van de organisatie zelf gaan vanzelf mee.",
        8,
    )
    checked = forms.BooleanField(
        label="Ik heb nagekeken dat er in de samenvatting niets over anderen staat",
        error_messages={"required": "Kijk na of er niets over anderen in de samenvatting staat, en vink dit aan."},
    )

    def __init__(self, *args: Any, conversation: Conversation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = Organisation.objects.filter(participations__conversation=conversation).distinct()
        self.fields["organisation"].queryset = parties.order_by("name")  # type: ignore[attr-defined]


class AnswerReplyForm(PortalForm):
    """What a party says of what was written down of it."""

    verdict = forms.ChoiceField(
        label="Geven wij u goed weer?",
        choices=[(CONFIRMED, "Dit is een correcte weergave"), (AMENDED, "Ik stel wijzigingen voor")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of de weergave klopt, of dat u wijzigingen voorstelt."},
    )

    def __init__(self, *args: Any, reply: RightOfReply, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = reply.statements
        if reply.summary:
            self.fields["summary"] = _words("Voorstel voor de samenvatting")
        for number, said in enumerate(reply.statements, start=1):
            self.fields[f"said-{said['id']}"] = _words(f"Voorstel voor uitspraak {number}")
        self.fields["remark"] = _words(
            "Opmerking", "Ziet u het anders? Uw opmerking blijft naast de tekst staan en vervangt niets."
        )

    def reply_data(self) -> ReplyData:
        """Return the valid answer."""
        said = self.cleaned_data
        return ReplyData(
            confirmed=said["verdict"] == CONFIRMED,
            proposals={row["id"]: said[f"said-{row['id']}"] for row in self.statements},
            summary=said.get("summary", ""),
            remark=said["remark"],
        )
