"""Opening a version for reactions, making links, answering, reminding and closing."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from areas.models import Organisation, User
from coalition.agreement.articles.models import Article
from coalition.agreement.consultations.access import CONSULTATIONS
from coalition.agreement.consultations.models import Consultation, ConsultationReply
from coalition.agreement.consultations.queries import addresses_of, is_open, replies_to_remind
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.document.queries import readable_of
from coalition.agreement.positions.actions import Saying, say_in_consultation
from coalition.agreement.positions.rules import NEEDS_WHY
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.snapshot import ArticleText, from_json
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_ANSWER, MAX_REMARK = 20_000, 4_000
CLOSED = "Deze consultatie is gesloten. U kunt niet meer reageren."


@action
def open_consultation(
    *, version: AgreementVersion, actor: User, question: str, deadline: date, organisations: Iterable[Organisation]
) -> Consultation:
    """Lay a version before parties of the akkoord; members of theirs get a mail. Twice gives the first one's.

    Raises Problem for a day that is past, or without parties.
    """
    if version.why_void:
        raise Problem("Deze versie is vervallen verklaard. Leg een andere voor.")
    asked = list(organisations)
    done = Consultation.objects.filter(version=version).first()
    if done:
        return done
    if deadline < timezone.localdate():
        raise Problem("De laatste dag om te reageren is al geweest. Kies een dag die nog komt.")
    there = AgreementParty.objects.filter(agreement=version.agreement_id, organisation__in=asked).count()
    if not asked or there != len(asked):
        raise Problem("Kies de partijen die u om een reactie vraagt.")
    try:
        with transaction.atomic():
            made = Consultation.objects.create(
                version=version, question=clean(question).strip(), deadline=deadline, opened_by=actor
            )
    except IntegrityError:
        return Consultation.objects.get(version=version)
    replies = ConsultationReply.objects.bulk_create(
        ConsultationReply(consultation=made, organisation=organisation) for organisation in asked
    )
    for reply in replies:
        _tell_members(reply, made, "asked")
    return made


@action
def make_link(*, reply: ConsultationReply, actor: User, email: str = "") -> str:
    """Make a link with which a party reads and answers without an account; an earlier one stops working."""
    held = ConsultationReply.objects.select_for_update().get(pk=reply.pk)
    if not is_open(reply.consultation, timezone.localdate()):
        raise Problem(CLOSED)
    link = _new_link(held, email.strip())
    if held.email:
        _mail_link(held, reply.consultation, link, "asked")
    return link


@action(by=By.GUEST)
def answer_consultation(
    *,
    reply: ConsultationReply,
    actor: User | None,
    version: int,
    answer: str,
    remarks: Mapping[str, str],
    stands: Mapping[str, str] | None = None,
) -> ConsultationReply:
    """Keep what a party says of the whole and per article; `actor` is None for who came by a link.

    `stands` is where it says it stands, by article; what it says of that article is its condition or reason. It is
    "gezegd via de link" until a bestuurder of the party confirms it.

    Raises Conflict when somebody of the party answered since `version` was read, and Problem when it is closed,
    says nothing, or is about an article that is not in the text.
    """
    consultation = Consultation.objects.select_for_update().select_related("version").get(pk=reply.consultation_id)
    if not is_open(consultation, timezone.localdate()):
        raise Problem(CLOSED)
    said = {key: clean(words).strip() for key, words in remarks.items() if words.strip()}
    answer = clean(answer).strip()
    stands = stands or {}
    if not answer and not said and not stands:
        raise Problem("Schrijf een reactie op het geheel, of op een artikel.")
    if len(answer) > MAX_ANSWER or any(len(words) > MAX_REMARK for words in said.values()):
        raise Problem("Een reactie is te lang. Maak haar korter.")
    texts = {article.id: article for article in from_json(consultation.version.snapshot).articles}
    if (said.keys() | stands.keys()) - texts.keys():
        raise Problem("Een reactie gaat over een artikel dat niet in deze versie staat.")
    reply.write_over(version, answer=answer, remarks=said, answered_at=timezone.now(), answered_by=actor)
    _say_where(reply, actor, {texts[key]: (stand, said.get(key, "")) for key, stand in stands.items()})
    return reply


def _say_where(reply: ConsultationReply, actor: User | None, stands: Mapping[ArticleText, tuple[str, str]]) -> None:
    """Write down where the party says it stands, on the text of now where that still is the one of the version."""
    version = reply.consultation.version
    agreement = version.agreement
    if not AgreementParty.objects.filter(agreement=agreement, organisation=reply.organisation_id).exists():
        return
    readable = readable_of(agreement)
    live = {str(row.pk): row for row in Article.objects.filter(chapter__agreement=agreement)}
    said = {}
    for article, (stand, why) in stands.items():
        if now := live.get(article.id):
            same = (now.title, readable.frozen(now.text)) == (article.title, article.text)
            said[now.pk] = Saying(
                stand, why if stand in NEEDS_WHY else "", article.title, now.text if same else article.text
            )
    source = f"Reactie op versie {version.number}"
    say_in_consultation(agreement=agreement, organisation=reply.organisation, actor=actor, said=said, source=source)


@action
def close_consultation(*, consultation: Consultation, actor: User) -> None:
    """End it before the last day; answers stay. Twice is once."""
    Consultation.objects.filter(pk=consultation.pk, closed_at=None).update(closed_at=timezone.now())


@action(by=By.CLOCK, atomic=False)
def remind_who_did_not_answer(*, today: date) -> int:
    """Remind parties that did not answer, 7 and 2 days before the last day; return how many. Safe to repeat.

    Who has a link gets a fresh one, for the old one is kept nowhere; the mail says so.
    """
    reminded = 0
    for reply in replies_to_remind(today):
        with transaction.atomic():
            claimed = replies_to_remind(today).filter(pk=reply.pk).values("pk")
            if not ConsultationReply.objects.filter(pk__in=claimed).update(reminded_on=today):
                continue
            reply.reminded_on = today
            if reply.email:
                _mail_link(reply, reply.consultation, _new_link(reply, reply.email), f"reminded:{today}")
            _tell_members(reply, reply.consultation, f"reminded:{today}")
            reminded += 1
    return reminded


def _new_link(reply: ConsultationReply, email: str) -> str:
    link = CONSULTATIONS.new_link()
    reply.token_hash, reply.email = link.mark, email
    reply.save(update_fields=["token_hash", "email"])
    return link.address


def _mail_link(reply: ConsultationReply, consultation: Consultation, link: str, cause: str) -> None:
    key = f"consultation-link:{reply.pk}:{cause}:{reply.token_hash[:12]}"
    _queue(reply, consultation, reply.email, link, key, wipe=True)


def _tell_members(reply: ConsultationReply, consultation: Consultation, cause: str) -> None:
    version = consultation.version
    area = version.agreement.area
    path = reverse("consultation-reply", args=[area.slug, version.number, reply.organisation_id])
    for address in addresses_of(area, reply.organisation_id, timezone.localdate()):
        key = f"consultation:{reply.pk}:{cause}:{address}"
        _queue(reply, consultation, address, settings.BASE_URL + path, key, wipe=False)


def _queue(reply: ConsultationReply, consultation: Consultation, to: str, link: str, key: str, *, wipe: bool) -> None:
    area = consultation.version.agreement.area
    context = {"reply": reply, "consultation": consultation, "area": area, "link": link, "by_link": wipe}
    again = "Herinnering: " if reply.reminded_on else ""
    queue_written_mail(
        "coalition/agreement/consultations/mail/consultation",
        to=to,
        subject=f"{again}Wat vindt u van het akkoord van {area}?",
        context=context,
        dedupe_key=key,
        wipe_after_sending=wipe,
    )
