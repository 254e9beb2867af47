"""Makers for the actions on the akkoord."""

from typing import Any

from coalition.agreement.ambitions.actions import (
    change_ambition_status,
    confirm_support,
    create_ambition,
    state_on_ambition,
    update_ambition,
)
from coalition.agreement.ambitions.enums import AmbitionStatus, Support
from coalition.agreement.amendments.actions import (
    answer_handling,
    confirm_proposal,
    handle_amendment,
    propose_amendment,
    take_over_amendment,
    withdraw_amendment,
)
from coalition.agreement.amendments.enums import Handling
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.annexes.actions import add_exhibit, change_exhibit, move_exhibit, remove_exhibit
from coalition.agreement.articles.actions import (
    add_article,
    move_article,
    remove_article,
    restore_article,
    update_article,
)
from coalition.agreement.comments.actions import add_comment, resolve_comment
from coalition.agreement.confirming.actions import Chosen, confirm_waiting
from coalition.agreement.consultations.actions import (
    answer_consultation,
    close_consultation,
    make_link,
    open_consultation,
)
from coalition.agreement.document.actions.agreements import open_agreement, rename_agreement, set_rules
from coalition.agreement.document.actions.chapters import add_chapter, move_chapter, remove_chapter, rename_chapter
from coalition.agreement.document.actions.parties import (
    add_party,
    change_party,
    change_party_status,
    group_parties,
    move_party,
    remove_party,
)
from coalition.agreement.document.enums import ChapterKind, Grammar, PartyRole, PartyStatus
from coalition.agreement.editing.actions import end_editing, keep_editing
from coalition.agreement.open_points.actions import (
    add_open_point,
    change_open_point,
    confirm_stand,
    state_on_open_point,
)
from coalition.agreement.packages.actions import weigh_articles
from coalition.agreement.positions.actions import (
    Saying,
    ToSay,
    confirm_positions,
    say_in_consultation,
    state_position,
    state_positions,
)
from coalition.agreement.positions.enums import Consent
from coalition.agreement.reading.actions import take_over_reading
from coalition.agreement.reading.queries import readings_of
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.agreement.thermometer.actions import print_thermometer
from coalition.agreement.versions.actions import (
    freeze_version,
    print_comparison,
    print_working_copy,
    retry_version,
    void_version,
)
from coalition.models import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Amendment,
    Article,
    ArticleComment,
    Chapter,
    ConsultationReply,
    DefinedTerm,
    Exhibit,
    OpenPoint,
)
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.models import PdfStatus
from tests.factories import DAY, make_area
from tests.makers.ground import Ground, Makers
from tests.toolkit.files.brought import A_PICTURE

_WORDS = {"title": "Grond", "text": "Ruilen."}
_SHOWN = {"caption": "Kaart", "alt": "Een kaart met een lijn."}


def _agreement(ground: Ground) -> Agreement:
    return ground.the(Article).chapter.agreement


def _read_as_before(ground: Ground) -> dict[str, Any]:
    agreement = _agreement(ground)
    Agreement.objects.filter(pk=agreement.pk).update(grammar=Grammar.MARKDOWN)
    return {"agreement": agreement, "seen": readings_of(agreement).seen}


def _handled(ground: Ground) -> Amendment:
    """Let the planning group say that it would take a proposal over."""
    given = {"version": 1, "handling": Handling.TAKE_OVER, "reason": "Scherper."}
    return handle_amendment(amendment=ground.the(Amendment), actor=ground.author, **given)


def _accepted(ground: Ground) -> dict[str, Any]:
    done = answer_handling(amendment=_handled(ground), actor=ground.actor, version=2, accepts=True, source="Brief")
    return {"amendment": done, "version": 3, "text_version": 1}


def _recorded_proposal(ground: Ground) -> dict[str, Any]:
    amendment = ground.the(Amendment)
    Amendment.objects.filter(pk=amendment.pk).update(given_as=GivenAs.RECORDED, source="Brief")
    ground.speak_for(amendment.organisation)
    return {"amendment": amendment, "version": amendment.version}


def _reply(ground: Ground) -> ConsultationReply:
    return ConsultationReply.objects.get(consultation__version=ground.the(AgreementVersion, "version"))


def _recorded_position(ground: Ground) -> dict[str, Any]:
    article = ground.the(Article)
    said = {"version": 0, "article_version": 1, "consent": Consent.AGREES, "source": "Brief", "stated_on": DAY}
    row = state_position(article=article, organisation=ground.signer, actor=ground.keeper(), **said)
    ground.speak_for(ground.signer)
    return {"organisation": ground.signer, "area": ground.area, "seen": {row.pk: row.version}}


