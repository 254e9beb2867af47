"""Who answers for an area: a new duo, and putting right what was written wrong."""

from datetime import date, timedelta

from django.db.models import Q

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.factsheet.enums import DuoKind
from areas.factsheet.models import Duo
from areas.factsheet.queries.duos import duo_mark
from areas.factsheet.rules.rows import EARLIEST, LATEST
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean

DAY = timedelta(days=1)


@action(by=By.PORTAL)
def change_duo(
    *,
    area: Area,
    kind: str,
    actor: User | None,
    national_side: str,
    regional_side: str,
    valid_from: date,
    source: str = "",
    replaces: str | None = None,
) -> Duo:
    """Let a new duo answer for the area from a day on; the one before it ends the day before.

    `replaces` is the id of the latest duo as it was shown, "" for none; None does not look. The same duo
    again is the duo that is there. Raises Problem for a start on or before that of the latest duo, an empty
    side or a day that cannot be meant, and Conflict when somebody else changed the duo since.
    """
    kind = DuoKind(kind)
    sides = _sides(national_side, regional_side, valid_from)
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    latest = Duo.objects.filter(area=area, kind=kind).order_by("-valid_from").first()
    if latest and [latest.national_side, latest.regional_side] == sides and latest.valid_from == valid_from:
        return latest
    if replaces is not None and replaces != (str(latest.pk) if latest else ""):
        raise Conflict("Iemand anders heeft dit duo intussen gewijzigd.")
    if latest and valid_from <= latest.valid_from:
        raise Problem(
            f"Het vorige duo begon op {dutch.long_date(latest.valid_from)}. Kies een datum daarna, "
            "dan sluit het portaal het vorige duo de dag ervoor af."
        )
    day_before = valid_from - DAY
    for old in Duo.objects.filter(area=area, kind=kind).filter(_reaches(valid_from)):
        old.valid_until = day_before
        old.save(update_fields=["valid_until"])
    return Duo.objects.create(
        area=area,
        kind=kind,
        national_side=sides[0],
        regional_side=sides[1],
        valid_from=valid_from,
        source=clean(source).strip(),
    )


def _reaches(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)


def _sides(national_side: str, regional_side: str, valid_from: date) -> list[str]:
    sides = [" ".join(clean(side).split()) for side in (national_side, regional_side)]
    if not all(sides):
        raise Problem("Vul beide kanten van het duo in: wie namens het Rijk en wie namens de regio.")
    if not EARLIEST <= valid_from <= LATEST:
        raise Problem("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 01-09-2026.")
    return sides


@action
def correct_duo(
    *, duo: Duo, actor: User, seen: str, national_side: str, regional_side: str, valid_from: date, source: str = ""
) -> Duo:
    """Put right what was written wrong about a duo; the one before it still ends the day before.

    `seen` is the `duo_mark` of what was read. Raises Conflict when somebody else changed it since, and Problem
    for a start that is not between those of the duo's before and after it.
    """
    sides = _sides(national_side, regional_side, valid_from)
    Area.objects.select_for_update(no_key=True).get(pk=duo.area_id)
    duo = Duo.objects.get(pk=duo.pk)
    values = {
        "national_side": sides[0],
        "regional_side": sides[1],
        "valid_from": valid_from,
        "source": clean(source).strip(),
    }
    if all(getattr(duo, name) == value for name, value in values.items()):
        return duo
    if duo_mark(duo) != seen:
        raise Conflict("Iemand anders heeft dit duo intussen gewijzigd.")
    same_kind = Duo.objects.filter(area=duo.area_id, kind=duo.kind).exclude(pk=duo.pk)
    before = same_kind.filter(valid_from__lt=duo.valid_from).order_by("-valid_from").first()
    if before and valid_from <= before.valid_from:
        raise Problem(f"Het duo ervoor begon op {dutch.long_date(before.valid_from)}. Kies een datum daarna.")
    if duo.valid_until and valid_from > duo.valid_until:
        raise Problem(f"Dit duo eindigde op {dutch.long_date(duo.valid_until)}. Kies een datum daarvoor.")
    following = same_kind.filter(valid_from__gt=duo.valid_from).order_by("valid_from").first()
    if following and valid_from >= following.valid_from:
        raise Problem(f"Het duo erna begint op {dutch.long_date(following.valid_from)}. Kies een datum daarvoor.")
    joins = before is not None and before.valid_until == duo.valid_from - DAY
    if before and (joins or (before.valid_until and before.valid_until >= valid_from)):
        # Make room first, and close the gap last: two duo's never answer on one day.
        before.valid_until = min(valid_from, duo.valid_from) - DAY
        before.save(update_fields=["valid_until"])
    Duo.objects.filter(pk=duo.pk).update(**values)
    if before and joins:
        before.valid_until = valid_from - DAY
        before.save(update_fields=["valid_until"])
    duo.refresh_from_db()
    return duo
