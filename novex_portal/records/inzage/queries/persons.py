"""Reading what is held about a person in an area: the list of persons, what hangs on one, and the archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Cast, Lower
from django.utils import timezone

from areas.access import PERMISSIONS
from areas.enums import Permission, Role
from areas.models import Area, Membership, Person, Printout, User
from coalition.conversations.recording.access import conversations_for
from coalition.models import ActionItem, Conversation, ConversationDraft, Feedback, Participant, ReadEvent, Statement
from novex_portal.records.anonymising import rules as naming
from novex_portal.records.anonymising.rules import Known
from novex_portal.records.models import Anonymisation
from novex_portal.records.register.queries import fields_frozen, fields_with_words, links_to_persons, path_to_area
from novex_portal.toolkit.kept.reading import called, declared, shown_links
from novex_portal.toolkit.text import dutch

MOST_ROWS = 2_000
"""So many rows of one record are looked through for a name; whoever is named more often is found already."""


@dataclass(frozen=True)
class Held:
    """So many rows of one sort are about somebody, or name them."""

    what: str
    number: int


@dataclass(frozen=True)
class Archive:
    """All that an area holds about a person, in words; what is of others is not in it."""

    person: dict[str, str]
    area: str
    made_at: str
    earlier: list[dict[str, str]]  # what the record of the person said before
    records: list[dict[str, Any]]  # {"what", "rows": [{label: words}]}
    texts: list[dict[str, Any]]  # {"what", "when", "parts"}
    conversations: list[dict[str, Any]]  # {"day", "place", "statements", "read_by"}
    withheld: list[str]  # what somebody else has to add

    def to_json(self) -> dict[str, Any]:
        """Return it as what a JSON file holds."""
        return dict(vars(self))


def persons_of(area: Area, words: str = "") -> QuerySet[Person]:
    """Return the persons of organisations of the area, by organisation and role; found by role, name or organisation."""
    found = Person.objects.filter(organisation__areas=area, merged_into=None).select_related("organisation")
    if words:
        found = found.filter(
            Q(role__icontains=words) | Q(name__icontains=words) | Q(organisation__name__icontains=words)
        )
    return found.order_by(Lower("organisation__name"), Lower("role"), "pk")


def known(person: Person) -> Known:
    """Return how a person can be found in texts."""
    return Known(str(person), person.name.strip(), person.email.strip(), person.phone.strip())


def is_unrecognisable(person: Person) -> bool:
    """Tell whether nothing but the role is left of somebody."""
    return not (person.name or person.email or person.phone or person.user_id)


def has_namesake(person: Person) -> bool:
    """Tell whether somebody else has the same name: a name in a text can then be theirs."""
    return _is_shared(person, "name")


def own_marks(person: Person) -> Known:
    """Return how this person and nobody else can be found in texts.

    A name of one word, or that somebody else has, is left out; so is an address or a number that is shared.
    """
    about = known(person)
    kept = {field: "" if _is_shared(person, field) else getattr(about, field) for field in ("name", "email", "phone")}
    return Known(about.role, **kept)


def _is_shared(person: Person, field: str) -> bool:
    words = getattr(person, field)
    others = Person.objects.filter(**{f"{field}__iexact": words}).exclude(pk=person.pk)
    return bool(words) and others.exclude(merged_into=person).exists()


def held_about(person: Person, area: Area) -> list[Held]:
    """Count per record what leads to a person in this area, and which texts name them. A fixed number of queries."""
    links = [
        Held(f"{called(model)}: {called(model, field)}", rows.count()) for model, field, rows in _links(person, area)
    ]
    texts = [Held(what, len(rows)) for what, rows in _named_in(known(person), area)]
    return [row for row in [*links, *texts] if row.number]


def frozen_naming(about: Known) -> list[tuple[str, int]]:
    """Count the texts that name somebody and are kept as they were, over all areas."""
    wanted = naming.any_of(about)
    found = [
        (f"{called(model)}: {called(model, field)}", _rows_with(model, field, wanted).count())
        for model, field in fields_frozen()
        if wanted
    ]
    return [(what, number) for what, number in found if number]


def texts_with(person: Person) -> list[tuple[str, int]]:
    """Count the texts that name a person by the name alone, over all areas; for when they cannot be changed."""
    wanted = naming.pattern(person.name) if person.name else ""
    found = [
        (f"{called(model)}: {called(model, field)}", _rows_with(model, field, wanted).count())
        for model, field in fields_with_words()
        if wanted and model is not Person
    ]
    return [(what, number) for what, number in found if number]


def archive_of(person: Person, area: Area, reader: User) -> Archive:
    """Return all this area holds about a person, as far as the reader may read it themselves.

    Texts of conversations the reader may not open are left out, and it is said who has to add them.
    """
    others = everybody_else(area, person=person, account=person.user_id)
    readable = conversations_for(reader, area)
    talks = Conversation.objects.filter(area=area, participants__person=person).distinct().select_related("author")
    hidden = talks.exclude(pk__in=readable.values("pk"))
    return Archive(
        person=_facts(person),
        area=area.name,
        made_at=dutch.long_date(timezone.localdate()),
        earlier=_earlier(person),
        records=[
            {
                "what": f"{called(model)} ({called(model, field)})",
                "rows": [_row(row, known(person), others) for row in rows],
            }
            for model, field, found in _links(person, area)
            if model not in {Participant, ActionItem} and (rows := list(found))
        ],
        texts=list(texts_naming(known(person), area, reader, others)),
        conversations=_talks(readable.filter(pk__in=talks.values("pk")), person, others),
        withheld=drafts_naming(known(person), area)
        + [
            f"Een gesprek van {dutch.long_date(row.held_on)} dat de maker van dit bestand niet mag lezen. "
            f"Vraag het aan wie het vastlegde: {row.author}."
            for row in hidden
        ],
    )


def drafts_naming(about: Known, area: Area) -> list[str]:
    """Say how many drafts name somebody: what stands in them is their authors' alone."""
    wanted = naming.any_of(about)
    number = _rows_with(ConversationDraft, "data", wanted).filter(area=area).count() if wanted else 0
    return [
        f"Concepten van gesprekken waarin u wordt genoemd: {number}. Alleen wie ze schrijft, kan ze lezen."
    ] * bool(number)


def reports_of(area: Area) -> QuerySet[Anonymisation]:
    """Return the reports of persons made unrecognisable from this area, newest first."""
    return Anonymisation.objects.filter(area=area).select_related("person__organisation", "account", "done_by")


def _rows_with(model: type[models.Model], field: str, wanted: str) -> QuerySet[Any]:
    """Return the rows whose field matches a regular expression, whatever kind of field it is."""
    rows = model._default_manager.order_by("pk").annotate(as_text=Cast(field, models.TextField()))
    found: QuerySet[Any] = rows.filter(as_text__iregex=wanted)
    return found


def _links(person: Person, area: Area) -> Iterator[tuple[type[models.Model], str, QuerySet[Any]]]:
    for model, field in links_to_persons():
        rows = model._default_manager.filter(**{field: person, path_to_area(model): area})
        named = _led_to(model)
        yield model, field, (rows.select_related(*named) if named else rows).order_by("pk")


def _named_in(about: Known, area: Area) -> Iterator[tuple[str, list[Any]]]:
    """Yield the texts of an area that name somebody. One query per field."""
    wanted = naming.any_of(about)
    for model, field in fields_with_words() if wanted else ():
        place = path_to_area(model)
        if place and model is not Person:
            rows = _rows_with(model, field, wanted).filter(**{place: area})
            if model is Feedback:
                rows = rows.select_related("statement")
            rows = rows[:MOST_ROWS]
            yield f"{called(model)}: {called(model, field)}", list(rows)


def texts_naming(about: Known, area: Area, reader: User, others: list[Known]) -> Iterator[dict[str, Any]]:
    readable = set(conversations_for(reader, area).values_list("pk", flat=True))
    for what, rows in _named_in(about, area):
        for row in rows:
            conversation = _conversation_of(row)
            # A draft is its author's alone, and a printout is a copy of what stands elsewhere.
            if isinstance(row, ConversationDraft | Printout):
                continue
            if conversation is None or conversation in readable:
                parts = naming.excerpts(row.as_text, about, others)
                if parts:
                    yield {"what": what, "parts": parts}


def _conversation_of(row: Any) -> UUID | None:
    if isinstance(row, Conversation):
        return row.pk
    if isinstance(row, Feedback):
        return row.statement.conversation_id
    return getattr(row, "conversation_id", None)


