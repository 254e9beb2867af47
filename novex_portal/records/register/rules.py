"""The register of personal data: which field of which record holds what about people. Data, no ORM, no clock.

Every field that can hold words or lead to a person stands here, or in `NOT_PERSONAL` with what it is;
a test fails for one that does not. Inzage and anonymising read this register and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Holds:
    """What a record holds: `area` is the path to its area (empty: of the whole portal).

    `names` say who somebody is, in `words` somebody can be named, `frozen` is text that is kept as it
    was with a hash, `persons` and `accounts` lead to a person in a role and to somebody with an account.
    """

    area: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()

    @property
    def declared(self) -> frozenset[str]:
        """All fields this record declares."""
        return frozenset((*self.names, *self.words, *self.frozen, *self.persons, *self.accounts))


REGISTER: dict[str, Holds] = {
    "areas.Person": Holds("organisation__areas", names=("name", "email", "phone"), accounts=("user",)),
    "areas.User": Holds(names=("email", "name")),
    "areas.Membership": Holds("area", accounts=("user",)),
    "areas.Invitation": Holds("area", names=("email", "name"), accounts=("invited_by", "accepted_by")),
    "areas.Mandate": Holds("area", words=("subject", "basis"), persons=("person",)),
    "areas.ContactPerson": Holds("area", words=("subject",), persons=("person",)),
    "areas.AreaOrganisation": Holds("area", words=("notes",)),
    "areas.FactsheetSection": Holds("area", words=("text",), accounts=("updated_by",)),
    "areas.Friction": Holds("area", words=("text", "options", "owners")),
    "areas.Duo": Holds("area", words=("national_side", "regional_side")),
    "areas.PartyImport": Holds(
        "area", words=("file_name", "rows", "outcome", "error"), accounts=("uploaded_by", "confirmed_by")
    ),
    "areas.Printout": Holds("area", words=("title", "html"), frozen=("pdf",), accounts=("requested_by",)),
    "areas.Anonymisation": Holds("area", persons=("person",), accounts=("account", "done_by")),
    "areas.Destruction": Holds("area", accounts=("proposed_by", "decided_by")),
    "coalition.ConversationRound": Holds("area", words=("title", "aim", "guide"), accounts=("created_by",)),
    "coalition.RoundTarget": Holds("round__area", words=("place", "interviewer")),
    "coalition.ConversationDraft": Holds("area", words=("data",), accounts=("author",)),
    "coalition.Conversation": Holds("area", words=("place", "report"), accounts=("author",)),
    "coalition.ConversationReader": Holds("conversation__area", accounts=("user",)),
    "coalition.Participant": Holds("conversation__area", persons=("person",)),
    "coalition.Statement": Holds("conversation__area", words=("position", "interest")),
    "coalition.ActionItem": Holds(
        "area", names=("owner",), words=("what",), persons=("owner_person",), accounts=("owner_user",)
    ),
    "coalition.ReadEvent": Holds("conversation__area", accounts=("reader",)),
    "coalition.RightOfReply": Holds(
        "conversation__area",
        names=("email",),
        words=("summary", "statements", "proposals", "summary_proposal", "remark"),
        accounts=("sent_by",),
    ),
    "coalition.Passage": Holds("conversation__area", words=("quote",), accounts=("author",)),
    "coalition.Feedback": Holds("statement__conversation__area", words=("reason",), accounts=("given_by",)),
    "coalition.FeedbackLetter": Holds(
        "conversation__area", names=("email",), words=("opening", "answers"), accounts=("written_by",)
    ),
    "coalition.Ambition": Holds("area", words=("title", "text", "drop_reason"), accounts=("created_by",)),
    "coalition.AmbitionSupport": Holds("ambition__area", words=("condition", "source"), accounts=("declared_by",)),
    "coalition.Agreement": Holds("area", words=("title",)),
    "coalition.Chapter": Holds("agreement__area", words=("title",)),
    "coalition.Article": Holds("chapter__agreement__area", words=("title", "text")),
    "coalition.Amendment": Holds(
        "article__chapter__agreement__area",
        words=("title", "text", "reason", "on_title", "on_text", "handling_reason", "handled_text", "answer"),
        accounts=("proposed_by", "handled_by"),
    ),
    "coalition.ArticlePosition": Holds(
        "article__chapter__agreement__area",
        words=("condition", "source", "on_title", "on_text"),
        accounts=("stated_by",),
    ),
    "coalition.ArticleComment": Holds(
        "article__chapter__agreement__area",
        words=("text",),
        accounts=("author", "addressed_to", "resolved_by"),
    ),
    "coalition.ArticleEditing": Holds(
        "article__chapter__agreement__area", words=("title", "text"), accounts=("author",)
    ),
    "coalition.ArticleWeight": Holds("article__chapter__agreement__area", accounts=("weighed_by",)),
    "coalition.OpenPoint": Holds("agreement__area", words=("title", "text", "outcome")),
    "coalition.OpenPointStand": Holds("point__agreement__area", words=("words",)),
    "coalition.Consultation": Holds("version__agreement__area", words=("question",), accounts=("opened_by",)),
    "coalition.ConsultationReply": Holds(
        "consultation__version__agreement__area",
        names=("email",),
        words=("answer", "remarks"),
        accounts=("answered_by",),
    ),
    "coalition.DefinedTerm": Holds("agreement__area", words=("term", "meaning")),
    "coalition.AgreementParty": Holds("agreement__area", words=("deciding_body", "signatory_role", "reservation")),
    "coalition.AgreementVersion": Holds(
        "agreement__area", words=("label",), frozen=("snapshot", "pdf"), accounts=("frozen_by",)
    ),
    "coalition.Seat": Holds("area", persons=("person",)),
    "coalition.Meeting": Holds("area", words=("title", "place", "report"), accounts=("created_by",)),
    "coalition.MeetingAttendee": Holds("meeting__area", persons=("person",)),
    "coalition.AgendaItem": Holds("meeting__area", words=("title", "outcome")),
    "coalition.Decision": Holds("area", words=("title", "text", "body"), accounts=("created_by",)),
    "coalition.DecisionPosition": Holds("decision__area", words=("reservation", "body")),
    "coalition.Merge": Holds("area", words=("kept_name", "gone_name", "record"), accounts=("merged_by", "undone_by")),
    "coalition.Relation": Holds(
        "area", words=("explanation",), persons=("first_person", "second_person"), accounts=("created_by",)
    ),
    "coalition.CooperationScan": Holds("area", words=("title",), accounts=("created_by",)),
    "coalition.ScanQuestionnaire": Holds("area", words=("title",), accounts=("created_by",)),
    "coalition.ScanInvitation": Holds("scan__area", names=("email",), words=("role",)),
    "coalition.ScanAnswer": Holds("invitation__scan__area", words=("reasoning",)),
    "coalition.StakeScore": Holds("challenge__area", words=("reasoning",), accounts=("author",)),
    "deliverables.Checkpoint": Holds(words=("name", "place"), accounts=("created_by",)),
    "deliverables.CheckpointResponsible": Holds(accounts=("user",)),
    "deliverables.Requirement": Holds("area", words=("text",)),
    "deliverables.Reminder": Holds(accounts=("recipient",)),
    "deliverables.FactsheetPhoto": Holds("area", words=("label",), frozen=("snapshot",), accounts=("taken_by",)),
    "deliverables.Handover": Holds("area", persons=("person", "successor"), accounts=("handed_over_by",)),
    "toolkit.OutgoingMail": Holds(names=("to",), words=("subject", "text", "html")),
}

# Fields that hold words, or lead to somebody, and are no personal data: names of places, public sources,
# marks of the machine. The role of a person is what remains of them.
NOT_PERSONAL: dict[str, tuple[str, ...]] = {
    "areas.Province": ("name", "slug"),
    "areas.Area": ("name", "slug", "main_challenge", "source"),
    "areas.AreaProvince": ("explanation",),
    "areas.Challenge": ("title", "text", "source"),
    "areas.AttentionPoint": ("text", "source"),
    "areas.Milestone": ("text", "source"),
    "areas.Organisation": ("name", "website"),
    "areas.Person": ("role", "merged_into"),
    "areas.User": ("password", "persona"),
    "areas.NationalProgramme": ("name", "short_name", "responsible", "source"),
    "areas.FactsheetSection": ("source",),
    "areas.ProgrammeContribution": ("text", "source"),
    "areas.Friction": ("source",),
    "areas.Duo": ("source",),
    "areas.Invitation": ("token_hash",),
    "areas.PartyImport": ("counts",),
    "areas.Printout": ("progress", "error", "need", "file_name", "stylesheet", "pdf_sha256"),
    "areas.Anonymisation": ("replaced", "left"),
    "areas.Destruction": ("object_ids", "term", "destroyed"),
    "coalition.ActionItem": ("scan_dimension",),
    "coalition.AgreementVersion": ("progress", "error", "pdf_sha256", "sha256", "previous_sha256"),
    "coalition.Chapter": ("label",),
    "coalition.Article": ("label",),
    "coalition.RightOfReply": ("token_hash",),
    "coalition.ConsultationReply": ("token_hash",),
    "coalition.ScanDimension": ("name", "explanation"),
    "coalition.ScanQuestion": ("text",),
    "coalition.ScanInvitation": ("token_hash",),
    "deliverables.FactsheetPhoto": ("sha256",),
    "deliverables.Handover": ("moved",),
    "toolkit.OutgoingMail": ("dedupe_key", "error"),
}


def fields_with_words() -> Iterator[tuple[str, str]]:
    """Yield (record, field) of all that can hold a name and may be changed."""
    for label, holds in REGISTER.items():
        for name in (*holds.names, *holds.words):
            yield label, name


def fields_frozen() -> Iterator[tuple[str, str]]:
    """Yield (record, field) of the texts that are kept as they were."""
    for label, holds in REGISTER.items():
        for name in holds.frozen:
            if name != "pdf":  # made from the text beside it
                yield label, name


def links_to_accounts() -> Iterator[tuple[str, str]]:
    """Yield (record, field) of all in an area that leads to somebody with an account."""
    for label, holds in REGISTER.items():
        for name in holds.accounts if holds.area else ():
            yield label, name


def links_to_persons() -> Iterator[tuple[str, str]]:
    """Yield (record, field) of all that leads to a person in a role."""
    for label, holds in REGISTER.items():
        for name in holds.persons:
            yield label, name
