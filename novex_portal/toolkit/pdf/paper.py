"""Documents on paper: what all of them share beside the look. No ORM, no clock.

A document is a template that extends `pdf/document.html`; its HTML goes to
`areas.printouts.actions.request_printout` with `DOCUMENT` as its style sheet.
"""

import re
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from novex_portal.toolkit.law_text.light import AS_TYPED, light_html
from novex_portal.toolkit.pdf.making import unprintable
from novex_portal.toolkit.text import dutch

DOCUMENT = "css/print-document.css"


def document_html(
    template: str, *, kind: str, title: str, moment: datetime, place: str = "", context: dict[str, Any] | None = None
) -> str:
    """Return a whole document as HTML, ready for the printer.

    `kind` says what it is ("Overdrachtsdossier"), `place` of which area when the title does not; both
    stand in its head, and title and place above every page. `moment` is when it was asked for: what it tells holds then.
    """
    local = timezone.localtime(moment)
    return render_to_string(
        template,
        {
            **(context or {}),
            "kind": kind,
            "title": title,
            "title_unbroken": unbroken(title),
            "place": place,
            "printed_on": dutch.long_date(local.date()),
            "printed_at": dutch.clock(local),
            "created": local.isoformat(timespec="seconds"),
        },
    )


def printed_text(source: str, *, level: int, grammar: int = AS_TYPED) -> SafeString:
    """Return a light text as HTML that fits below a heading of the document; a frozen one is read by its grammar.

    Its headings all get this one level, so that none is skipped; links to a place on a page lose
    their target, for in the PDF there is no such place.
    """
    html = light_html(source, grammar, labels="marker", heading=level)
    return without_targets(re.sub(r"(</?)h[1-6]\b", rf"\1h{level}", html))


def without_targets(html: str) -> SafeString:
    """Return safe HTML whose links to a place on a page lost their target; those to a note of the text keep it."""
    return mark_safe(re.sub(r'href="#(?!noten-)[^"]*"', "", html))  # noqa: S308 made of escaped words


def told_of_signs(text: str) -> list[str]:
    """Say which signs of a text a PDF cannot show; nothing when it can show them all."""
    signs = unprintable(text)
    if not signs:
        return []
    named = ", ".join(f"‘{sign}’" for sign in signs[:10])
    return [
        f"De PDF kan {named}{' en meer tekens' if len(signs) > 10 else ''} niet tonen en zet er □. Schrijf het anders."
    ]


def unbroken(title: str) -> SafeString:
    """Return a title as HTML in which a word with a hyphen (blauw-groen) stays on one line."""
    words = [
        format_html('<span class="nb">{}</span>', word) if "-" in word and len(word) < 25 else escape(word)
        for word in title.split()
    ]
    return mark_safe(" ".join(words))  # noqa: S308 every word is escaped above
