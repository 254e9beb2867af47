"""Template tags every page may use: icons, status words, breadcrumbs, forms, Dutch dates and amounts.

For the rows of a long table format in Python (`toolkit.dutch`) instead: filters cost half of its time.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from novex_portal.toolkit.forms.fields import error_lines
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.law_text.light import AS_TYPED, light_html
from novex_portal.toolkit.pdf.paper import printed_text
from novex_portal.toolkit.text import dutch

register = template.Library()

STATUS_ICONS = {
    "good": "circle-check",
    "attention": "alert-triangle",
    "error": "circle-x",
    "idle": "circle-dashed",
    "busy": "progress",
    "half": "circle-half-2",
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon from the sprite; without a label it says nothing to a screen reader."""
    sprite = static("vendor/icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', label, sprite, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


LONGEST_ON_A_LINE = 30


@register.simple_tag
def status(kind: str, words: str, icon_name: str = "") -> SafeString:
    """A status: sign, word and colour. Kinds: good, attention, error, idle, busy, half. A sentence may wrap."""
    sign = icon(icon_name or STATUS_ICONS[kind])
    kind = f"{kind} status--wraps" if len(words) > LONGEST_ON_A_LINE else kind
    return format_html('<span class="status status--{}">{}{}</span>', kind, sign, words)


@register.simple_tag
def sign(kind: str, words: str) -> SafeString:
    """A status in a narrow column: its sign alone, with the words for who listens and on a phone."""
    words = format_html('<span class="phone-word">{}</span>', words)
    return format_html('<span class="status status--{}">{}{}</span>', kind, icon(STATUS_ICONS[kind]), words)


@register.simple_tag
def crumb(label: object, url_name: str, *args: Any) -> SafeString:
    """One step of the path to a page; the page itself is added by the frame."""
    url = url_name if url_name.startswith("/") else reverse(url_name, args=args)
    return format_html('<li><a href="{}">{}</a></li>', url, label)


@register.simple_tag(takes_context=True)
def filled(context: template.Context, *names: str) -> SafeString:
    """What a page filled in for the first of these blocks it has; nothing when it has none, or is the bare frame itself.

    The same words may so stand in more than one place: the title of a page is its heading and the end of its path too.
    Only for the frames, which extend nothing above them that could be meant.
    """
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    found = next((block for name in names if blocks and (block := blocks.get_block(name))), None)
    return mark_safe(found.render(context).strip() if found else "")  # noqa: S308


@register.simple_tag(takes_context=True)
def page_title(context: template.Context) -> SafeString:
    """[Fout: ]Gesprekken - Zuid-Limburg - Coalitieportaal NOVEX."""
    form, area = context.get("form"), context.get("area")
    failed = context.get("has_errors") or (form and form.is_bound and form.errors)
    words = filled(context, "title") + (format_html(" - {}", area.name) if area else "")
    return format_html("{}{} - Coalitieportaal NOVEX", "Fout: " if failed else "", words)


@register.simple_tag(takes_context=True)
def tab(context: dict[str, Any], label: str, url_name: str, *args: Any) -> SafeString:
    """One tab of a row of tabs (`subnav__list`), marked when it is the page itself or above it."""
    url, path = reverse(url_name, args=args), context["request"].path
    current = "page" if path == url else "true" if path.startswith(url) else ""
    mark = format_html(' aria-current="{}"', current) if current else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', url, mark, label)


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: Any) -> dict[str, Any]:
    """The list of errors above a form; give it every form and formset of the page, in page order."""
    return {"lines": error_lines(*forms)}


@register.simple_block_tag
def note(content: str, kind: str = "info") -> SafeString:
    """A sentence that stands out, when it is too long for the line of an include; see `components/note.html`."""
    return render_to_string("components/note.html", {"kind": kind, "text": mark_safe(content.strip())})  # noqa: S308


