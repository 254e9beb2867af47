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
