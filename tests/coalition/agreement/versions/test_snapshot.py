"""The frozen text comes back from JSON exactly as it went in."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from coalition.agreement.provenance.rules import Provenance
from coalition.agreement.versions.pdf import agreement_html
from coalition.agreement.versions.rules.snapshot import (
    ArticleText,
    ChapterText,
    PartyText,
    SourceRow,
    TermText,
    VersionText,
    from_json,
)
from novex_portal.toolkit.law_text.light import AS_TYPED


def make_version() -> VersionText:
    origin = Provenance(3, 2, 2, ("Gemeente", "Waterschap"), date(2026, 3, 2), date(2026, 4, 9))
    sources = (
        SourceRow("Ambitie 1: Water", "Gemeente", date(2026, 3, 2)),
        SourceRow("", "Waterschap", date(2026, 4, 9)),
    )
    article = ArticleText(
        "a1", "2.1", "Waarom nu", "Tekst met **nadruk** en שלום 🌊.", ("Ambitie 1: Water",), origin, sources
    )
    empty = ArticleText("a2", "2.2", "Zonder bron", "Tekst.", (), Provenance(), ())
    parties = (
        PartyText(
            "Gemeente Maastricht",
            "Gemeente",
            "Ondertekenaar",
            True,
            "Concept",
            "Het college",
            ("wethouder",),
            None,
            "",
        ),
        PartyText(
            "Woningcorporatie", "Bedrijf", "Agendalid", False, "Concept", "", (), date(2026, 5, 1), "Onder voorbehoud."
        ),
    )
    chapters = (ChapterText("c1", 1, "Partijen", ()), ChapterText("c2", 2, "Overwegingen", (article, empty)))
    moment = datetime(2026, 5, 2, 10, 30, tzinfo=UTC)
    return VersionText(
        "Zuid-Limburg", "zuid-limburg", "Akkoord", 7, "Voor de stuurgroep", moment, "Planningsgroep", chapters, parties
    )


def test_version_survives_json_unchanged() -> None:
    version = make_version()
    assert from_json(json.loads(json.dumps(version.to_json()))) == version


def test_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="Onbekende vorm"):
        from_json({**make_version().to_json(), "format": 99})


@pytest.mark.parametrize(("fields", "shown"), [({}, "<ol>"), ({"light_grammar": AS_TYPED}, "3. Derde")])
def test_terms_and_points_are_read_as_when_they_were_frozen(fields: dict[str, Any], shown: str) -> None:
    old = replace(make_version(), terms=(TermText("beekdal", "3. Derde"),))
    data = {name: value for name, value in old.to_json().items() if name != "light_grammar"} | fields
    assert shown in agreement_html(from_json(data))


def test_only_parties_that_sign_are_signatories() -> None:
    assert [party.name for party in make_version().signatories] == ["Gemeente Maastricht"]


def test_formula_of_before_names_body_function_and_party() -> None:
    formula = make_version().parties[0].plain_formula
    assert formula == "Het college, namens deze wethouder, hierna te noemen: Gemeente Maastricht"


def test_formula_of_before_of_a_party_without_body_is_its_name() -> None:
    assert make_version().parties[1].plain_formula == "Woningcorporatie"


def test_articles_come_in_the_order_of_the_text() -> None:
    assert [article.number for article in make_version().articles] == ["2.1", "2.2"]
