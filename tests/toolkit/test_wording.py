"""Our own wording of the account pages is what the portal really uses."""

import gettext
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "novex_portal/locale/nl/LC_MESSAGES"
ENTRY = re.compile(
    r'msgid "((?:[^"\\]|\\.)*)"\n(?:msgid_plural "(?:[^"\\]|\\.)*"\n)?msgstr(?:\[0\])? "((?:[^"\\]|\\.)*)"'
)


def source() -> dict[str, str]:
    text = (FOLDER / "django.po").read_text("utf-8")
    unescape = lambda part: part.replace("\\n", "\n").replace('\\"', '"')  # noqa: E731
    return {unescape(key): unescape(value) for key, value in ENTRY.findall(text) if key}


def compiled() -> dict[str, str]:
    with (FOLDER / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    return {
        (key[0] if isinstance(key, tuple) else key): value
        for key, value in catalogue.items()
        if key and (not isinstance(key, tuple) or key[1] == 0)
    }


def test_compiled_wording_is_that_of_the_source() -> None:
    assert compiled() == source()


def test_wording_says_u_to_everybody() -> None:
    assert [text for text in source().values() if re.search(r"\b(je|jij|jou|jouw)\b", text, re.IGNORECASE)] == []


@pytest.mark.django_db
def test_account_pages_speak_our_words(client: object) -> None:
    page = client.get("/accounts/password/reset/").content.decode()  # type: ignore[attr-defined]

    assert "Nieuw wachtwoord aanvragen" in page
