"""A consultation: laying a version before parties, reading who answered, and answering as a member or by a link."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import may, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import User
from coalition.agreement.consultations.access import CONSULTATIONS
from coalition.agreement.consultations.actions import (
    answer_consultation,
    close_consultation,
    make_link,
    open_consultation,
)
from coalition.agreement.consultations.forms import ConsultationForm, LinkForm, ReplyForm
from coalition.agreement.consultations.models import Consultation, ConsultationReply
from coalition.agreement.consultations.queries import consultation_of, is_open, reply_rows, said_by_link
from coalition.agreement.versions.access import file_in, version_for
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.snapshot import from_json
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.links.pages import dead_link, link_page
from novex_portal.toolkit.problems import Problem


@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """How a consultation goes; where there is none, who drafts opens one here."""
    need = Permission.EDIT_AGREEMENT if request.method == "POST" else Permission.VIEW_AGREEMENT
    version = version_for(request.user, slug, number, need)
    found = consultation_of(version)
    drafts = may(request.user, version.agreement.area, Permission.EDIT_AGREEMENT)
    if found:
        return _state(request, version, found, drafts=drafts)
    form = ConsultationForm(posted(request), version=version)
    if form.is_valid():
        with form.refusals():
            open_consultation(version=version, actor=request.user, **form.cleaned_data)
            return go_to(request, "consultation", slug, number, note="De consultatie is geopend.")
    context = {"area": version.agreement.area, "version": version, "drafts": drafts}
    return answer_form(request, "coalition/agreement/consultations/consultation_new.html", form, context)


def _state(
    request: SignedInRequest, version: AgreementVersion, found: Consultation, *, drafts: bool, link: str = ""
) -> HttpResponse:
    area = version.agreement.area
    own = {organisation.pk for organisation in own_organisations(request.user, area)}
    rows = reply_rows(found, from_json(version.snapshot), own, reads_all=drafts)
    context = {
        "area": area,
        "version": version,
        "consultation": found,
        "rows": rows,
        "answered": sum(row.reply.answered_at is not None for row in rows),
        "is_open": is_open(found, timezone.localdate()),
        "drafts": drafts,
        "link": link,
        "link_form": LinkForm(),
    }
    return render(request, "coalition/agreement/consultations/consultation.html", context)


@require_POST
def consultation_close(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    found = _existing(version_for(request.user, slug, number, Permission.EDIT_AGREEMENT))
    close_consultation(consultation=found, actor=request.user)
    return go_to(request, "consultation", slug, number, note="De consultatie is gesloten. De reacties blijven staan.")


@never_cache
@sensitive_post_parameters()
@require_POST
def consultation_link_new(request: SignedInRequest, slug: str, number: int, party: UUID) -> HttpResponseBase:
    """Make a link for a party; it is shown this once, or mailed."""
    version = version_for(request.user, slug, number, Permission.EDIT_AGREEMENT)
    found = _existing(version)
    reply = _reply(found, party)
    form = LinkForm(request.POST)
    if not form.is_valid():
        raise Problem("Dit is geen e-mailadres. Laat het leeg als u de link zelf doorgeeft.")
    link = make_link(reply=reply, actor=request.user, email=form.cleaned_data["email"])
    return _state(request, version, found, drafts=True, link=link)


@require_http_methods(["GET", "HEAD", "POST"])
def consultation_reply(request: SignedInRequest, slug: str, number: int, party: UUID) -> HttpResponseBase:
    """Read the version and answer for one's own organisation."""
    version = version_for(request.user, slug, number)
    reply = _reply(_existing(version), party)
    if party not in {organisation.pk for organisation in own_organisations(request.user, version.agreement.area)}:
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie reageren.")
    done = _answered(request, reply, request.user)
    if isinstance(done, HttpResponse):
        return done
    return go_to(
        request, "consultation", slug, number, note="Uw reactie is bewaard. Tot de laatste dag kunt u haar wijzigen."
    )


@link_page()
def consultation_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Read the version and answer by a link, without an account."""
    reply = CONSULTATIONS.behind(token)
    if reply is None:
        return dead_link(request, "links/dead.html", None)
    done = _answered(request, reply, None, token=token)
    if isinstance(done, HttpResponse):
        return done
    return render(request, "coalition/agreement/consultations/consultation_done.html", {"reply": done})


@link_page("GET", "HEAD")
def consultation_link_file(request: HttpRequest, token: str, sha256: str) -> HttpResponseBase:
    """Give a file that the version shows, to who reads it by a link."""
    reply = CONSULTATIONS.behind(token)
    if reply is None:
        raise Http404("Deze link opent niets meer.")
    return file_answer(request, file_in(reply.consultation.version, sha256), f"akkoord-{sha256[:8]}")


def _answered(
    request: HttpRequest, reply: ConsultationReply, actor: User | None, *, token: str = ""
) -> HttpResponse | ConsultationReply:
    """Return the reply once it is kept, else the page with the text and what was typed."""
    version = reply.consultation.version
    text = from_json(version.snapshot)
    form = ReplyForm(posted(request), reply=reply, text=text, said=said_by_link(reply))
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("version", "answer")}
        with form.refusals():
            return answer_consultation(reply=reply, actor=actor, remarks=form.remarks(), stands=form.stands(), **given)
    if form.conflict:
        reply.refresh_from_db()
        form.on_top_of(reply)
    context = {
        "area": version.agreement.area,
        "place": version.agreement.area,
        "version": version,
        "text": text,
        "reply": reply,
        "consultation": reply.consultation,
        "by_link": actor is None,
        "token": token,
        "is_open": is_open(reply.consultation, timezone.localdate()),
        "frame": "guest_base.html" if actor is None else "area_base.html",
    }
    return answer_form(request, "coalition/agreement/consultations/consultation_reply.html", form, context)


def _existing(version: AgreementVersion) -> Consultation:
    found = consultation_of(version)
    if found is None:
        raise Http404("Deze versie ligt niet voor.")
    return found


def _reply(found: Consultation, party: UUID) -> ConsultationReply:
    replies = found.replies.select_related("organisation", "consultation__version__agreement__area")
    reply = replies.filter(organisation=party).first()
    if reply is None:
        raise Http404("Deze partij is niet om een reactie gevraagd.")
    return reply
