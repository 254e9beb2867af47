"""The agreements as tables, for the workbook: agreements, commitments, and where parties are. Pure."""

from collections.abc import Iterable

from deliverables.arrangement.commitments.enums import CommitmentSide
from deliverables.arrangement.overview.rules.sheet import Deal, Sheet
from deliverables.money.investments.rules.tables import Cell, Table

AGREEMENTS, PROMISES, STANDS = "Afspraken", "Toezeggingen", "Stand per partij"


def tables_of(sheet: Sheet) -> list[Table]:
    """Return all of it; every row begins with the code of its agreement."""
    deals = sheet.deals
    return [
        Table(
            AGREEMENTS,
            {
                "Nummer": 12, "Provincie": 16, "Onderwerp": 36, "Plaats": 28, "Verplichting": 14, "Voorwaarden": 40,
                "Steunt op": 40, "Balans": 22, "Waarom": 48, "Bewust eenzijdig, want": 32, "Wordt bijgehouden door": 24,
            },
            [_agreement(deal, sheet.place) for deal in deals],
        ),
        Table(
            PROMISES,
            {
                "Nummer": 12, "Kant": 8, "Partij": 28, "Toezegging": 56, "Soort": 14, "Hoeveelheid": 22, "Eerdere hoeveelheden": 32,
                "Bedrag": 16, "Prijspeil en btw": 28, "Uiterlijk": 16, "Stand": 24, "Toelichting": 40, "Telt mee": 10,
            },
            [row for deal in deals for row in _promises(deal)],
        ),
        Table(
            STANDS,
            {"Nummer": 12, "Partij": 32, "Orgaan": 28, "Stand": 44, "Voorbehoud": 48, "Brief": 8},
            [row for deal in deals for row in _stands(deal)],
        ),
    ]  # fmt: skip


def _agreement(deal: Deal, place: str) -> list[Cell]:
    return [
        deal.code, deal.province, deal.subject, deal.place, deal.obligation, deal.conditions, deal.basis_words,
        deal.balance.words, deal.balance.why, deal.on_purpose, deal.kept_by or place,
    ]  # fmt: skip


def _promises(deal: Deal) -> Iterable[list[Cell]]:
    """Yield a line for each commitment, and one more for each further basis of its money."""
    for row in deal.promises:
        start: list[Cell] = [deal.code, str(CommitmentSide(row.side).label), row.who, row.text, row.kind]
        start += [row.quantity, "; ".join(row.quantities[:-1])]
        end: list[Cell] = [str(row.term or ""), row.state_words, row.reason, "ja" if row.counts else "nee"]
        for basis, amount in row.sums.items() or [("", None)]:
            yield [*start, amount, str(basis), *end]


def _stands(deal: Deal) -> Iterable[list[Cell]]:
    for row in deal.stands:
        yield [deal.code, row.party, row.body, row.words, row.reservation, "ja" if row.has_letter else ""]
