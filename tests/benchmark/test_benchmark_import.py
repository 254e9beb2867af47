"""Measuring how long a file with parties takes."""

from areas.models import Organisation, PartyImport
from novex_portal.benchmark.importing import ImportMeasurement, measure_import
from novex_portal.benchmark.seeding import make_portal
from tests.benchmark.test_benchmark import TODAY


def test_measuring_an_import_leaves_nothing_behind(db: None) -> None:
    people = make_portal(TODAY)
    before = Organisation.objects.count()
    found = measure_import(210, people.planner, rounds=1)
    assert (found.lines, found.check > 0, found.write > 0) == (210, True, True)
    assert (Organisation.objects.count(), PartyImport.objects.count()) == (before, 0)


def test_ratio_is_of_all_the_work_to_the_bare_insert() -> None:
    found = ImportMeasurement(5_000, floor=2, read=1, check=3, write=4, check_queries=15, write_queries=15)
    assert found.ratio == 4.0
    assert "ratio 4.0, of writing alone 2.0" in found.in_words()
