"""Reading and writing dates, times, numbers and amounts the Dutch way. Pure: no Django, no clock."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NBSP = "\u00a0"
MINUS = "\u2212"


class UnclearError(ValueError):
    """It is not clear which date or amount was meant."""


_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})[ -]+([a-z]+)\.?[ -]+(\d{4})")


def parse_date(text: str) -> dt.date:
    """Read 31-10-2022, 31/10/2022, 2022-10-31, 31 okt 2022 or 31 oktober 2022.

    Raises UnclearError for anything else, and for a day that does not exist.
    """
    text = re.sub(r"\s+", " ", text.strip().lower())
    for day in DAYS:
        text = text.removeprefix(day).strip()
    if match := _NUMERIC.fullmatch(text):
        day_, month, year = match.groups()
    elif match := _ISO.fullmatch(text):
        year, month, day_ = match.groups()
    elif match := _WORDS.fullmatch(text):
        day_, word, year = match.groups()
        month = str(_month_number(word))
    else:
        raise UnclearError(text)
    try:
        return dt.date(int(year), int(month), int(day_))
    except ValueError as error:
        raise UnclearError(text) from error


def _month_number(word: str) -> int:
    if word in {"mrt", "maa"}:
        return 3
    found = [number for number, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    if len(found) != 1:
        raise UnclearError(word)
    return found[0]


def parse_amount(text: str) -> Decimal:
    """Read 1.250,50, 1250,5, 1250.50, € 1.250 or -12; dots group by three, a comma starts the decimals.

    Raises UnclearError when it is not clear which number is meant.
    """
    text = re.sub(r"[\s€]|eur", "", text.strip().lower()).replace(MINUS, "-").removesuffix(",-")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, comma, decimals = digits.partition(",")
    if not comma and re.fullmatch(r"\d+\.\d{1,2}", whole):
        whole, _, decimals = whole.partition(".")
    if not re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+", whole) or (comma and not re.fullmatch(r"\d+", decimals)):
        raise UnclearError(text)
    try:
        return Decimal(f"{sign}{whole.replace('.', '')}.{decimals or '0'}")
    except InvalidOperation as error:
        raise UnclearError(text) from error


def long_date(day: dt.date) -> str:
    """31 oktober 2022, with a no-break space between day and month."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: dt.date) -> str:
    """maandag 31 oktober 2022."""
    return f"{DAYS[day.weekday()]} {long_date(day)}"


def day_month(day: dt.date) -> str:
    """31 okt, for narrow lists."""
    return f"{day.day}{NBSP}{month_short(day)}"


def month_short(day: dt.date) -> str:
    """okt; and mrt, as people write it."""
    return "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]


def month_year(day: dt.date) -> str:
    """oktober 2022, above the rows of that month."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_date(day: dt.date) -> str:
    """31-10-2022, always two digits, for tables and inputs."""
    return f"{day:%d-%m-%Y}"


def clock(moment: dt.datetime | dt.time) -> str:
    """14.05 uur, for running text. Pass local time."""
    return f"{moment:%H.%M}{NBSP}uur"


def number(value: int | Decimal, decimals: int = 0) -> str:
    """1.250.000 or 1.250,50; a negative number gets a real minus sign."""
    text = f"{abs(value):,.{decimals}f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return f"{MINUS}{text}" if value < 0 else text


def euro(value: int | Decimal) -> str:
    """€ 1.250 for whole euros, € 1.250,50 with cents, € 1,25 miljoen from a million on."""
    amount = Decimal(value)
    if abs(amount) >= 1_000_000 and amount % 10_000 == 0:
        millions = f"{abs(amount) / 1_000_000:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return f"€{NBSP}{MINUS if amount < 0 else ''}{millions}{NBSP}miljoen"
    whole = amount == int(amount)
    return f"€{NBSP}{number(amount, 0 if whole else 2)}"


def days_until(day: dt.date, today: dt.date) -> str:
    """nog 52 dagen, nog 1 dag, vandaag, 1 dag geleden, 3 dagen geleden."""
    days = (day - today).days
    if days == 0:
        return "vandaag"
    unit = "dag" if abs(days) == 1 else "dagen"
    return f"nog {days} {unit}" if days > 0 else f"{-days} {unit} geleden"


def late(day: dt.date, today: dt.date) -> str:
    """3 dagen te laat; empty when the day has not passed."""
    days = (today - day).days
    if days <= 0:
        return ""
    return f"{days} {'dag' if days == 1 else 'dagen'} te laat"


_UNITS = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_FIRST_TWENTY = (
    *("", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
    *("elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    "negentiende",
)


def ordinal(number: int) -> str:
    """Return a number from 1 to 99 as it counts: "tweede", "drieëntwintigste". Raises ValueError for any other."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    if number < 20:
        return _FIRST_TWENTY[number]
    tens, unit = divmod(number, 10)
    joined = "ën" if unit in {2, 3} else "en"
    return f"{_UNITS[unit]}{joined if unit else ''}{_TENS[tens]}ste"


def read_ordinal(word: str) -> int:
    """Return the number of a word that counts, from 1 to 99; 0 for any other word."""
    return _ORDINALS.get(word.lower(), 0)


_ORDINALS = {ordinal(number): number for number in range(1, 100)}
