"""Reading weights and packages: the own party its own weights, the planning group what they come to together."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from areas.models import Organisation
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement
from coalition.agreement.packages.models import ArticleWeight
from coalition.agreement.packages.rules import Aggregate, Found, Package, aggregate, find_packages, gain
from coalition.agreement.positions.queries import ArticleLine, thermometer_of
from coalition.agreement.positions.rules import Verdict
from novex_portal.toolkit.few import Limits, are_few


@dataclass(frozen=True)
class Weighed:
    """A contested article; `aggregate` is for the planning group, `own` for a party."""

    line: ArticleLine
    aggregate: Aggregate | None
    own: int | None


@dataclass(frozen=True)
class PackageRow:
    """A package with its articles, and what the own party wins with it, if there is one."""

    package: Package
    lines: list[ArticleLine]
    own_gain: int | None


@dataclass(frozen=True)
class PackagePage:
    """All of the page."""

    contested: list[Weighed]
    packages: list[PackageRow]
    looked_at: int
    weighed: list[str]
    not_weighed: list[str]


def contested_lines(agreement: Agreement) -> list[ArticleLine]:
    """Return the articles not everybody agrees on. Five queries."""
    return [line for line in thermometer_of(agreement).lines if line.verdict != Verdict.AGREED]


def package_page(agreement: Agreement, own: Organisation | None, limits: Limits, *, plans: bool) -> PackagePage:
    """Return the contested articles and the packages; `plans` adds aggregates. Six queries, however many there are.

    Of few parties no package is told: with two, what the least satisfied wins is what the other one wins.
    """
    found = thermometer_of(agreement)
    lines = {str(line.article.pk): line for line in found.lines if line.verdict != Verdict.AGREED}
    weights = weights_of(agreement)
    signing = {
        party.organisation_id: party.organisation.name for party in found.parties if party.role == PartyRole.SIGNATORY
    }
    counted = {str(party): weights[party] for party in signing if party in weights}
    made = find_packages(list(lines), counted) if not are_few(len(counted), limits) else Found((), ())
    mine = weights.get(own.pk, {}) if own else {}
    return PackagePage(
        [_weighed(key, line, list(counted.values()), mine, limits if plans else None) for key, line in lines.items()],
        [
            PackageRow(row, [lines[key] for key in row.articles], gain(row, mine) if own and mine else None)
            for row in made.packages
        ],
        len(made.looked_at),
        [name for party, name in signing.items() if party in weights],
        [name for party, name in signing.items() if party not in weights],
    )


def weights_of(agreement: Agreement) -> dict[UUID, dict[str, int]]:
    """Return the weights per party by article. Never for a page as they are: see `package_page`. One query."""
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    rows = ArticleWeight.objects.filter(article__chapter__agreement=agreement)
    for party, article, weight in rows.values_list("organisation_id", "article_id", "weight"):
        found[party][str(article)] = weight
    return dict(found)


def _weighed(
    key: str, line: ArticleLine, all_weights: list[dict[str, int]], mine: dict[str, int], limits: Limits | None
) -> Weighed:
    given = [own[key] for own in all_weights if key in own]
    return Weighed(line, aggregate(given, limits) if limits else None, mine.get(key))
