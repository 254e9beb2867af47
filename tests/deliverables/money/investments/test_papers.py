"""The same agenda as object, workbook and paper: not a cent apart."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from areas.models import Area
from deliverables.money.investments.actions import STYLES, investments_html
from deliverables.money.investments.queries.investments import AreaMoney
from deliverables.money.investments.queries.workbook import workbook_of
from deliverables.money.investments.rules.agenda import Investments
from deliverables.money.investments.rules.tables import MEASURES, ORIGINS, SPENT, SPENT_YEARS, YEARS, tables_of
from novex_portal.toolkit.pdf.making import make_pdf
from novex_portal.toolkit.pdf.reading import read_pdf
from tests.deliverables.money.example import random_agenda

SEEDS = range(20)
PARTS = (MEASURES, ORIGINS, YEARS)


def totals(agenda: Investments) -> dict[str, list[Decimal]]:
    """Return per basis what is hard, soft, conditional and wished for."""
    return {str(part.basis): _sums(part.total.sums) for part in agenda.parts}


def _sums(sums: object) -> list[Decimal]:
    return [getattr(sums, name) for name in ("hard", "soft", "conditional", "wish")]


@pytest.mark.parametrize("seed", SEEDS)
def test_workbook_holds_the_totals_of_the_object_to_the_cent(seed: int) -> None:
    agenda = random_agenda(seed)
    with workbook_of(AreaMoney(Area(), agenda, {}, [], [])).file as file:
        book = load_workbook(BytesIO(file.read()))
    for name in PARTS:
        first = 4 if name == MEASURES else 2
        whole: dict[str, list[Decimal]] = {}
        for cells in list(book[name].values)[1:]:
            amounts = [Decimal(str(cell)).quantize(Decimal("0.01")) for cell in cells[first : first + 4]]
            if cells[first - 2 if name == MEASURES else 1] == "Samen":
                assert amounts == totals(agenda)[str(cells[0])]
                assert amounts == whole.get(str(cells[0]), [Decimal(0)] * 4)
            else:
                before = whole.get(str(cells[0]), [Decimal(0)] * 4)
                whole[str(cells[0])] = [one + other for one, other in zip(before, amounts, strict=True)]


@pytest.mark.parametrize("seed", SEEDS)
def test_workbook_adds_what_was_bound_and_paid_to_the_cent(seed: int) -> None:
    agenda = random_agenda(seed)
    with workbook_of(AreaMoney(Area(), agenda, {}, [], [])).file as file:
        book = load_workbook(BytesIO(file.read()))
    for name, places in ((SPENT, (3, 4, 5, 6, 7)), (SPENT_YEARS, (2, 3))):
        for part in agenda.parts:
            rows = [row for row in list(book[name].values)[1:] if row[0] == str(part.basis)]
            added = [[Decimal(str(row[place])).quantize(Decimal("0.01")) for place in places] for row in rows]
            assert [sum(column) for column in zip(*added[:-1], strict=True)] == (added[-1] if added else [])
            assert bool(added) == part.spending.is_any


def test_paper_of_twenty_agendas_holds_every_amount_in_its_place_to_the_cent() -> None:
    agendas = [random_agenda(seed, bases=1 + (seed < 2), most=1) for seed in SEEDS]
    papers = [investments_html(agenda=each, place="Zuid-Limburg", moment=timezone.now()) for each in agendas]
    bodies = [re.search(r"<body>(.*)</body>", paper, re.DOTALL) for paper in papers]
    whole = papers[0].replace(bodies[0][1], "".join(body[1] for body in bodies if body)) if bodies[0] else ""
    made = make_pdf(whole, stylesheet=STYLES, base_url="http://portaal.example")
    words = iter([word for page in read_pdf(made.content).pages for word in page.words])
    for agenda in agendas:
        for table in tables_of(agenda):
            for paper in (table.on_paper(basis) for basis in table.bases):
                cells = [text for row in paper.rows for text, is_number in row if is_number]
                assert [cell for cell in cells if cell not in words] == [], table.name
