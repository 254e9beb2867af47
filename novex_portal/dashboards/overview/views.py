"""All areas side by side."""

from collections.abc import Sequence

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.area.rules import Dot, Place, dots
from areas.enums import Permission
from novex_portal.dashboards.overview.forms import OverviewForm
from novex_portal.dashboards.overview.queries.news import overview_news
from novex_portal.dashboards.overview.queries.rows import overview_rows
from novex_portal.dashboards.overview.rules import ORDERS, AreaRow, Choice, chosen, first_moment, headline, news_since
from novex_portal.dashboards.overview.tables import HEADINGS, overview_table
from novex_portal.toolkit.files.exports import csv_answer


@require_safe
def overview(request: SignedInRequest) -> HttpResponse:
    """The areas side by side: all for the regieteam, their own for everybody else."""
    today = timezone.localdate()
    rows = overview_rows(request.user, today)
    form = OverviewForm(request.GET, rows)
    shown = chosen(rows, form.choice)
    since, since_words = news_since(rows, today)
    context = {
        "rows": rows,
        "shown": shown,
        "filter": form,
        "choice": form.choice,
        "heads": _heads(form.choice),
        "dots": _dots(shown),
        "headline": headline(rows),
        "first_moment": first_moment(rows),
        "news": overview_news(rows, since) if rows else [],
        "since": since_words,
        "today": today,
        "provinces": sorted({name for row in rows for name in row.provinces}),
        "sees_factsheets": may_anywhere(request.user, Permission.VIEW_FACTSHEET),
        "sees_moments": may_anywhere(request.user, Permission.VIEW_CHECKPOINTS),
        "sees_money": may_anywhere(request.user, Permission.VIEW_INVESTMENTS),
        "keeps_template": may_anywhere(request.user, Permission.MANAGE_PERSPECTIVE_TEMPLATE),
    }
    return render(request, "dashboards/overview/overview.html", context)


def _heads(choice: Choice) -> dict[str, dict[str, str]]:
    """Return of every order whether the rows stand in it, for aria-sort, and what a press on its head asks for."""
    heads = {name: {"sort": "", "next": name} for name in ORDERS}
    back, sort = ("", "descending") if choice.is_reversed else ("-", "ascending")
    heads[choice.by] = {"sort": sort, "next": back + choice.by}
    return heads


def _dots(rows: Sequence[AreaRow]) -> list[Dot]:
    places = [
        Place(row.number, row.label, f"#gebied-{row.number}", row.latitude, row.longitude, row.is_far) for row in rows
    ]
    return dots(sorted(places, key=lambda place: place.number))


@require_safe
def overview_export(request: SignedInRequest) -> StreamingHttpResponse:
    """The same overview as CSV."""
    today = timezone.localdate()
    rows = overview_rows(request.user, today)
    shown = chosen(rows, OverviewForm(request.GET, rows).choice)
    return csv_answer(HEADINGS, overview_table(shown), f"overzicht-{today:%Y-%m-%d}.csv")
