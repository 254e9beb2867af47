"""The filter above the list of conversations: a GET form, so that its address can be shared."""

import re
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from areas.models import Area, User
from coalition.conversation_data import without_accents
from coalition.enums import Confidentiality, ConversationForm
from coalition.models import Conversation, ConversationChallenge, Participant
from coalition.queries.conversations import filter_choices, newest_first
from novex_portal.toolkit import dutch
from novex_portal.toolkit.forms import DutchDateField, error_lines
from novex_portal.toolkit.widgets import QuickSelect

_WORD = re.compile(r"\w+")
MAX_WORDS = 12


class DutchDateFilter(django_filters.DateFilter):
    field_class = DutchDateField


class Choice(django_filters.ChoiceFilter):
    """A choice from a list that may be long."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=QuickSelect, **kwargs)


class ConversationFilter(django_filters.FilterSet):
    """Period, organisation, challenge, author, form and text; what is not a real choice is ignored and said."""

    tekst = django_filters.CharFilter(label="Woorden", method="with_words", max_length=200)
    partij = Choice(label="Organisatie", method="with_party", empty_label="Alle organisaties")
    opgave = Choice(label="Opgave", method="on_challenge", empty_label="Alle opgaven")
    auteur = Choice(label="Vastgelegd door", field_name="author", empty_label="Iedereen")
    vorm = Choice(
        label="Soort gesprek", field_name="form", choices=ConversationForm.choices, empty_label="Beide soorten"
    )
    ronde = Choice(label="Ronde", field_name="round", empty_label="Alle rondes")
    vanaf = DutchDateFilter(label="Vanaf", field_name="held_on", lookup_expr="gte")
    tot = DutchDateFilter(label="Tot en met", field_name="held_on", lookup_expr="lte")

    class Meta:
        model = Conversation
        fields: list[str] = []

    def __init__(self, data: Any, queryset: QuerySet[Conversation], *, area: Area, reader: User) -> None:
        super().__init__(data, newest_first(queryset))
        self.reader = reader
        offered = filter_choices(area)
        self.filters["partij"].extra["choices"] = offered.organisations
        self.filters["opgave"].extra["choices"] = offered.challenges
        self.filters["ronde"].extra["choices"] = offered.rounds
        self.filters["auteur"].extra["choices"] = offered.authors

    def get_form_class(self) -> type[forms.Form]:
        plain: type[forms.Form] = super().get_form_class()
        return type("ConversationFilterForm", (plain,), {"use_required_attribute": False})

    @property
    def error_lines(self) -> list[tuple[str, str]]:
        """Return (id of the control, message) of what could not be filtered on."""
        return error_lines(self.form)

    @property
    def is_used(self) -> bool:
        """Whether anything is filtered at all."""
        return any(self.data.get(name) for name in self.filters)

    @property
    def chips(self) -> list[tuple[str, str]]:
        """Return what is chosen besides words, in words, and the address of the list without it."""
        self.form.is_valid()
        chosen = {name: value for name, value in self.form.cleaned_data.items() if value and name != "tekst"}
        return [(self._in_words(name, value), self._without(name)) for name, value in chosen.items()]

    def _in_words(self, name: str, value: Any) -> str:
        field = self.form.fields[name]
        if isinstance(value, date):
            return f"{field.label} {dutch.long_date(value)}"
        return str(next(label for key, label in field.choices if str(key) == str(value)))

    def _without(self, name: str) -> str:
        kept = self.data.copy()
        for gone in (name, "page"):
            kept.pop(gone, None)
        return f"?{kept.urlencode()}"

    def with_words(self, queryset: QuerySet[Conversation], name: str, value: str) -> QuerySet[Conversation]:
        """Keep conversations in which every word occurs, or a word that begins with it.

        Confidential ones of others are passed over: finding one would tell what stands in it, without
        that being recorded.
        """
        words = _WORD.findall(without_accents(value))[:MAX_WORDS]
        if not words:
            return queryset
        query = " & ".join(f"{word}:*" for word in words)
        open_to_search = ~Q(confidentiality=Confidentiality.CONFIDENTIAL) | Q(author=self.reader)
        return queryset.filter(open_to_search, search=SearchQuery(query, config="dutch", search_type="raw"))

    def with_party(self, queryset: QuerySet[Conversation], name: str, value: str) -> QuerySet[Conversation]:
        """Keep conversations with this organisation at the table."""
        return queryset.filter(pk__in=Participant.objects.filter(organisation_id=value).values("conversation"))

    def on_challenge(self, queryset: QuerySet[Conversation], name: str, value: str) -> QuerySet[Conversation]:
        """Keep conversations that touched this challenge."""
        touched = ConversationChallenge.objects.filter(challenge_id=value)
        return queryset.filter(pk__in=touched.values("conversation"))
