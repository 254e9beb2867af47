"""Writing law text in a real browser: pasted from Word or a page, labelled by buttons, seen before it is kept."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.models import Article
from tests.e2e.axe import serious_findings

pytestmark = pytest.mark.django_db(transaction=True)

WORD = """<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Partijen
zorgen voor:</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.<span>&nbsp;</span></span>water op 5 * 3 ha;</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Het <b>Rijk</b> betaalt.</p><img src="k.png">"""
PASTE = """(html) => {
  const area = document.getElementById("id_text");
  area.focus();
  const clipboard = new DataTransfer();
  clipboard.setData("text/html", html);
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def form(area: Area, planner: User, browse_as: Callable[[User], None], page: Page, live_server: LiveServer) -> Page:
    open_agreement(area=area, actor=planner, title="Akkoord")
    browse_as(planner)
    page.goto(live_server.url + reverse("article-new", args=[area.slug]))
    return page


@pytest.mark.usefixtures("complaints")
def test_word_is_pasted_seen_and_kept_as_typed(form: Page) -> None:
    form.evaluate(PASTE, WORD)
    typed = "1. Partijen zorgen voor:\n   a. water op 5 \\* 3 ha;\n2. Het **Rijk** betaalt."
    expect(form.get_by_label("Tekst", exact=True)).to_have_value(typed)
    expect(form.get_by_text("Een afbeelding kan niet in de tekst van een artikel.")).to_be_visible()
    form.get_by_role("button", name="Bekijk hoe de tekst eruitziet").click()
    preview = form.get_by_role("region", name="Zo ziet de tekst eruit")
    expect(preview.get_by_text("water op 5 * 3 ha;")).to_be_visible()
    expect(preview.get_by_role("listitem")).to_have_count(3)
    assert serious_findings(form) == []
    form.get_by_label("Titel van het artikel").fill("Water")
    form.get_by_role("button", name="Artikel bewaren").click()
    expect(form.get_by_role("heading", name="Water", level=1)).to_be_visible()
    assert Article.objects.get().text == typed


@pytest.mark.usefixtures("complaints")
def test_buttons_put_labels_before_the_lines_and_numbers_count_on(form: Page) -> None:
    area = form.get_by_label("Tekst", exact=True)
    area.fill("een\ntwee")
    area.select_text()
    form.get_by_role("button", name="Leden 1.").click()
    expect(area).to_have_value("1. een\n2. twee")
    area.select_text()
    form.get_by_role("button", name="Onderdelen a.").click()
    expect(area).to_have_value("a. een\nb. twee")
    area.fill("1. een.\n4. twee.")
    form.get_by_role("button", name="Nummer de leden door").click()
    expect(form.get_by_label("Tekst", exact=True)).to_have_value("1. een.\n2. twee.")
    expect(form.get_by_text("regel 2 van 4. naar 2.")).to_be_visible()


@pytest.mark.parametrize(
    ("html", "text", "said"),
    [
        (
            "<ul><li>een</li><ul><li>diep</li></ul><li>twee</li></ul>",
            "– een\n   – diep\n– twee",
            "als tekst overgenomen",
        ),
        ("<dl><dt>Begrip</dt><dd>uitleg</dd></dl>", "Begrip\nuitleg", ""),
        ("<pre>een\ntwee</pre>", "een\ntwee", ""),
        (
            "<table><caption>Tabel 1: Geld</caption><tr><th>Wat</th></tr><tr><td>weg<img src=y></td></tr></table>",
            "Tabel 1: Geld\n| Wat |\n|--|\n| weg |",
            "Een afbeelding kan niet",
        ),
        (
            "<p>Zie <a href='https://x.nl/a'>de kaart</a>.</p>",
            "Zie de kaart (https://x.nl/a).",
            "adres achter de woorden",
        ),
        ("<ul><li><span>ii.</span> <div><p>zo</p></div></li></ul>", "ii. zo", ""),
        (
            "<p>Zie <a class='law__ref' href='/#artikel-3.2'>artikel 3.2, tweede lid</a>.</p>",
            "Zie [[artikel 3.2, tweede lid]].",
            "",
        ),
        ("<p>vooraf</p><svg></svg>", "vooraf", "Een afbeelding kan niet"),
    ],
)
def test_nothing_that_is_pasted_is_lost_without_a_word(page: Page, html: str, text: str, said: str) -> None:
    page.add_script_tag(path="static/js/law-paste.js")
    found = page.evaluate(
        "(html) => lawPaste({ getData: (kind) => (kind === 'text/html' ? html : ''), items: [] })", html
    )
    assert found["text"] == text
    assert said in " ".join(found["said"])
