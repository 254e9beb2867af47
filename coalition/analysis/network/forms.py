"""The filter above the network, who can introduce whom, and a relation between two organisations."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db.models.functions import Lower
from django.utils import timezone

from areas.models import Area, Challenge, Organisation, Person, User
from areas.parties.enums import OrganisationKind
from areas.people.queries import persons_of
from coalition.analysis.network.actions import MAX_EXPLANATION, RelationData
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.network.models import Relation
from coalition.analysis.network.queries.network import KINDS, Wanted
from coalition.analysis.network.queries.relations import hides_source, source_of, sources_to_choose
from coalition.analysis.network.rules.network import Party
from coalition.conversations.recording.access import conversations_for
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.forms.widgets import QuickSelect


class NetworkFilter(PortalForm):
    """What the network is narrowed to; a wrong value filters nothing."""

    op = DutchDateField(label="Op welke dag", required=False, help_text="Leeg is vandaag.")
    soort = forms.ChoiceField(label="Soort relatie", required=False, widget=QuickSelect)
    partij = forms.ChoiceField(label="Soort partij", required=False, widget=QuickSelect)
    opgave = forms.ChoiceField(label="Opgave", required=False, widget=QuickSelect)
    rond = forms.ChoiceField(label="Rond één partij", required=False, widget=QuickSelect)
    stappen = forms.ChoiceField(
        label="Hoe ver",
        required=False,
        choices=[("1", "Wie zij kent"), ("2", "En wie die kennen")],
        widget=QuickSelect,
    )

    def __init__(self, *args: Any, area: Area, parties: Iterable[Party], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        challenges = [(str(challenge.pk), challenge.title) for challenge in area.challenges.all()]
        kinds = [(str(kind.label), str(kind.label)) for kind in OrganisationKind]
        self.fields["soort"].choices = [("", "Alle soorten"), *KINDS.items()]  # type: ignore[attr-defined]
        self.fields["partij"].choices = [("", "Alle partijen"), *kinds]  # type: ignore[attr-defined]
        self.fields["opgave"].choices = [("", "Alle opgaven"), *challenges]  # type: ignore[attr-defined]
        self.fields["rond"].choices = [("", "Het hele netwerk"), *_choices(parties)]  # type: ignore[attr-defined]

    def clean_op(self) -> date | None:
        day: date | None = self.cleaned_data["op"]
        if day and not 1900 <= day.year <= 2100:
            raise forms.ValidationError("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 31-10-2026.")
        return day

    def chosen(self) -> Wanted:
        """Return what to show; without a day, today."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            day=values.get("op") or self.today,
            kind=values.get("soort", ""),
            party_kind=values.get("partij", ""),
            challenge=UUID(values["opgave"]) if values.get("opgave") else None,
            centre=UUID(values["rond"]) if values.get("rond") else None,
            steps=int(values.get("stappen") or 1),
        )


