"""Texts of people on paper."""

from novex_portal.toolkit.law_text.light import AS_BEFORE
from novex_portal.toolkit.pdf.paper import printed_text, unbroken


def test_headings_in_a_text_stay_below_the_documents_own() -> None:
    html = printed_text("# Hoog\n\n###### Laag", level=4)
    assert "<h4>Hoog</h4>" in html
    assert "<h4>Laag</h4>" in html


def test_link_to_a_place_on_a_page_leads_nowhere() -> None:
    assert 'href="#deel"' not in printed_text("[hier](#deel)", level=4, grammar=AS_BEFORE)


def test_word_with_a_hyphen_in_a_title_stays_whole() -> None:
    assert unbroken("Een blauw-groene <b>") == 'Een <span class="nb">blauw-groene</span> &lt;b&gt;'
