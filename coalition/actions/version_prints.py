"""Asking for a version on paper to work with: with line numbers and open amendments, or beside another version."""

from datetime import datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Printout, User
from areas.printouts.actions import request_printout
from coalition.models import AgreementVersion
from coalition.snapshot import from_json
from coalition.version_differences import compare
from coalition.working_copy import working_chapters
from novex_portal.toolkit.paper import DOCUMENT, document_html


def print_working_copy(*, version: AgreementVersion, user: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the frozen text with numbered lines and the amendments that were open then."""
    text = from_json(version.snapshot)
    html = document_html(
        "coalition/pdf/working_copy.html",
        kind="Werkexemplaar van het akkoord",
        title=text.title,
        place=text.area,
        moment=moment,
        context={"version": version, "text": text, "chapters": working_chapters(text)},
    )
    return request_printout(
        user=user,
        area=version.agreement.area,
        need=Permission.VIEW_AGREEMENT,
        title=f"Werkexemplaar: {text.title}",
        file_name=f"akkoord-{text.area_slug}-versie-{version.number}-regelnummers.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )


def print_comparison(
    *, old: AgreementVersion, new: AgreementVersion, user: User, moment: datetime, token: UUID | None
) -> Printout:
    """Ask for two versions as one text with differences."""
    text = from_json(new.snapshot)
    html = document_html(
        "coalition/pdf/version_compare.html",
        kind="Verschil van twee versies",
        title=text.title,
        place=text.area,
        moment=moment,
        context={"old": old, "new": new, "found": compare(from_json(old.snapshot), text)},
    )
    return request_printout(
        user=user,
        area=new.agreement.area,
        need=Permission.VIEW_AGREEMENT,
        title=f"Verschil: {text.title}",
        file_name=f"akkoord-{text.area_slug}-verschil-versie-{old.number}-{new.number}.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )
