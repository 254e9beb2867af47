"""What may be done with versions: freeze one, try its PDF again, ask for a working copy or a comparison on paper."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.enums import Permission
from areas.models import Printout, User
from areas.printouts.actions import request_printout
from coalition.agreement.annexes.queries import files_of
from coalition.agreement.consultations.models import Consultation
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.numbering import fix_numbers, lock
from coalition.agreement.versions.enums import VersionKind
from coalition.agreement.versions.models import AgreementVersion, VersionFile, VoidedVersion
from coalition.agreement.versions.queries.gate import gate_for
from coalition.agreement.versions.queries.versions import frozen_text
from coalition.agreement.versions.rules.differences import compare
from coalition.agreement.versions.rules.gate import GATED, refusal
from coalition.agreement.versions.rules.proof import fingerprint
from coalition.agreement.versions.rules.snapshot import VersionText, from_json
from coalition.agreement.versions.rules.working_copy import other_proposals, working_chapters
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.pdf.paper import DOCUMENT, document_html
from novex_portal.toolkit.pdf.printing import try_again, wake
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_REASON = 1_000
RENDER_TASK = "coalition.agreement.versions.tasks.render_version"


@action
def freeze_version(
    *,
    agreement: Agreement,
    actor: User,
    label: str = "",
    kind: str = VersionKind.CONCEPT,
    renumber: bool = False,
    with_provenance: bool = True,
    seen: str = "",
    typed: str = "",
    token: UUID | None = None,
) -> AgreementVersion:
    """Freeze the text as the next version, and ask for its PDF once the transaction is in.

    Its fingerprint is taken over the text and the fingerprint of the version before it. With `renumber`
    chapters and articles get new numbers from 1 first; else all keep theirs from here on. `with_provenance` makes where
    the articles come from a part of the document.

    The same token gives the version it gave before: pressing twice makes one. Raises Problem when
    there are no articles, or a signing party has no name; and for a version to decide on or to sign, when it does
    not pass the gate: `seen` is the mark of the list that was read, `typed` the name of the area for one to sign.
    """
    agreement = lock(agreement.pk)
    if made := AgreementVersion.made_with(token, agreement=agreement):
        return made
    _require_open_gate(agreement, kind, seen=seen, typed=typed)
    last = agreement.versions.defer("snapshot").order_by("-number").first()
    number, previous, now = (last.number + 1, last.sha256, timezone.now()) if last else (1, "", timezone.now())
    fix_numbers(agreement, renumber=renumber)
    moment = timezone.localtime(now)
    text = frozen_text(
        agreement, number=number, kind=kind, label=label, moment=moment, actor=actor, with_provenance=with_provenance
    )
    _require_whole(text)
    snapshot = text.to_json()
    version = AgreementVersion.objects.create(
        agreement=agreement,
        number=number,
        kind=kind,
        label=label,
        frozen_by=actor,
        frozen_at=now,
        snapshot=snapshot,
        sha256=fingerprint(snapshot, previous),
        previous_sha256=previous,
        submission_token=token or uuid7(),
    )
    VersionFile.objects.bulk_create(VersionFile(version=version, file=file) for file in files_of(agreement))
    wake(RENDER_TASK, version)
    return version


def _require_whole(text: VersionText) -> None:
    """Raise Problem when a text has no articles, or a party that signs has no name."""
    if not any(text.articles):
        raise Problem("Er staan nog geen artikelen in het akkoord. Schrijf eerst een artikel.")
    if any(not party.name.strip() for party in text.signatories):
        raise Problem("Een van de ondertekenaars heeft geen naam. Vul die eerst in bij de partijen van het gebied.")


def _require_open_gate(agreement: Agreement, kind: str, *, seen: str, typed: str) -> None:
    if kind not in GATED:
        return
    if no := refusal(gate_for(agreement), kind, seen=seen, typed=typed, area=agreement.area.name):
        raise Problem(no)


@action
def void_version(*, version: AgreementVersion, actor: User, reason: str) -> VoidedVersion:
    """Declare that a version counts no more, for all to see; whoever was asked to react to it need not. Twice is once."""
    lock(version.agreement_id)
    if done := VoidedVersion.objects.filter(version=version).first():
        return done
    reason = clean(reason).strip()
    if not reason or len(reason) > MAX_REASON:
        raise Problem("Schrijf op waarom deze versie vervalt, in ten hoogste 1.000 tekens.")
    Consultation.objects.filter(version=version, closed_at=None).update(closed_at=timezone.now())
    return VoidedVersion.objects.create(version=version, reason=reason, voided_by=actor)


@action
def retry_version(*, version: AgreementVersion, actor: User) -> AgreementVersion:
    """Try the PDF of a version again after it failed; one under way is left alone.

    Raises TransitionRefused when the PDF is there already.
    """
    return try_again(version, RENDER_TASK)


@action(atomic=False)
def print_working_copy(*, version: AgreementVersion, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the frozen text with numbered lines and the amendments that were open then."""
    text = from_json(version.snapshot)
    html = document_html(
        "coalition/agreement/versions/pdf/working_copy.html",
        kind="Werkexemplaar van het akkoord",
        title=text.title,
        place=text.area,
        moment=moment,
        context={
            "version": version,
            "text": text,
            "chapters": working_chapters(text),
            "others": other_proposals(text),
        },
    )
    return request_printout(
        actor=actor,
        area=version.agreement.area,
        need=Permission.VIEW_AGREEMENT,
        title=f"Werkexemplaar: {text.title}",
        file_name=f"akkoord-{text.area_slug}-versie-{version.number}-regelnummers.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )


@action(atomic=False)
def print_comparison(
    *, old: AgreementVersion, new: AgreementVersion, actor: User, moment: datetime, token: UUID | None
) -> Printout:
    """Ask for two versions as one text with differences."""
    text = from_json(new.snapshot)
    html = document_html(
        "coalition/agreement/versions/pdf/version_compare.html",
        kind="Verschil van twee versies",
        title=text.title,
        place=text.area,
        moment=moment,
        context={"old": old, "new": new, "found": compare(from_json(old.snapshot), text)},
    )
    return request_printout(
        actor=actor,
        area=new.agreement.area,
        need=Permission.VIEW_AGREEMENT,
        title=f"Verschil: {text.title}",
        file_name=f"akkoord-{text.area_slug}-verschil-versie-{old.number}-{new.number}.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=token,
    )