def everybody_else(area: Area, *, person: Person | None = None, account: UUID | None = None) -> list[Known]:
    """Return everybody else the area knows by name: persons in a role and people with an account."""
    persons = persons_of(area).exclude(name="", email="", phone="")
    if person:
        persons = persons.exclude(pk=person.pk)
    elif account:
        persons = persons.exclude(user=account)
    members = Membership.objects.filter(Q(area=area) | Q(area=None)).select_related("user").exclude(user=account)
    return [known(row) for row in persons] + [
        Known(str(Role(row.role).label), row.user.name, row.user.email) for row in members
    ]


def _facts(person: Person) -> dict[str, str]:
    return {
        "Rol": person.role,
        "Organisatie": person.organisation.name,
        "Naam": person.name,
        "E-mailadres": person.email,
        "Telefoon": person.phone,
        "Vanaf": _words(person.valid_from),
        "Tot en met": _words(person.valid_until),
        "Account in het portaal": "ja" if person.user_id else "nee",
    }


def _earlier(person: Person) -> list[dict[str, str]]:
    events: Any = Person.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj_id=person.pk).order_by("pgh_created_at", "pgh_id")
    return [
        {"Op": _words(row.pgh_created_at), "Naam": row.name, "E-mailadres": row.email, "Telefoon": row.phone}
        for row in rows
    ]


def _row(row: Any, about: Known, others: Iterable[Known]) -> dict[str, str]:
    """Return the fields of a row in words; what leads to others is left out."""
    kept = declared()[type(row)]
    skipped = {*kept.accounts, *kept.persons, *kept.frozen, "id", "version", "submission_token"}
    named = _led_to(type(row))
    fields = [
        field
        for field in row._meta.concrete_fields
        if field.name not in skipped and (not field.is_relation or field.name in named)
    ]
    return {
        str(called(type(row), field.name) if field.is_relation else field.verbose_name): naming.without_others(
            words, about, others
        )
        for field in fields
        if (words := _words(_shown(row, field.name)))
    }


def _led_to(model: type[models.Model]) -> list[str]:
    """Return the links of a record to what may be named beside it: a role in a measure says in which."""
    known = set(shown_links().values())
    return [field.name for field in model._meta.concrete_fields if field.related_model in known]


def _shown(row: Any, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    return display() if display else getattr(row, name)


def _words(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{dutch.long_date(timezone.localtime(value).date())}"
    if isinstance(value, date):
        return dutch.long_date(value)
    return "" if value is None else str(value)


def _talks(conversations: QuerySet[Conversation], person: Person, others: list[Known]) -> list[dict[str, Any]]:
    """Return the conversations somebody sat at: what their organisation said there, and who read it. Five queries."""
    about = known(person)
    said = Statement.objects.filter(organisation=person.organisation_id).order_by("rank", "id")
    tasks = ActionItem.objects.filter(owner_person=person)
    rows = conversations.defer("search", "report").prefetch_related(
        Prefetch("statements", said, "said"),
        Prefetch("action_items", tasks, "tasks"),
        Prefetch("read_events", ReadEvent.objects.order_by("read_at"), "readings"),
    )
    talks: list[Any] = list(rows.order_by("held_on", "pk"))
    roles = _reader_roles({event.reader_id for row in talks for event in row.readings}, {row.area_id for row in talks})
    return [
        {
            "day": dutch.long_date(row.held_on),
            "place": row.place,
            "statements": [
                naming.without_others(f"{it.position} {it.interest}".strip(), about, others) for it in row.said
            ],
            "actions": [naming.without_others(it.what, about, others) for it in row.tasks],
            # Of conversations that are not confidential nothing is kept of who read them.
            "read_by": [
                f"{roles.get(it.reader_id, 'Lid van het gebied')}, {_words(it.read_at)} ({it.get_way_display().lower()})"
                for it in row.readings
            ],
        }
        for row in talks
    ]


def _reader_roles(readers: set[UUID], areas: set[UUID]) -> dict[UUID, str]:
    """Say as whom somebody reads: others in an archive are their role. One query."""
    members = Membership.objects.filter(Q(area__in=areas) | Q(area=None), user__in=readers)
    return {
        row.user_id: str(Role(row.role).label)
        for row in members
        if Permission.VIEW_CONVERSATIONS in PERMISSIONS[row.role] or row.role == Role.AUDITOR
    }
