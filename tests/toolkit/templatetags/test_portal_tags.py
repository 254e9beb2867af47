"""The tags that pages are made of."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.test import RequestFactory

AMSTERDAM = dt.timezone(dt.timedelta(hours=2))


def shown(source: str, **context: object) -> str:
    return Template("{% load portal %}" + source).render(Context(context)).strip()


def test_icon_says_nothing_to_a_screen_reader() -> None:
    assert shown('{% icon "plus" %}') == (
        '<svg class="icon" aria-hidden="true"><use href="/static/vendor/icons.svg#plus"></use></svg>'
    )


def test_icon_that_means_something_has_a_name() -> None:
    assert 'role="img" aria-label="Vertrouwelijk"' in shown('{% icon "lock" "Vertrouwelijk" %}')


@pytest.mark.parametrize("kind", ["good", "attention", "error", "idle", "busy", "half"])
def test_status_has_a_sign_and_a_word_beside_its_colour(kind: str) -> None:
    html = shown(f'{{% status "{kind}" "Klaar" %}}')

    assert (f"status--{kind}" in html, "<svg" in html, "Klaar" in html) == (True, True, True)


def test_status_words_are_escaped() -> None:
    assert "&lt;b&gt;" in shown('{% status "good" words %}', words="<b>")


def test_crumb_with_a_name_of_an_address_links_there() -> None:
    assert 'href="/hulp/"' in shown('{% crumb "Hulp" "help" %}')


def test_tab_of_the_page_itself_is_marked() -> None:
    request = RequestFactory().get("/hulp/")

    assert (
        shown('{% tab "Hulp" "help" %}', request=request) == '<li><a href="/hulp/" aria-current="page">Hulp</a></li>'
    )


def test_moment_is_shown_in_dutch_time() -> None:
    moment = dt.datetime(2022, 10, 29, 14, 5, tzinfo=AMSTERDAM)

    assert shown("{{ m|moment }}", m=moment) == (
        '<time datetime="2022-10-29T14:05+02:00">29\u00a0oktober 2022 om 14.05\u00a0uur</time>'
    )


def test_day_of_a_moment_is_the_dutch_day() -> None:
    late_in_utc = dt.datetime(2022, 10, 28, 22, 30, tzinfo=dt.UTC)

    assert ">29-10-2022<" in shown("{{ m|short_date }}", m=late_in_utc)


def test_amount_that_is_not_known_is_not_zero() -> None:
    assert (shown("{{ a|euro }}", a=None), shown("{{ a|euro }}", a=0)) == ("onbekend", "€\u00a00")


@pytest.mark.parametrize(("number", "words"), [(0, "0 gesprekken"), (1, "1 gesprek"), (1250, "1.250 gesprekken")])
def test_count_agrees_with_its_noun(number: int, words: str) -> None:
    assert shown('{% count n "gesprek" "gesprekken" %}', n=number) == words


def test_text_of_people_is_wrapped_so_that_htmx_leaves_it_alone() -> None:
    assert shown("{{ t|in_words }}", t="Een **zin**.") == (
        '<div class="prose" data-hx-disable><div class="law"><p>Een <strong>zin</strong>.</p></div></div>'
    )
