"""Payloads through article, comment, amendment, term and open point: to page, PDF and mail. Nothing runs, nothing is fetched."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from lxml import html as parser

from areas.models import Area, User
from coalition.agreement.amendments.actions import propose_amendment
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.articles.actions import add_article
from coalition.agreement.comments.actions import add_comment
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.open_points.actions import add_open_point, state_on_open_point
from coalition.agreement.terms.actions import define_term
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.pdf import agreement_html
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Article
from novex_portal.toolkit.law_text.light import AS_BEFORE, AS_TYPED, light_html
from novex_portal.toolkit.models import OutgoingMail
from tests.factories import make_member, make_organisation

_SCRIPT = "alert(1)"
_TAGS = (
    "<script>{}</script>", "<script src=//kwaad.example></script>", "<img src=x onerror={}>", "<svg onload={}>",
    "<svg><script>{}</script></svg>", "<body onload={}>", "<iframe src=javascript:{}></iframe>",
    "<iframe srcdoc='<script>{}</script>'></iframe>", "<object data=javascript:{}></object>", "<embed src=//kwaad.example>",
    "<link rel=stylesheet href=//kwaad.example>", "<style>@import '//kwaad.example'</style>", "<base href=//kwaad.example>",
    "<meta http-equiv=refresh content='0;url=//kwaad.example'>", "<form action=//kwaad.example><button>x</button></form>",
    "<details open ontoggle={}>", "<video src=x onerror={}>", "<audio src=x onerror={}>", "<input autofocus onfocus={}>",
    "<a href=javascript:{}>x</a>", "<math href=javascript:{}>x</math>", "<div style='background:url(//kwaad.example)'>",
    "<p data-hx-get=/accounts/logout/ data-hx-trigger=load>x</p>", "<p hx-on:load={}>x</p>", "<textarea></textarea><script>{}</script>",
)  # fmt: skip
_MARKDOWN = (
    "[x](javascript:{})", "[x](JaVaScRiPt:{})", "[x](java\tscript:{})", "[x](data:text/html,<script>{}</script>)",
    "[x](vbscript:{})", "![x](javascript:{})", "![x](//kwaad.example/p.png)", "![x](https://kwaad.example/p.png)",
    "[x]: javascript:{}\n\n[x]", "<javascript:{}>", "[x](<javascript:{}>)", "`<script>{}</script>`",
    "```\n<script>{}</script>\n```", "    <script>{}</script>", "| a |\n|---|\n| <script>{}</script> |",
    "> <script>{}</script>", "# <script>{}</script>", "1. <img src=x onerror={}>", "**<svg onload={}>**",
    "[[artikel <script>{}</script>]]", "[[begrip \"onload={}]]", "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}",
)  # fmt: skip
_AROUND = ("{}", "tekst {} tekst", "\"'>{}")
PAYLOADS = tuple(
    around.replace("{}", payload.replace("{}", _SCRIPT)) for around, payload in product(_AROUND, (*_TAGS, *_MARKDOWN))
)
_SCHEME = re.compile(r"^\s*(javascript|vbscript|data):", re.IGNORECASE)


def test_corpus_is_large_enough() -> None:
    assert len(set(PAYLOADS)) >= 100


@pytest.mark.parametrize("grammar", [AS_BEFORE, AS_TYPED])
def test_nothing_runs_in_a_light_text(grammar: int) -> None:
    assert list(harmful(f'<div class="prose">{light_html("\n\n".join(PAYLOADS), grammar)}</div>')) == []


def harmful(document: str) -> Iterator[str]:
    """Name what in a document would run, or be fetched from elsewhere."""
    for element in parser.fromstring(document.encode()).iter():
        if not isinstance(element.tag, str) or element.get("rel") == "icon":  # our own sign, drawn in the page
            continue
        inside_prose = any("prose" in (up.get("class") or "") for up in element.iterancestors())
        if element.tag == "script" and (inside_prose or _SCRIPT in (element.text or "")):
            yield "script"
        if element.tag in {"iframe", "object", "embed", "base"} or (inside_prose and element.tag in {"img", "form"}):
            yield element.tag
        for name, value in element.attrib.items():
            if (
                name.startswith("on")
                or _SCHEME.match(str(value))
                or (inside_prose and name.startswith(("hx-", "data-hx-")))
            ):
                yield f"{element.tag} {name}"
            if name in {"src", "action", "srcdoc"} and "kwaad" in str(value):
                yield f"{element.tag} {name}"


@pytest.fixture
def poisoned(area: Area, planner: User) -> Article:
    """An akkoord with every payload in an article, and all of them in a term, a point, a stand, a comment and an amendment."""
    agreement = open_agreement(area=area, actor=planner)
    chapter = agreement.chapters.get(number=3)
    everything = "\n\n".join(PAYLOADS)[:20_000]
    for start in range(0, len(PAYLOADS), 12):
        some = PAYLOADS[start : start + 12]
        article = add_article(chapter=chapter, actor=planner, title=some[0][:150], text="\n\n".join(some))
    party = make_organisation(area=area)
    add_party(agreement=agreement, actor=planner, organisation=party, reservation=everything[:3_900])
    define_term(agreement=agreement, actor=planner, term="<script>alert(1)</script>", meaning=everything[:3_900])
    point = add_open_point(
        agreement=agreement, actor=planner, title="<img src=x onerror=alert(1)>", text=everything[:3_900]
    )
    state_on_open_point(
        point=point, organisation=party, actor=planner, source="Brief", version=0, words=everything[:3_900]
    )
    for start in range(0, len(everything), 3_900):
        add_comment(article=article, actor=planner, text=everything[start : start + 3_900])
    words = {"title": PAYLOADS[0], "text": everything, "reason": everything[:3_900], "source": "Brief"}
    propose_amendment(subject=of_article(article), organisation=party, actor=planner, text_version=1, **words)
    return article


def test_nothing_runs_or_is_fetched_on_any_page(area: Area, poisoned: Article, planner: User, signed_in: Any) -> None:
    client, base = signed_in(planner), f"/gebieden/{area.slug}/"
    amendment, first = poisoned.amendments.get().pk, Article.objects.order_by("number")[0].pk
    pages = [
        *(
            "akkoord/",
            "akkoord/begrippen/",
            "akkoord/geen-overeenstemming/",
            "akkoord/wijzigingen/",
            "akkoord/thermometer/",
        ),
        *(f"akkoord/artikelen/{poisoned.pk}/", f"akkoord/artikelen/{first}/", f"akkoord/artikelen/{first}/bewerken/"),
        *(f"akkoord/wijzigingen/{amendment}/", f"gouden-draad/?van=artikel:{first}", "akkoord/pakket/"),
    ]
    found = {page: list(harmful(client.get(base + page).content.decode())) for page in pages}
    assert found == {page: [] for page in pages}


def test_nothing_runs_or_is_fetched_in_a_version_and_its_pdf(
    area: Area, poisoned: Article, planner: User, signed_in: Any
) -> None:
    version = freeze_version(agreement=poisoned.chapter.agreement, actor=planner)
    page = signed_in(planner).get(f"/gebieden/{area.slug}/akkoord/versies/1/").content.decode()
    assert list(harmful(page)) == []
    assert list(harmful(agreement_html(from_json(version.snapshot)))) == []


def test_nothing_runs_in_a_mail(area: Area, poisoned: Article, planner: User) -> None:
    Article.objects.filter(pk=poisoned.pk).update(title="<script>alert(1)</script>")
    poisoned.refresh_from_db()
    add_comment(article=poisoned, actor=planner, text=PAYLOADS[0], addressed_to=make_member("bestuurder", area))
    mail = OutgoingMail.objects.latest("pk")
    assert list(harmful(mail.html)) == []
    assert "&lt;script&gt;" in mail.html
