"""Mails about dates: what moved, what is asked, and what was answered. One mail a person."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from areas.models import User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal, PlanBatch, PlanChange
from deliverables.agenda.moving.queries.batches import ChangeRow, proposed_dates
from deliverables.agenda.moving.queries.told import readers
from deliverables.agenda.plan.queries.people import planners_of
from novex_portal.toolkit.mail.writing import queue_written_mail

_MAIL = "deliverables/agenda/moving/mail/"


def tell_moves(
    *,
    batch: PlanBatch,
    changes: Iterable[PlanChange],
    requests: Iterable[DateProposal],
    but: tuple[User, User | None],
) -> None:
    """Tell the people of who has the lead what moved, and other areas what is asked of them.

    Not who did it, nor whoever else is named: they hear of it otherwise.
    """
    changed = {change.measure: ChangeRow(change, change.measure, "") for change in changes}
    asked = {request.measure: request for request in requests}
    for reader in readers(changed, asked, but=but[0]):
        if reader.user == but[1]:
            continue
        moved = [changed[measure] for measure in reader.moved]
        wanted = [(asked[measure], proposed_dates(asked[measure])) for measure in reader.asked]
        _send(
            "moved",
            reader.user,
            _subject(reader.moved, reader.asked, batch),
            f"moved:{batch.pk}:{reader.user.pk}",
            {"batch": batch, "moved": moved, "asked": wanted, "link": _link(batch, moved, reader.asked, asked)},
        )


def tell_proposal(*, proposal: DateProposal) -> None:
    """Tell the planning group that the lead of a measure asks for other dates."""
    measure = proposal.measure
    context = {"proposal": proposal, "dates": proposed_dates(proposal), "link": _to_proposal(proposal)}
    for reader in planners_of(measure.area):
        if reader != proposal.proposed_by:
            subject = f"Andere datums gevraagd voor {measure.code}"
            _send("proposed", reader, subject, f"proposed:{proposal.pk}:{reader.pk}", context)


def tell_answer(*, proposal: DateProposal) -> None:
    """Tell who asked for other dates what was answered. Another area reads the code, not the title."""
    if not proposal.proposed_by.is_active:
        return
    accepted = proposal.state == ProposalState.ACCEPTED
    subject = f"{proposal.measure.code} {'krijgt' if accepted else 'krijgt niet'} de datums die u vroeg"
    batch = proposal.batch
    link = (
        settings.BASE_URL + reverse("plan-batch", args=[batch.area.slug, batch.pk])
        if batch
        else _to_proposal(proposal)
    )
    context = {"proposal": proposal, "accepted": accepted, "dates": proposed_dates(proposal), "link": link}
    _send("answered", proposal.proposed_by, subject, f"answered:{proposal.pk}", context)


def _subject(moved: list[Measure], asked: list[Measure], batch: PlanBatch) -> str:
    if asked and not moved:
        return f"{batch.area} vraagt u om andere datums"
    what = moved[0].code if len(moved) == 1 else f"{len(moved)} maatregelen"
    return f"Andere datums voor {what}"


def _link(
    batch: PlanBatch, moved: list[ChangeRow], asked: list[Measure], requests: dict[Measure, DateProposal]
) -> str:
    if moved or not asked:
        return settings.BASE_URL + reverse("plan-batch", args=[batch.area.slug, batch.pk])
    return _to_proposal(requests[asked[0]])


def _to_proposal(proposal: DateProposal) -> str:
    return settings.BASE_URL + reverse("date-proposal", args=[proposal.measure.area.slug, proposal.pk])


def _send(template: str, reader: User, subject: str, key: str, context: dict[str, object]) -> None:
    queue_written_mail(_MAIL + template, to=reader.email, subject=subject, context=context, dedupe_key=key)
