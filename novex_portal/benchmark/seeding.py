"""Filling a throw-away database with as many conversations as asked; the same every time.

The bulk comes from INSERT ... SELECT over a series of numbers: 200,000 conversations in seconds
instead of hours. Triggers stay silent meanwhile, so there is no history of made-up rows; that is
why this never runs on a database somebody uses. The summary of contact is made by the same
action the portal uses.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from areas.area.actions.areas import load_areas
from areas.area.catalogue import read_catalogue
from areas.enums import Role
from areas.models import Area, AreaOrganisation, Challenge, Membership, Organisation, Person, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.models import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Article,
    ArticleAmbition,
    Chapter,
    Conversation,
    Seat,
    SeatFunction,
)
from coalition.planning_group.seats.enums import PlanningFunction
from deliverables.board_meetings.models import BoardOutcome, OutcomeReport
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from novex_portal.benchmark.agenda import plant_agenda, plant_arrangement, plant_money
from novex_portal.benchmark.factsheets import make_factsheets
from novex_portal.benchmark.network import KNIT

BASE = 2_000
PARTIES = 40
SEATS = 8
OUTCOMES = 15  # of an area at an overleg
AMBITIONS = 12
CHAPTERS = 14
ARTICLES_PER_CHAPTER = 3
PLACE = "zuid-limburg"
# An area that gets a party with every so many conversations: 10,000 of them at scale 100.
CROWDED = "de-peel"
CONVERSATIONS_PER_PARTY = 20


@dataclass(frozen=True)
class People:
    """Who asks for the pages."""

    interviewer: User
    planner: User
    executive: User
    programme_team: User
    registrar: User  # keeps the parties of the crowded area, and of the one where everybody knows many


@transaction.atomic
def make_portal(today: date) -> People:
    """Load the areas and give each its parties, ambitions, akkoord and checkpoint; return the people."""
    load_areas(catalogue=read_catalogue())
    people = People(
        interviewer=_person("gespreksvoerder", Role.INTERVIEWER),
        planner=_person("planningsgroep", Role.PLANNING_GROUP),
        executive=_person("bestuurder", Role.EXECUTIVE),
        programme_team=_person("regieteam", Role.PROGRAMME_TEAM),
        registrar=_person("planningsgroep-de-peel", Role.PLANNING_GROUP),
    )
    for slug in (CROWDED, KNIT):
        Membership.objects.create(
            user=people.registrar,
            area=Area.objects.get(slug=slug),
            role=Role.PLANNING_GROUP,
            valid_from=date(2020, 1, 1),
        )
    kinds = list(OrganisationKind)
    for area in Area.objects.all():
        parties = Organisation.objects.bulk_create(
            Organisation(name=f"Partij {number} van {area.name}", kind=kinds[number % len(kinds)])
            for number in range(PARTIES)
        )
        AreaOrganisation.objects.bulk_create(AreaOrganisation(area=area, organisation=party) for party in parties)
        _make_planning_group(area, parties)
        _make_agreement(area, parties, people.planner)
        _make_checkpoints(area, today)
    _make_outcomes(people.planner, today)
    make_factsheets(people.programme_team, today)
    plant_agenda(PLACE, people.planner)
    plant_money(PLACE, people.planner)
    plant_arrangement(PLACE, people.planner)
    return people


def _person(name: str, role: Role) -> User:
    user = User.objects.create_user(f"{name}@example.org", name=name)
    place = None if role == Role.PROGRAMME_TEAM else Area.objects.get(slug=PLACE)
    Membership.objects.create(user=user, area=place, role=role, valid_from=date(2020, 1, 1))
    return user


def _make_planning_group(area: Area, parties: list[Organisation]) -> None:
    """Give eight parties a seat, and the functions in turn."""
    persons = Person.objects.bulk_create(
        Person(organisation=party, role="Programmamanager") for party in parties[:SEATS]
    )
    seats = Seat.objects.bulk_create(Seat(area=area, person=person, valid_from=date(2020, 1, 1)) for person in persons)
    functions = list(PlanningFunction)
    SeatFunction.objects.bulk_create(
        SeatFunction(seat=seat, function=functions[number % len(functions)]) for number, seat in enumerate(seats)
    )


def _make_agreement(area: Area, parties: list[Organisation], author: User) -> None:
    ambitions = Ambition.objects.bulk_create(
        Ambition(
            area=area,
            number=number,
            title=f"Ambitie {number} over water en ruimte",
            text="Partijen geven water de ruimte.",
            status=AmbitionStatus.SHARED,
            created_by=author,
        )
        for number in range(1, AMBITIONS + 1)
    )
    agreement = Agreement.objects.create(area=area, title=f"Coalitieakkoord {area.name}")
    chapters = Chapter.objects.bulk_create(
        Chapter(agreement=agreement, number=number, label=str(number), title=f"Hoofdstuk {number}")
        for number in range(1, CHAPTERS + 1)
    )
    articles = Article.objects.bulk_create(
        Article(
            chapter=chapter,
            number=number,
            label=str(number),
            title=f"Artikel over water {number}",
            text="Partijen werken samen.",
        )
        for chapter in chapters
        for number in range(1, ARTICLES_PER_CHAPTER + 1)
    )
    ArticleAmbition.objects.bulk_create(
        ArticleAmbition(article=article, ambition=ambitions[number % AMBITIONS])
        for number, article in enumerate(articles)
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, organisation=party, status=PartyStatus.OFFICIALS_AGREE)
        for party in parties[:10]
    )
    AgreementVersion.objects.create(
        agreement=agreement, number=1, frozen_by=author, frozen_at=timezone.now(), snapshot={}
    )


def _make_checkpoints(area: Area, today: date) -> None:
    for number, days in enumerate((52, 140, 230), 1):
        checkpoint = Checkpoint.objects.create(name=f"IJkmoment {number}", date=today + timedelta(days=days))
        CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
        Requirement.objects.bulk_create(
            Requirement(checkpoint=checkpoint, area=area, text=f"Stuk {rank}", rank=rank) for rank in range(4)
        )


def _make_outcomes(author: User, today: date) -> None:
    """Hold three bestuurlijke overleggen for all areas, at two of which each agreed on things that go on in the other."""
    areas = list(Area.objects.prefetch_related("organisations"))
    before: dict[tuple[Area, int], BoardOutcome] = {}
    for year, days in enumerate((-400, -40, 300)):
        meeting = Checkpoint.objects.create(
            name=f"BOL {year}", kind="bestuurlijk-overleg", date=today + timedelta(days)
        )
        CheckpointArea.objects.bulk_create(CheckpointArea(checkpoint=meeting, area=area) for area in areas)
        for place, area in enumerate(areas if days < 0 else ()):
            lead = area.organisations.all()[0]
            rows = BoardOutcome.objects.bulk_create(
                BoardOutcome(
                    checkpoint=meeting,
                    area=area,
                    number=place * OUTCOMES + number,
                    text=f"Afspraak {number} over water en ruimte",
                    lead=lead,
                    due_on=today + timedelta(days=30 * number - 90),
                    predecessor=before.get((area, number)),
                    created_by=author,
                )
                for number in range(1, OUTCOMES + 1)
            )
            before |= {(area, number): row for number, row in enumerate(rows, 1)}
            OutcomeReport.objects.bulk_create(
                OutcomeReport(outcome=row, state="loopt", as_of=today, reported_by=author) for row in rows
            )


def grow_to(last: int, people: People, today: date) -> None:
    """Add conversations until there are `last`, all numbered in one series."""
    first = Conversation.objects.count() + 1
    if first <= last:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for statement in _BULK:
                cursor.execute(statement, _parameters(first, last, people, today))
            for statement in _CROWD:
                cursor.execute(statement, _crowd(first, last))
        for area in Area.objects.all():
            rebuild_contacts(area=area)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _parameters(first: int, last: int, people: People, today: date) -> dict[str, Any]:
    areas = list(Area.objects.order_by("number").values_list("pk", flat=True))
    return {
        "first": first,
        "last": last,
        "today": today,
        "areas": areas,
        "author": people.interviewer.pk,
        "challenges": [Challenge.objects.filter(area=area).values_list("pk", flat=True)[0] for area in areas],
        # Flat: forty parties, and then twelve ambitions, of each area in turn.
        "parties": _of_areas(areas, AreaOrganisation, "organisation_id", PARTIES),
        "ambitions": _of_areas(areas, Ambition, "pk", AMBITIONS),
        "n_parties": PARTIES,
        "n_ambitions": AMBITIONS,
        "n_areas": len(areas),
    }


def _of_areas(areas: list[UUID], model: type[AreaOrganisation] | type[Ambition], field: str, each: int) -> list[UUID]:
    """Return the first so many of each area in turn; what crowds an area later is not among them."""
    found: dict[UUID, list[UUID]] = {}
    rows = model._default_manager.filter(area__in=areas).order_by("area__number", "pk")
    for area, value in rows.values_list("area_id", field):
        found.setdefault(area, []).append(value)
    return [value for values in found.values() for value in values[:each]]


def _crowd(first: int, last: int) -> dict[str, Any]:
    return {
        "from": (first - 1) // CONVERSATIONS_PER_PARTY + 1,
        "to": last // CONVERSATIONS_PER_PARTY,
        "area": Area.objects.get(slug=CROWDED).pk,
    }


_SENTENCES = (
    "Water vasthouden op de helling kan, als de grond bruikbaar blijft.",
    "De gemeente zoekt ruimte voor woningen en voor de beek.",
    "Boeren willen zekerheid voor twintig jaar.",
    "De wijk heeft last van hitte en van wateroverlast.",
    "Bedrijven delen reststromen als het vervoer geregeld is.",
    "De provincie neemt het initiatief, de partijen volgen.",
    "Bewoners zien nog niet wat zij eraan hebben.",
    "Het waterschap vraagt om een besluit voor de zomer.",
    "Over de grens is de afspraak anders dan hier.",
    "Natuur en recreatie botsen in het dal.",
)
_REPORT = (
    "array_to_string(ARRAY["
    + ", ".join(
        f"(ARRAY[{', '.join(f"'{sentence}'" for sentence in _SENTENCES)}])[1 + (n * {factor}) %% {len(_SENTENCES)}]"
        for factor in (1, 3, 7, 11)
    )
    + "], ' ')"
)

# `n` counts conversations; ids follow from it, so that each statement below finds the rows of the one before.
# One conversation in nineteen ends up under an ambition: a prime number, so that every area has its share.
_BULK = (
    f"""
    INSERT INTO coalition_conversation (id, area_id, author_id, submission_token, held_on, place, form, report,
        confidentiality, search, version, created_at, updated_at)
    SELECT md5('conversation' || n)::uuid, (%(areas)s::uuid[])[1 + n %% %(n_areas)s], %(author)s,
        md5('token' || n)::uuid, %(today)s::date - (n * 7 %% 1095)::int, 'Maastricht',
        CASE WHEN n %% 3 = 0 THEN 'groep' ELSE 'individueel' END, {_REPORT},
        CASE WHEN n %% 20 = 0 THEN 'vertrouwelijk' WHEN n %% 3 = 0 THEN 'gebied' ELSE 'planningsgroep' END,
        to_tsvector('dutch', {_REPORT}), 1, now(), now()
    FROM generate_series(%(first)s, %(last)s) AS n
    """,  # noqa: S608
    """
    INSERT INTO coalition_participant (conversation_id, organisation_id, person_id)
    SELECT md5('conversation' || n)::uuid,
        (%(parties)s::uuid[])[1 + (n %% %(n_areas)s) * %(n_parties)s + ((n / %(n_areas)s) * 7 + k) %% %(n_parties)s], NULL
    FROM generate_series(%(first)s, %(last)s) AS n, generate_series(0, 1) AS k
    """,
    """
    INSERT INTO coalition_conversationchallenge (conversation_id, challenge_id)
    SELECT md5('conversation' || n)::uuid, (%(challenges)s::uuid[])[1 + n %% %(n_areas)s]
    FROM generate_series(%(first)s, %(last)s) AS n
    """,
    """
    INSERT INTO coalition_statement (id, conversation_id, organisation_id, challenge_id, position, interest, stance,
        urgency, rank)
    SELECT md5('statement' || n || '-' || k)::uuid, md5('conversation' || n)::uuid,
        (%(parties)s::uuid[])[1 + (n %% %(n_areas)s) * %(n_parties)s + ((n / %(n_areas)s) * 7 + k) %% %(n_parties)s],
        (%(challenges)s::uuid[])[1 + n %% %(n_areas)s], 'Water vasthouden kan, als de grond bruikbaar blijft.',
        'Zekerheid over grond.', (ARRAY['steunt', 'mits', 'neutraal', 'bezwaar'])[1 + n %% 4], 1 + n %% 5, k
    FROM generate_series(%(first)s, %(last)s) AS n, generate_series(0, 1) AS k
    """,
    """
    INSERT INTO coalition_ambitionstatement (ambition_id, statement_id)
    SELECT (%(ambitions)s::uuid[])[1 + (n %% %(n_areas)s) * %(n_ambitions)s + (n / %(n_areas)s) %% %(n_ambitions)s],
        md5('statement' || n || '-0')::uuid
    FROM generate_series(%(first)s, %(last)s) AS n WHERE n %% 19 = 0
    """,
    """
    INSERT INTO coalition_actionitem (id, area_id, conversation_id, what, owner, owner_user_id, due_on, status, rank, version, scan_dimension)
    SELECT md5('action' || n)::uuid, (%(areas)s::uuid[])[1 + n %% %(n_areas)s], md5('conversation' || n)::uuid,
        'Terugbellen over de grond', 'gespreksvoerder', CASE WHEN n %% 500 = 0 THEN %(author)s END,
        %(today)s::date + 14, CASE WHEN n %% 10 = 0 THEN 'open' ELSE 'gedaan' END, 0, 1, ''
    FROM generate_series(%(first)s, %(last)s) AS n
    """,
)

# Names as they occur: a sort, a place that forty share, and a word of its own.
_SORTS = "ARRAY['Gemeente', 'Stichting', 'Bewonersvereniging', 'Bouwbedrijf', 'Coöperatie', 'Hogeschool', 'Dorpsraad']"
_PLACES = (
    "ARRAY['Maastricht', 'Heerlen', 'Sittard', 'Geleen', 'Kerkrade', 'Valkenburg', 'Gulpen', 'Vaals', 'Meerssen', 'Beek', "
    "'Stein', 'Eijsden', 'Margraten', 'Simpelveld', 'Voerendaal', 'Landgraaf', 'Brunssum', 'Nuth', 'Schinnen', 'Weert']"
)
_KINDS = "ARRAY['gemeente', 'maatschappelijk', 'bewoners', 'bedrijf', 'bedrijf', 'kennisinstelling', 'bewoners']"
_CROWD = (
    f"""
    INSERT INTO areas_organisation (id, name, kind, website, version, created_at)
    SELECT md5('crowd' || n)::uuid, ({_SORTS})[1 + n %% 7] || ' ' || ({_PLACES})[1 + n %% 20] || ' '
        || initcap(translate(substr(md5('name' || n), 1, 9), '0123456789', 'aeiouklmnr')),
        ({_KINDS})[1 + n %% 7], '', 1, now()
    FROM generate_series(%(from)s, %(to)s) AS n
    """,  # noqa: S608
    """
    INSERT INTO areas_areaorganisation (area_id, organisation_id, notes, added_at)
    SELECT %(area)s, md5('crowd' || n)::uuid, '', now() FROM generate_series(%(from)s, %(to)s) AS n
    """,
    """
    INSERT INTO coalition_partycontact (area_id, organisation_id, conversation_count, statement_count, last_held_on)
    SELECT %(area)s, md5('crowd' || n)::uuid, 0, 0, NULL FROM generate_series(%(from)s, %(to)s) AS n WHERE n %% 50 = 0
    """,
)
