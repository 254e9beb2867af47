"""Whether two names could be one organisation: “Gem. Maastricht” and “Gemeente Maastricht”. Pure."""

import re
import unicodedata

LIKE = 0.45
"""From this likeness on two names are shown as possibly the same."""

# What people shorten, and the word they mean.
_MEANT = {
    "gem": "gemeente",
    "prov": "provincie",
    "ws": "waterschap",
    "waters": "waterschap",
    "hhs": "hoogheemraadschap",
    "min": "ministerie",
    "univ": "universiteit",
    "st": "stichting",
    "stg": "stichting",
    "sticht": "stichting",
    "ver": "vereniging",
    "veren": "vereniging",
    "coop": "coöperatie",
    "&": "en",
}
# A form in law says nothing about who it is.
_LEGAL_FORMS = {
    "bv", "nv", "vof", "cv", "ua", "wa", "ba", "gmbh", "ag", "ev", "sa", "sprl", "bvba", "vzw", "ltd", "inc",
    "stichting", "vereniging", "cooperatie", "maatschap",
}  # fmt: skip
_SMALL_WORDS = {"de", "het", "een", "van", "der", "den", "en", "in", "te", "ter", "voor", "aan", "op", "the", "of"}
# Says of which sort it is; it tells organisations apart, but is too common to look for.
_SORTS = {
    "gemeente", "provincie", "waterschap", "hoogheemraadschap", "ministerie", "rijk", "universiteit", "hogeschool",
    "bewoners", "bewonersvereniging", "dorpsraad", "wijkraad",
}  # fmt: skip


def words_of(name: str) -> list[str]:
    """Return the words of a name in one spelling: small letters, no accents, short words in full, no legal form."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", plain)  # b.v. is bv
    found = [_plain(_MEANT.get(word, word)) for word in re.findall(r"&|[a-z0-9]+", plain)]
    return [word for word in found if word not in _LEGAL_FORMS] or found


def _plain(word: str) -> str:
    return word.replace("ö", "o")


def in_one_spelling(name: str) -> str:
    """Return the name as it is compared."""
    return " ".join(word for word in words_of(name) if word not in _SMALL_WORDS) or name.lower().strip()


def looked_for(name: str) -> str:
    """Return the words by which to look for candidates: without what half of all names share.

    Empty while somebody has typed no more than “Gemeente”, or fewer than three letters: that
    resembles everything.
    """
    words = [word for word in words_of(name) if word not in _SMALL_WORDS | _SORTS | _LEGAL_FORMS]
    core = " ".join(words)
    return core if len(core) >= 3 else ""


def likeness(one: str, other: str) -> float:
    """Return how much two names resemble each other, from 0 to 1: the share of groups of three letters in common."""
    first, second = _threes(in_one_spelling(one)), _threes(in_one_spelling(other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _threes(text: str) -> set[str]:
    return {padded[at : at + 3] for word in text.split() for padded in [f"  {word} "] for at in range(len(padded) - 2)}
