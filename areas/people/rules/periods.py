"""Periods of days in which something holds, from a day until a day. Pure: no database, no clock."""

from datetime import date, timedelta

from novex_portal.toolkit.text.dutch import long_date

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
"""Outside of this somebody mistyped a year."""


def period_faults(valid_from: date | None, valid_until: date | None) -> dict[str, str]:
    """Return what is wrong with a period, by the name of the field; empty when nothing is."""
    faults = {}
    for name, day in (("valid_from", valid_from), ("valid_until", valid_until)):
        if day and not FIRST <= day <= LAST:
            faults[name] = "Vul een datum in tussen 1900 en 2100, bijvoorbeeld 31-10-2022."
    if valid_from and valid_until and valid_until < valid_from and not faults:
        faults["valid_until"] = f"De laatste dag ligt voor de eerste. Kies een dag vanaf {long_date(valid_from)}."
    return faults


def overlap(first: tuple[date | None, date | None], second: tuple[date | None, date | None]) -> bool:
    """Tell whether two periods share a day; an empty side is open."""
    (from_1, until_1), (from_2, until_2) = first, second
    return (from_1 or date.min) <= (until_2 or date.max) and (from_2 or date.min) <= (until_1 or date.max)


def period_words(valid_from: date | None, valid_until: date | None) -> str:
    """Van 1 maart 2024 tot en met 31 mei 2026; sinds 1 maart 2024; tot en met 31 mei 2026; begin onbekend."""
    if valid_from and valid_until:
        return f"van {long_date(valid_from)} tot en met {long_date(valid_until)}"
    if valid_from:
        return f"sinds {long_date(valid_from)}"
    return f"tot en met {long_date(valid_until)}" if valid_until else "begin onbekend"


def length_words(valid_from: date, until: date) -> str:
    """2 jaar en 3 maanden; 5 maanden; 12 dagen: how long something lasts, the last day included."""
    end = until + timedelta(days=1)
    months = (end.year - valid_from.year) * 12 + end.month - valid_from.month - (end.day < valid_from.day)
    if months < 1:
        days = max((end - valid_from).days, 0)
        return f"{days} {'dag' if days == 1 else 'dagen'}"
    years, rest = divmod(months, 12)
    words = [f"{years} jaar"] if years else []
    if rest:
        words.append(f"{rest} {'maand' if rest == 1 else 'maanden'}")
    return " en ".join(words)
