"""Forms of wederhoor: sending it, and answering it without an account."""

from collections.abc import Mapping
from typing import Any

from django import forms

from areas.models import Organisation
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.rules import MAX_WORDS, ReplyData
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect

ANSWERS = [("klopt", "Dit klopt"), ("anders", "Ik stel iets anders voor")]
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


def _right_or_not(called: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=f"Klopt {called}?",
        choices=ANSWERS,
        widget=forms.RadioSelect(attrs={"class": "choices--row"}),
        error_messages={"required": f"Kies of {called} klopt, of stel iets anders voor."},
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
    """What a party says of each thing that was written down of it: that it is right, or what it should be."""

    def __init__(self, *args: Any, reply: RightOfReply, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = reply.statements
        # What is asked about, by the name of its field: its number, and the words that stand there.
        self.asked = {f"said-{said['id']}": (n, said) for n, said in enumerate(reply.statements, start=1)}
        if reply.summary:
            self.asked = {"summary": (0, {"position": reply.summary})} | self.asked
        for name, (number, said) in self.asked.items():
            self.fields[f"ok-{name}"] = _right_or_not(f"uitspraak {number}" if number else "de samenvatting")
            self.fields[name] = _words("Zo zou het moeten staan")
            self.fields[name].initial = said["position"]
            self.fields[name].says_optional = False  # type: ignore[attr-defined]
        self.fields["remark"] = _words("Mist er iets?", "Uw opmerking blijft naast de tekst staan en vervangt niets.")

    @property
    def rows(self) -> list[tuple[int, Any, Any, Any]]:
        """Per thing that is asked about its number, what it says, whether it is right, and other words."""
        return [(n, said, self[f"ok-{name}"], self[name]) for name, (n, said) in self.asked.items()]

    def clean(self) -> dict[str, Any]:
        """Let the choice and the words fit: other words need their choice, the choice needs other words."""
        for name, (_, said) in self.asked.items():
            other = self._other(name, said)
            match self.cleaned_data.get(f"ok-{name}"):
                case "anders" if not other and name not in self.errors:
                    self.add_error(name, "Schrijf op hoe het er zou moeten staan.")
                case "klopt" if other:
                    self.add_error(
                        f"ok-{name}",
                        "U schreef ook andere woorden. Kies “Ik stel iets anders voor”, of zet de tekst terug.",
                    )
        return self.cleaned_data

    def _other(self, name: str, said: Mapping[str, str]) -> str:
        """Other words than stand there, or nothing."""
        words = str(self.cleaned_data.get(name, "")).strip()
        return "" if words.split() == said["position"].split() else words

    def reply_data(self) -> ReplyData:
        """Return the valid answer."""
        other = {name: self._other(name, said) for name, (_, said) in self.asked.items()}
        summary = other.pop("summary", "")
        proposals = {name.removeprefix("said-"): words for name, words in other.items() if words}
        return ReplyData(
            confirmed=not proposals and not summary,
            proposals=proposals,
            right=frozenset(said["id"] for said in self.statements) - proposals.keys(),
            summary=summary,
            remark=self.cleaned_data["remark"],
        )
