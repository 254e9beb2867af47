"""Reading what an area holds about somebody with an account: where they work, what they wrote, what they read."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Membership, User
from coalition.models import ReadEvent
from novex_portal.records.anonymising.rules import Known
from novex_portal.records.inzage.queries.persons import Archive, Held, drafts_naming, everybody_else, texts_naming
from novex_portal.records.register.queries import links_to_accounts, path_to_area
from novex_portal.toolkit.kept.reading import called
from novex_portal.toolkit.text import dutch


def accounts_of(area: Area) -> QuerySet[User]:
    """Return everybody who is or was a member of the area and can still be recognised, by name."""
    members = Membership.objects.filter(area=area, user=OuterRef("pk"))
    found = User.objects.filter(Exists(members)).exclude(email__endswith=".invalid")
    return found.order_by(Lower("name"), "email")


def role_words(user: User, area: Area) -> str:
    """Say as whom somebody worked in an area: Gespreksvoerder, Provincie Limburg."""
    latest = Membership.objects.filter(user=user, area=area).select_related("organisation").order_by("-valid_from")
    found = latest.first()
    if found is None:
        return "Lid van het gebied"
    return ", ".join(
        filter(None, [str(Role(found.role).label), found.organisation.name if found.organisation else ""])
    )


def known_account(user: User, area: Area) -> Known:
    """Return how somebody with an account can be found in texts; a name that others have too is left out."""
    is_shared = User.objects.filter(name__iexact=user.name).exclude(pk=user.pk).exists()
    return Known(role_words(user, area), "" if is_shared else user.name.strip(), user.email)


def held_about_account(user: User, area: Area) -> list[Held]:
    """Count per record what leads to an account in this area. A fixed number of queries."""
    rows = [Held(what, found.count()) for what, found in _links(user, area)]
    return [row for row in rows if row.number]


def archive_of_account(user: User, area: Area, reader: User) -> Archive:
    """Return all this area holds about somebody with an account, as far as the reader may read it themselves."""
    about = known_account(user, area)
    others = everybody_else(area, account=user.pk)
    return Archive(
        person={
            "Naam of functie": user.name,
            "E-mailadres": user.email,
            "Account sinds": dutch.long_date(user.joined_at.date()),
            "Rol": about.role,
        },
        area=area.name,
        made_at=dutch.long_date(timezone.localdate()),
        earlier=_earlier(user),
        records=[
            *_memberships(user, area),
            *({"what": row.what, "rows": [{"aantal": str(row.number)}]} for row in held_about_account(user, area)),
            *_readings(user, area),
        ],
        texts=list(texts_naming(about, area, reader, others)),
        conversations=[],
        withheld=drafts_naming(about, area),
    )


def _links(user: User, area: Area) -> list[tuple[str, QuerySet[Any]]]:
    found = []
    for model, field in links_to_accounts():
        rows = model._default_manager.filter(**{field: user, path_to_area(model): area}).order_by()
        found.append((f"{called(model)}: {_name_of(model, field)}", rows))
    return found


def _name_of(model: Any, field: str) -> str:
    name = str(model._meta.get_field(field).verbose_name)
    return _WORDS.get(name, name)


# What a link to an account is called on the screen, where the field has no Dutch words of its own.
_WORDS = {
    "author": "vastgelegd door deze persoon",
    "created by": "gemaakt door deze persoon",
    "reader": "gelezen door deze persoon",
    "user": "deze persoon",
    "owner user": "te doen door deze persoon",
    "requested by": "gevraagd door deze persoon",
    "invited by": "uitgenodigd door deze persoon",
    "accepted by": "aangenomen door deze persoon",
    "uploaded by": "ingelezen door deze persoon",
    "confirmed by": "bevestigd door deze persoon",
    "updated by": "gewijzigd door deze persoon",
    "sent by": "verstuurd door deze persoon",
    "given by": "gegeven door deze persoon",
    "written by": "geschreven door deze persoon",
    "declared by": "vastgelegd door deze persoon",
    "stated by": "vastgelegd door deze persoon",
    "frozen by": "bevroren door deze persoon",
    "taken by": "gemaakt door deze persoon",
    "merged by": "samengevoegd door deze persoon",
    "undone by": "teruggedraaid door deze persoon",
    "handed over by": "overgedragen door deze persoon",
    "proposed by": "voorgesteld door deze persoon",
    "decided by": "besloten door deze persoon",
    "done by": "gedaan door deze persoon",
    "account": "over deze persoon",
}


def _earlier(user: User) -> list[dict[str, str]]:
    events: Any = User.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj_id=user.pk).order_by("pgh_created_at", "pgh_id")
    return [
        {"Op": dutch.long_date(row.pgh_created_at.date()), "Naam of functie": row.name, "E-mailadres": row.email}
        for row in rows
    ]


def _memberships(user: User, area: Area) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(user=user, area=area).select_related("organisation").order_by("valid_from")
    lines = [
        {
            "rol": str(Role(row.role).label),
            "organisatie": row.organisation.name if row.organisation else "",
            "vanaf": dutch.long_date(row.valid_from),
            "tot en met": dutch.long_date(row.valid_until) if row.valid_until else "",
        }
        for row in rows
    ]
    return [{"what": "Lidmaatschap", "rows": lines}] if lines else []


def _readings(user: User, area: Area) -> list[dict[str, Any]]:
    rows = ReadEvent.objects.filter(reader=user, conversation__area=area).select_related("conversation")
    lines = [
        {"gesprek van": dutch.long_date(row.conversation.held_on), "gelezen op": dutch.long_date(row.read_at.date())}
        for row in rows.order_by("read_at")
    ]
    return [{"what": "Vertrouwelijke gesprekken die u las", "rows": lines}] if lines else []


def has_role_elsewhere(user: User, area: Area, day: date) -> list[str]:
    """Return where else somebody still has a role: names of areas, or that it is for all of them."""
    open_ones = Membership.objects.filter(user=user, ended_at=None, valid_until=None) | Membership.objects.filter(
        user=user, ended_at=None, valid_until__gte=day
    )
    return sorted(
        {
            row.area.name if row.area else "alle gebieden"
            for row in open_ones.select_related("area")
            if row.area_id != area.pk
        }
    )


def member_of(area: Area, pk: UUID) -> User | None:
    """Return somebody who is or was a member of the area."""
    members = Membership.objects.filter(area=area, user=OuterRef("pk"))
    return User.objects.filter(Exists(members), pk=pk).first()
