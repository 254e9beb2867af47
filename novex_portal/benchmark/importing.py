"""How long a file with parties takes to be checked and written, against merely inserting as many rows."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from areas.imports.actions import confirm_import, upload_file
from areas.imports.running import run_import
from areas.models import Area, AreaOrganisation, Organisation, PartyImport, Person, User
from areas.parties.enums import OrganisationKind
from novex_portal.benchmark.seeding import PLACE
from novex_portal.toolkit.ids import uuid7

_KINDS = [kind.value for kind in OrganisationKind]


@dataclass(frozen=True)
class ImportMeasurement:
    """One file. Times are seconds; ratios are to the floor, measured in the same rounds."""

    lines: int
    floor: float
    read: float
    check: float
    write: float
    check_queries: int
    write_queries: int

    @property
    def ratio(self) -> float:
        """All the work together, against the bare insert."""
        return round((self.read + self.check + self.write) / self.floor, 1)

    def as_dict(self) -> dict[str, object]:
        return {**asdict(self), "ratio": self.ratio}

    def in_words(self) -> str:
        return (
            f"import of {self.lines} lines: read {self.read:.2f} s, check {self.check:.2f} s ({self.check_queries} "
            f"queries), write {self.write:.2f} s ({self.write_queries} queries); bare insert {self.floor:.2f} s; "
            f"ratio {self.ratio}, of writing alone {self.write / self.floor:.1f}"
        )


def measure_import(lines: int, actor: User, *, rounds: int = 3) -> ImportMeasurement:
    """Take in a file of so many new parties, each with website, notes, umbrella and person; leave nothing behind."""
    area = Area.objects.get(slug=PLACE)
    found = [_round(lines, area, actor) for _ in range(rounds)]
    floor, read, check, write = (median(each[place] for each in found) for place in range(4))
    return ImportMeasurement(lines, floor, read, check, write, int(found[0][4]), int(found[0][5]))


def _round(lines: int, area: Area, actor: User) -> tuple[float, ...]:
    floor, _queries = _timed(lambda: _insert_bare(lines, area))
    upload: Any = ContentFile(_file(lines), name="partijen.csv")
    read, _queries = _timed(
        lambda: upload_file(model=PartyImport, area=area, actor=actor, upload=upload, token=uuid7())
    )
    job = PartyImport.objects.latest("created_at")
    check, check_queries = _timed(lambda: run_import(PartyImport, job.pk))
    job.refresh_from_db()
    confirm_import(job=job, actor=actor, version=job.version, skip_errors=False)
    write, write_queries = _timed(lambda: run_import(PartyImport, job.pk))
    job.refresh_from_db()
    if job.counts != {"total": lines, "new": lines, "ignored": []} or job.status != "klaar":
        raise RuntimeError(f"De import ging niet zoals bedoeld: {job.status} {job.counts} {job.error}")
    _remove()
    return floor, read, check, write, check_queries, write_queries


def _timed(work: Callable[[], object]) -> tuple[float, int]:
    start = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        work()
    return time.perf_counter() - start, len(captured)


def _file(lines: int) -> bytes:
    rows = (
        f"Meting {_word(number)} {number};{_KINDS[number % len(_KINDS)]};www.meting{number}.example;"
        f"{'' if number % 2 else f'Meting {_word(number + 1)} {number + 1}'};Notitie {number};Functie;m{number}@example.org;"
        for number in range(lines)
    )
    return "\n".join(["naam;soort;website;koepel;aantekeningen;functie;e-mail;telefoon", *rows]).encode()


def _word(number: int) -> str:
    """A word like those in names, the same every time: so that names resemble each other as they do."""
    parts = ("berg", "dal", "veen", "hout", "zand", "beek", "stad", "oord", "hoek", "laan", "dijk", "wijk")
    return "".join(parts[number // size % len(parts)] for size in (1, 12, 144)).title()


def _insert_bare(lines: int, area: Area) -> None:
    """Insert as many rows into the same tables, history included, and take them away again."""
    with transaction.atomic():
        parties = Organisation.objects.bulk_create(
            Organisation(name=f"Bodem {number}", kind=_KINDS[number % len(_KINDS)]) for number in range(lines)
        )
        AreaOrganisation.objects.bulk_create(AreaOrganisation(area=area, organisation=party) for party in parties)
        Person.objects.bulk_create(Person(organisation=party, role="Functie") for party in parties)
        transaction.set_rollback(True)


def _remove() -> None:
    """Take the measured parties away without a trace; history is silent meanwhile."""
    made = "(SELECT id FROM areas_organisation WHERE name LIKE %s)"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, column in (
            ("areas_person", "organisation_id"),
            ("areas_umbrellamembership", "member_id"),
            ("areas_areaorganisation", "organisation_id"),
            ("areas_organisation", "id"),
        ):
            cursor.execute(f"DELETE FROM {table} WHERE {column} IN {made}", ["Meting %"])  # noqa: S608  our own names
        cursor.execute("DELETE FROM areas_partyimport")