def _recorded_support(ground: Ground) -> dict[str, Any]:
    said = {"version": 0, "support": Support.SUPPORTS, "source": "Brief", "declared_on": DAY}
    about = {"ambition": ground.the(Ambition), "organisation": ground.signer}
    row = state_on_ambition(actor=ground.keeper(), **about, **said)
    ground.speak_for(ground.signer)
    return {"support": row, "version": row.version}


def _recorded_stand(ground: Ground) -> dict[str, Any]:
    about = {"point": ground.the(OpenPoint, "open_point"), "organisation": ground.signer}
    row = state_on_open_point(actor=ground.keeper(), version=0, words="Wij niet.", source="Brief", **about)
    ground.speak_for(ground.signer)
    return {"stand": row, "version": row.version}


def _failed(ground: Ground) -> AgreementVersion:
    made = freeze_version(agreement=_agreement(ground), actor=ground.author)
    AgreementVersion.objects.filter(pk=made.pk).update(status=PdfStatus.FAILED)
    return made


def _second_chapter(ground: Ground) -> Chapter:
    return add_chapter(agreement=_agreement(ground), actor=ground.author, title="Geld")


def _second_article(ground: Ground) -> Article:
    return add_article(chapter=ground.the(Chapter), actor=ground.author, **_WORDS)


def _second_party(ground: Ground) -> AgreementParty:
    return add_party(agreement=_agreement(ground), actor=ground.author, organisation=ground.party())


def _removed_article(ground: Ground) -> dict[str, Any]:
    gone = {"article": _second_article(ground), "actor": ground.author, "version": 1, "why": "Dubbel."}
    return {"article": remove_article(**gone), "version": 2}


def _two_versions(ground: Ground) -> dict[str, Any]:
    old = ground.the(AgreementVersion, "version")
    return {"old": old, "new": old, "moment": ground.moment(), "token": None}


def _annex(ground: Ground) -> Chapter:
    return add_chapter(agreement=_agreement(ground), actor=ground.author, title="Kaarten", kind=ChapterKind.ANNEX)


def _exhibit(ground: Ground, chapter: Chapter | None = None) -> Exhibit:
    return add_exhibit(chapter=chapter or _annex(ground), actor=ground.author, taken=A_PICTURE, **_SHOWN)


def _second_exhibit(ground: Ground) -> Exhibit:
    return _exhibit(ground, _exhibit(ground).chapter)