@register.simple_block_tag
def nothing(content: str) -> SafeString:
    """What stands there when there are no rows yet, likewise; see `components/empty.html`."""
    return render_to_string("components/empty.html", {"text": mark_safe(content.strip())})  # noqa: S308


@register.simple_tag
def token() -> SafeString:
    """The hidden token of a form without fields that makes something: pressing twice makes one."""
    return format_html('<input type="hidden" name="token" value="{}">', uuid7())


@register.simple_tag
def has_errors(*forms: Any) -> bool:
    """Whether any of the forms came back with an error: `{% has_errors form as failed %}`."""
    return bool(error_lines(*forms))


@register.simple_tag(takes_context=True)
def printed(context: dict[str, Any]) -> str:
    """Afgedrukt op 31 oktober 2022 om 14.05 uur door ...: stands on paper only."""
    now = timezone.localtime()
    user = context.get("user")
    by = f" door {user}" if user is not None and user.is_authenticated else ""
    return f"Afgedrukt op {dutch.long_date(now.date())} om {dutch.clock(now)}{by}"


@register.filter
def in_words(value: str | None, grammar: int = AS_TYPED) -> SafeString:
    """A light text as safe HTML, wrapped so that htmx attributes in it can do nothing; frozen ones by their grammar."""
    return mark_safe(f'<div class="prose" data-hx-disable>{light_html(value or "", grammar)}</div>')  # noqa: S308


@register.filter
def on_paper(value: str, grammar: int = AS_TYPED) -> SafeString:
    """The same in a document on paper, below a heading of the second level."""
    return printed_text(value, level=3, grammar=grammar)


def _day(value: dt.date | dt.datetime) -> dt.date:
    return timezone.localtime(value).date() if isinstance(value, dt.datetime) else value


def _time_element(value: dt.date | dt.datetime, shown: str) -> SafeString:
    moment = timezone.localtime(value).isoformat(timespec="minutes") if isinstance(value, dt.datetime) else value
    return format_html('<time datetime="{}">{}</time>', moment, shown)


@register.filter
def long_date(value: dt.date | None) -> str | SafeString:
    """31 oktober 2022, as a time element."""
    return _time_element(value, dutch.long_date(_day(value))) if value else ""


@register.filter
def weekday_date(value: dt.date | None) -> str | SafeString:
    """maandag 31 oktober 2022, as a time element."""
    return _time_element(value, dutch.weekday_date(_day(value))) if value else ""


@register.filter
def short_date(value: dt.date | None) -> str | SafeString:
    """31-10-2022, as a time element, for tables."""
    return _time_element(value, dutch.short_date(_day(value))) if value else ""


@register.filter
def day_month(value: dt.date | None) -> str | SafeString:
    """31 okt, as a time element, for narrow lists."""
    return _time_element(value, dutch.day_month(_day(value))) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str | SafeString:
    """31 oktober 2022 om 14.05 uur, as a time element."""
    if not value:
        return ""
    local = timezone.localtime(value)
    return _time_element(value, f"{dutch.long_date(local.date())} om {dutch.clock(local)}")


@register.filter
def clock(value: dt.datetime | dt.time | None) -> str:
    """14.05 uur; midnight too is a time."""
    if value is None:
        return ""
    return dutch.clock(timezone.localtime(value) if isinstance(value, dt.datetime) else value)


@register.filter
def days_until(value: dt.date | None) -> str:
    """nog 52 dagen, vandaag, 3 dagen geleden."""
    return dutch.days_until(_day(value), timezone.localdate()) if value else ""


@register.filter
def euro(value: int | Decimal | None) -> str:
    """€ 1,25 miljoen; what is not known is "onbekend"."""
    return "onbekend" if value is None else dutch.euro(value)


@register.simple_tag
def count(number: int, one: str, many: str) -> str:
    """1 gesprek, 12 gesprekken: `{% count total "gesprek" "gesprekken" %}`."""
    return f"{dutch.number(number)} {one if number == 1 else many}"
