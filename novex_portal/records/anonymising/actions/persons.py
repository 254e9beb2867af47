"""Making a person unrecognisable: the role takes the place of the name everywhere, history included."""

import json
from collections.abc import Iterator
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Left

from areas.models import Area, Person, Printout, User
from coalition.conversations.recording.actions.recording import reindex_conversations
from coalition.models import Conversation
from novex_portal.records.anonymising import rules as naming
from novex_portal.records.inzage.queries.persons import (
    frozen_naming,
    has_namesake,
    is_unrecognisable,
    known,
    own_marks,
    texts_with,
)
from novex_portal.records.models import Anonymisation
from novex_portal.records.open_history import open_history
from novex_portal.records.register.queries import fields_with_words
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.kept.reading import called

NAMED_THE_SAME = "Iemand anders heeft dezelfde naam; deze teksten zijn niet veranderd"
ACCOUNT = "Account in het portaal: sluit dat zelf, bij de leden"
# A person's own record is emptied; somebody's way in stays, and the report says so.
_OTHERWISE = frozenset({Person, User})
TOO_SHORT = "De naam is één woord; deze teksten zijn niet veranderd"


@action
def anonymise_person(*, person: Person, area: Area, actor: User) -> Anonymisation:
    """Replace somebody by their role in every area: the record, every text that names them, and the history of both.

    Texts that are frozen with a hash stay, and so do texts in which the name may be another's; the
    report counts them. Somebody of whom only the role is left gives the last report: twice is once.
    """
    held = Person.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=person.pk)
    if is_unrecognisable(held):
        done = Anonymisation.objects.filter(person=held).first()
        if done:
            return done
    about = own_marks(held)
    left = frozen_naming(known(held)) + ([(ACCOUNT, 1)] if held.user_id else [])
    if held.name and (has_namesake(held) or not naming.is_distinctive(held.name)):
        reason = NAMED_THE_SAME if naming.is_distinctive(held.name) else TOO_SHORT
        left += [(f"{reason}. {what}", number) for what, number in texts_with(held)]
    replaced = _forget(held) + list(replace_in_texts(about=about))
    return Anonymisation.objects.create(area=area, person=held, replaced=replaced, left=left, done_by=actor)


def _forget(person: Person) -> list[tuple[str, int]]:
    """Empty the record of the person, of those merged into it, and what their history says."""
    events: type[models.Model] = Person.pgh_event_model  # type: ignore[attr-defined]
    merged = list(Person.objects.filter(merged_into=person).values_list("pk", flat=True))
    # A form that was opened before may not bring the name back: the version moves on.
    blank = {"email": "", "phone": "", "user": None, "version": F("version") + 1}
    try:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(name="", **blank)
    except IntegrityError:
        # Two people without a name cannot fill one role at one time: a mark keeps them apart.
        Person.objects.filter(pk=person.pk).update(name=f"Persoon {str(person.pk)[-6:]}", **blank)
    Person.objects.filter(pk__in=merged).update(name="", **blank)
    with open_history(events=events):
        past = events._default_manager.filter(pgh_obj_id__in=[person.pk, *merged])
        number = past.update(name="", email="", phone="", user_id=None)
    return [("Persoon: gegevens", 1), ("Persoon: regels geschiedenis", number)]


def replace_in_texts(*, about: naming.Known) -> Iterator[tuple[str, int]]:
    """Put the role in the place of the name in all that holds words; yield per field how many rows changed."""
    if not about.replacements:
        return
    wanted = naming.any_of(about)
    talks = _conversations_with(wanted)
    papers = Printout.objects.filter(html__iregex=wanted)
    if number := papers.count():
        papers.delete()  # made again by whoever needs it; the file goes with the next sweep
        yield "Afdrukken: weggegooid", number
    for model, name in fields_with_words():
        if model in _OTHERWISE:
            continue
        what = f"{called(model)}: {called(model, name)}"
        if number := sum(_replace(model, name, words, instead) for words, instead in about.replacements):
            yield what, number
        if number := _replace_in_history(model, name, about):
            yield f"{what}, geschiedenis", number
    reindex_conversations(conversations=talks)


def _replace_in_history(model: type[models.Model], name: str, about: naming.Known) -> int:
    events: type[models.Model] | None = getattr(model, "pgh_event_model", None)
    if events is None or name not in {field.name for field in events._meta.concrete_fields}:
        return 0
    with open_history(events=events):
        return sum(_replace(events, name, words, instead) for words, instead in about.replacements)


def _replace(model: type[models.Model], name: str, words: str, instead: str) -> int:
    """Replace words on their own in a column, whatever their case; return how many rows had them."""
    field = model._meta.get_field(name)
    if is_json := isinstance(field, models.JSONField):
        words, instead = (json.dumps(text, ensure_ascii=False)[1:-1] for text in (words, instead))
    found, text = naming.pattern(words), models.TextField()
    values = (Value(found), Value(instead.replace("\\", "\\\\")), Value("gi"))
    new = Func(Cast(name, text), *values, function="regexp_replace", output_field=text)
    # A role can be longer than a name: what no longer fits its column is cut.
    limit = getattr(field, "max_length", None)
    fitting = Cast(new, models.JSONField()) if is_json else Left(new, limit) if limit else new
    rows = model._default_manager.annotate(as_text=Cast(name, text)).filter(as_text__iregex=found)
    return rows.update(**{name: fitting})


def _conversations_with(wanted: str) -> set[UUID]:
    """Return the conversations whose search index holds the words."""
    texts = ("report", "place", "statements__position", "statements__interest", "action_items__what")
    found = Q()
    for path in (*texts, "action_items__owner"):
        found |= Q(**{f"{path}__iregex": wanted})
    return set(Conversation.objects.filter(found).values_list("pk", flat=True))