AMBITIONS: Makers = {
    create_ambition: lambda g: {"area": g.area, **_WORDS},
    update_ambition: lambda g: {"ambition": g.the(Ambition), "version": 1, "statements": [], **_WORDS},
    change_ambition_status: lambda g: {"ambition": g.the(Ambition), "status": AmbitionStatus.SHARED},
    state_on_ambition: lambda g: {
        "ambition": g.the(Ambition),
        "organisation": g.signer,
        "version": 0,
        "support": Support.SUPPORTS,
        "source": "Brief",
        "declared_on": DAY,
    },
}
AMBITIONS[confirm_support] = _recorded_support
DOCUMENT: Makers = {
    open_agreement: lambda g: {"area": make_area("elders")},
    rename_agreement: lambda g: {"agreement": _agreement(g), "version": 1, "title": "Ander akkoord"},
    take_over_reading: _read_as_before,
    set_rules: lambda g: {"agreement": _agreement(g), "asks_provenance": True, "asks_confirmed": True},
    add_chapter: lambda g: {"agreement": _agreement(g), "title": "Geld"},
    rename_chapter: lambda g: {"chapter": g.the(Chapter), "title": "Geld"},
    move_chapter: lambda g: {"chapter": _second_chapter(g), "places": -1},
    remove_chapter: lambda g: {"chapter": _second_chapter(g)},
    add_exhibit: lambda g: {"chapter": _annex(g), "taken": A_PICTURE, **_SHOWN},
    change_exhibit: lambda g: {"exhibit": _exhibit(g), "version": 1, "caption": "Plaat", "alt": "Een lijn."},
    move_exhibit: lambda g: {"exhibit": _second_exhibit(g), "places": -1},
    remove_exhibit: lambda g: {"exhibit": _exhibit(g)},
    add_party: lambda g: {"agreement": _agreement(g), "organisation": g.party()},
    change_party: lambda g: {
        "party": g.the(AgreementParty, "party"),
        "version": 1,
        "role": PartyRole.SIGNATORY,
        "deciding_body": "De raad",
        "signatories": "",
        "reservation": "",
    },
    change_party_status: lambda g: {"party": g.the(AgreementParty, "party"), "status": PartyStatus.OFFICIALS_AGREE},
    move_party: lambda g: {"party": _second_party(g), "places": -1},
    group_parties: lambda g: {
        "agreement": _agreement(g),
        "name": "het Rijk",
        "chosen": [g.the(AgreementParty, "party").pk],
    },
    remove_party: lambda g: {
        "party": add_party(agreement=_agreement(g), actor=g.author, organisation=g.party()),
    },
}
ARTICLES: Makers = {
    add_article: lambda g: {"chapter": g.the(Chapter), **_WORDS},
    update_article: lambda g: {"article": g.the(Article), "version": 1, "ambitions": [], "statements": [], **_WORDS},
    move_article: lambda g: {"article": _second_article(g), "places": -1},
    remove_article: lambda g: {"article": _second_article(g), "version": 1, "why": "Dubbel."},
    restore_article: _removed_article,
    add_comment: lambda g: {"article": g.the(Article), "text": "Scherper."},
    resolve_comment: lambda g: {"comment": g.the(ArticleComment, "comment"), "resolved": True},
    state_position: lambda g: {
        "article": g.the(Article),
        "organisation": g.signer,
        "version": 0,
        "article_version": 1,
        "consent": Consent.AGREES,
        "source": "Brief",
        "stated_on": DAY,
    },
    confirm_positions: _recorded_position,
    say_in_consultation: lambda g: {
        "agreement": _agreement(g),
        "organisation": g.signer,
        "said": {g.the(Article).pk: Saying(Consent.AGREES, "", "Water", "Tekst.")},
        "source": "Reactie op versie 1",
    },
    confirm_waiting: lambda g: {
        "area": g.area,
        "organisation": g.signer,
        "chosen": [Chosen("artikel", str(pk), 1) for pk in _recorded_position(g)["seen"]],
    },
    state_positions: lambda g: {
        "agreement": _agreement(g),
        "organisation": g.signer,
        "said": [ToSay(g.the(Article).pk, Consent.AGREES, article_version=1)],
        "source": "Brief",
        "stated_on": DAY,
    },
    confirm_stand: _recorded_stand,
    keep_editing: lambda g: {"article": g.the(Article), "version": 1, **_WORDS},
    end_editing: lambda g: {"article": g.the(Article)},
    weigh_articles: lambda g: {
        "agreement": _agreement(g),
        "organisation": g.signer,
        "weights": {g.the(Article).pk: 3},
    },
    propose_amendment: lambda g: {
        "subject": of_article(g.the(Article)),
        "organisation": g.signer,
        "reason": "Scherper.",
        "source": "Brief.",
        "text_version": 1,
        **_WORDS,
    },
    confirm_proposal: _recorded_proposal,
    handle_amendment: lambda g: {
        "amendment": g.the(Amendment),
        "version": 1,
        "handling": Handling.NOT,
        "reason": "Te veel.",
    },
    answer_handling: lambda g: {"amendment": _handled(g), "version": 2, "accepts": True, "source": "Brief"},
    withdraw_amendment: lambda g: {"amendment": g.the(Amendment), "version": 1},
    take_over_amendment: _accepted,
    define_term: lambda g: {"agreement": _agreement(g), "term": "Boezem", "meaning": "Waar water staat."},
    change_term: lambda g: {"term": g.the(DefinedTerm, "term"), "version": 1, "name": "Dal", "meaning": "Laag."},
    remove_term: lambda g: {"term": g.the(DefinedTerm, "term")},
    add_open_point: lambda g: {"agreement": _agreement(g), **_WORDS},
    change_open_point: lambda g: {"point": g.the(OpenPoint, "open_point"), "version": 1, **_WORDS},
    state_on_open_point: lambda g: {
        "point": g.the(OpenPoint, "open_point"),
        "organisation": g.signer,
        "version": 0,
        "words": "Wij niet.",
        "source": "Brief",
    },
}
VERSIONS: Makers = {
    freeze_version: lambda g: {"agreement": _agreement(g)},
    void_version: lambda g: {"version": g.the(AgreementVersion, "version"), "reason": "Er stond een fout in."},
    retry_version: lambda g: {"version": _failed(g)},
    print_working_copy: lambda g: {
        "version": g.the(AgreementVersion, "version"),
        "moment": g.moment(),
        "token": None,
    },
    print_comparison: _two_versions,
    print_thermometer: lambda g: {"agreement": _agreement(g), "moment": g.moment(), "token": None},
    open_consultation: lambda g: {
        "version": freeze_version(agreement=_agreement(g), actor=g.author),
        "question": "Wat vindt u?",
        "deadline": g.tomorrow,
        "organisations": [g.signer],
    },
    make_link: lambda g: {"reply": _reply(g), "email": "raad@example.org"},
    answer_consultation: lambda g: {"reply": _reply(g), "version": 1, "answer": "Goed.", "remarks": {}},
    close_consultation: lambda g: {"consultation": _reply(g).consultation},
}
MAKERS: Makers = AMBITIONS | DOCUMENT | ARTICLES | VERSIONS
