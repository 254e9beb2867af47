"""The akkoord under load: packages of 20 articles for 15 parties, comparing and printing 300 articles."""

import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from django.conf import settings

from coalition.agreement.packages.rules import find_packages
from coalition.agreement.provenance.rules import Provenance
from coalition.agreement.versions.pdf import STYLESHEET, agreement_html, make_agreement_pdf
from coalition.agreement.versions.rules.differences import compare
from coalition.agreement.versions.rules.snapshot import ArticleText, ChapterText, VersionText
from novex_portal.toolkit.pdf.making import bare_pdf

CHAPTERS, PER_CHAPTER = 14, 22
_WORDS = [
    "partijen",
    "houden",
    "water",
    "vast",
    "waar",
    "het",
    "valt",
    "en",
    "delen",
    "wat",
    "zij",
    "meten",
    "met",
    "iedereen",
    "in",
    "het",
    "gebied",
]


def measure_agreement() -> Iterator[str]:
    """Yield a line for each: what was done, and how long it took."""
    chance = Random(20)  # noqa: S311  the same every time
    keys = [f"a{number}" for number in range(20)]
    weights = {f"p{party}": {key: chance.randint(2, 10) for key in keys} for party in range(15)}
    seconds, found = _timed(lambda: find_packages(keys, weights))
    yield f"pakketten, 20 artikelen, 15 partijen: {seconds:.2f} s, {len(found.packages)} gevonden"
    old = _version(chance)
    new = replace(old, number=2, chapters=tuple(_changed(chapter) for chapter in old.chapters))
    seconds, _ = _timed(lambda: compare(old, new))
    yield f"verschil van twee versies, {CHAPTERS * PER_CHAPTER} artikelen: {seconds:.2f} s"
    html = agreement_html(old)
    make_agreement_pdf(replace(old, chapters=old.chapters[:1]))  # fonts and style sheets are read once
    bare, _ = _timed(lambda: bare_pdf(html, stylesheet=STYLESHEET, base_url=settings.BASE_URL))
    ours, file = _timed(lambda: make_agreement_pdf(old))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield (
        f"PDF, {CHAPTERS * PER_CHAPTER} artikelen, {file.pages} bladzijden: {ours:.1f} s, "
        f"kaal WeasyPrint {bare:.1f} s, {ours / bare:.2f} keer, geheugen {peak} MB"
    )


def _timed[Found](work: Callable[[], Found]) -> tuple[float, Found]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def _version(chance: Random) -> VersionText:
    chapters = tuple(
        ChapterText(
            f"c{chapter}",
            chapter,
            f"Hoofdstuk {chapter}",
            tuple(
                ArticleText(
                    f"{chapter}-{number}",
                    f"{chapter}.{number}",
                    f"Artikel over water {number}",
                    " ".join(chance.choices(_WORDS, k=60)).capitalize() + ".",
                    (),
                    Provenance(),
                    (),
                )
                for number in range(1, PER_CHAPTER + 1)
            ),
            str(chapter),
        )
        for chapter in range(1, CHAPTERS + 1)
    )
    moment = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    return VersionText("Zuid-Limburg", "zuid-limburg", "Akkoord", 1, "", moment, "Planningsgroep", chapters, ())


def _changed(chapter: ChapterText) -> ChapterText:
    return replace(
        chapter, articles=tuple(replace(row, text=row.text.replace("water", "regenwater")) for row in chapter.articles)
    )