class IntroductionForm(PortalForm):
    """From which party to which other somebody wants to be introduced."""

    van = forms.ChoiceField(label="Van", widget=QuickSelect)
    naar = forms.ChoiceField(
        label="Naar", widget=QuickSelect, error_messages={"required": "Kies bij wie u voorgesteld wilt worden."}
    )

    def __init__(self, *args: Any, parties: Iterable[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _choices(parties)
        self.fields["van"].choices = [("", "Kies een partij"), *choices]  # type: ignore[attr-defined]
        self.fields["naar"].choices = [("", "Kies een partij"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("van") and values.get("van") == values.get("naar"):
            self.add_error("naar", "Kies een andere partij dan waar u vandaan komt.")
        return values

    def ends(self) -> tuple[UUID, UUID]:
        """Return from which party to which."""
        return UUID(self.cleaned_data["van"]), UUID(self.cleaned_data["naar"])


def _choices(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(str(party.id), party.name) for party in parties]


_HELP: dict[str, str] = {
    RelationKind.COOPERATES: "Zij werken samen aan iets.",
    RelationKind.CONSULTS: "Zij zitten geregeld aan één tafel.",
    RelationKind.KNOWS: "Twee mensen kennen elkaar en kunnen anderen voorstellen.",
    RelationKind.FUNDS: "De eerste partij betaalt de tweede.",
    RelationKind.COMMISSIONS: "De eerste partij geeft de tweede een opdracht.",
    RelationKind.SUPERVISES: "De eerste partij is bevoegd gezag voor de tweede, of houdt toezicht.",
    RelationKind.TENSION: "Het schuurt tussen hen. Telt niet mee als verbinding.",
}
_NOT_HERE = "Deze partij hoort niet bij dit gebied. Kies een andere."


def _select(label: str, empty: str, message: str, **more: Any) -> Any:
    return forms.ModelChoiceField(
        queryset=None,
        label=label,
        empty_label=empty,
        widget=QuickSelect,
        error_messages={"invalid_choice": message, **more.pop("error_messages", {})},
        **more,
    )


class RelationForm(VersionedForm, OnceForm):
    """Who is connected with whom, how, through whom, since when, and how one knows."""

    first = _select(
        "Eerste partij", "Kies een partij", _NOT_HERE, error_messages={"required": "Kies de eerste partij."}
    )
    second = _select(
        "Tweede partij", "Kies een partij", _NOT_HERE, error_messages={"required": "Kies de tweede partij."}
    )
    kind = forms.ChoiceField(
        label="Wat voor relatie is het?",
        choices=RelationKind.choices,
        widget=DescribedRadioSelect(descriptions=_HELP),
        error_messages={"required": "Kies wat voor relatie het is."},
    )
    first_person = _select(
        "Via wie bij de eerste partij?",
        "Niemand in het bijzonder",
        "Deze persoon hoort niet bij een partij van dit gebied.",
        required=False,
    )
    second_person = _select(
        "Via wie bij de tweede partij?",
        "Niemand in het bijzonder",
        "Deze persoon hoort niet bij een partij van dit gebied.",
        required=False,
    )
    challenge = _select(
        "Voor welke opgave?", "Geen opgave in het bijzonder", "Deze opgave hoort niet bij dit gebied.", required=False
    )
    conversation = _select(
        "In welk gesprek hoorde u dit?", "Niet in een gesprek", "U mag dit gesprek niet lezen.", required=False
    )
    explanation = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=MAX_EXPLANATION,
        help_text="Iedereen die de analyse mag zien, leest dit. Schrijf hier niets vertrouwelijks.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "De toelichting is langer dan 2.000 tekens. Maak haar korter."},
    )
    valid_from = DutchDateField(label="Vanaf", help_text="Weet u de dag niet, neem dan vandaag.")
    valid_until = DutchDateField(label="Tot en met", required=False, help_text="Laat leeg als de relatie nog duurt.")

    def __init__(self, *args: Any, area: Area, user: User, relation: Relation | None = None, **kwargs: Any) -> None:
        start = {"valid_from": timezone.localdate(), **_values(relation)}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.kept_source = source_of(relation) if relation and hides_source(relation, user) else None
        self._offer(area, user)

    def _offer(self, area: Area, user: User) -> None:
        parties = Organisation.objects.filter(areas=area, merged_into__isnull=True).order_by(Lower("name"))
        names = [("", "Kies een partij"), *parties.values_list("pk", "name")]
        persons = persons_of(area, timezone.localdate())
        roles = [
            ("", "Niemand in het bijzonder"),
            *((person.pk, f"{person.organisation.name}: {person.role}") for person in persons),
        ]
        for name in ("first", "second"):
            self._set(name, parties, names)
        people = Person.objects.filter(organisation__areas=area, merged_into__isnull=True).select_related(
            "organisation"
        )
        for name in ("first_person", "second_person"):
            self._set(name, people, self._with_present(name, roles, people))
        self.fields["challenge"].queryset = Challenge.objects.filter(area=area)  # type: ignore[attr-defined]
        if self.kept_source:
            del self.fields["conversation"]
            return
        sources = [("", "Niet in een gesprek"), *sources_to_choose(area, user)]
        self._set("conversation", conversations_for(user, area), sources)

    def _set(self, name: str, queryset: Any, choices: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = queryset
        field.choices = choices

    def _with_present(self, name: str, roles: list[Any], people: Any) -> list[Any]:
        """Who left that role since still stands in the list of the relation they are in."""
        present = self.initial.get(name)
        if not present or any(pk == present for pk, _ in roles):
            return roles
        return [*roles, *((one.pk, f"{one.organisation.name}: {one.role}") for one in people.filter(pk=present))]

    def clean(self) -> dict[str, Any]:
        """Say at the field what cannot be."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        first, second = values.get("first"), values.get("second")
        if first and first == second:
            self.add_error("second", "Kies een andere partij dan de eerste.")
        for name, party in (("first_person", first), ("second_person", second)):
            person = values.get(name)
            if person and party and person.organisation_id != party.pk:
                self.add_error(name, f"{person.role} hoort niet bij {party.name}. Kies iemand van die partij.")
        began, ended = values.get("valid_from"), values.get("valid_until")
        if began and ended and ended < began:
            self.add_error("valid_until", "Vul een dag in die niet voor de eerste dag ligt.")
        return values

    def relation_data(self) -> RelationData:
        """Return what was filled in; a source that stayed hidden stays."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"token", "version"}}
        return RelationData(**{"conversation": self.kept_source, **values})


def _values(relation: Relation | None) -> dict[str, Any]:
    if relation is None:
        return {}
    return {
        "version": relation.version,
        "first": relation.first_id,
        "second": relation.second_id,
        "kind": relation.kind,
        "first_person": relation.first_person_id,
        "second_person": relation.second_person_id,
        "challenge": relation.challenge_id,
        "conversation": relation.conversation_id,
        "explanation": relation.explanation,
        "valid_from": relation.valid_from,
        "valid_until": relation.valid_until,
    }


class EndRelationForm(PortalForm):
    """The last day of a relation."""

    valid_until = DutchDateField(
        label="Laatste dag", help_text="Op deze dag telt de relatie nog mee. Bijvoorbeeld 31-10-2022."
    )

    def __init__(self, *args: Any, relation: Relation, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"valid_until": relation.valid_until or timezone.localdate()})
        super().__init__(*args, **kwargs)
