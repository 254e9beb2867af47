"""Asking for a version on paper to work with: with line numbers and open amendments, or beside another version."""

from datetime import datetime
from uuid import UUID

from areas.actions.printouts import request_printout
from areas.enums import Permission
from areas.models import Printout, User
from coalition.models import AgreementVersion
from coalition.snapshot import from_json
from coalition.version_differences import compare
from coalition.working_copy import working_chapters
from novex_portal.toolkit.paper import DOCUMENT, document_html


def print_working_copy(*, version: AgreementVersion, user: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the frozen text with numbered lines and the amendments that were open then."""
    text = from_json(version.snapshot)
    context = {"version": version, "text": text, "chapters": working_chapters(text)}
    return _print(version, user, moment, token, ("Werkexemplaar", f"versie-{version.number}-regelnummers", context))


def print_comparison(
    *, old: AgreementVersion, new: AgreementVersion, user: User, moment: datetime, token: UUID | None
) -> Printout:
    """Ask for two versions as one text with differences."""
    found = compare(from_json(old.snapshot), from_json(new.snapshot))
    name = f"verschil-versie-{old.number}-{new.number}"
    return _print(new, user, moment, token, ("Verschil", name, {"old": old, "new": new, "found": found}))


def _print(
    version: AgreementVersion,
    user: User,
    moment: datetime,
    token: UUID | None,
    what: tuple[str, str, dict[str, object]],
) -> Printout:
    kind, name, context = what
    area = version.agreement.area
    template = "coalition/pdf/working_copy.html" if kind == "Werkexemplaar" else "coalition/pdf/version_compare.html"
    html = document_html(
        template,
        kind=f"{kind} van het akkoord",
        title=version.agreement.title,
        place=area.name,
        moment=moment,
        context=context,
    )
    return request_printout(
        user=user,
        area=area,
        need=Permission.VIEW_AGREEMENT,
        title=f"{kind}: {version.agreement.title}",
        file_name=f"akkoord-{area.slug}-{name}.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )
