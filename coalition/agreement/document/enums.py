"""The words of the akkoord: its chapters and its parties, and which state may follow which."""

from django.db.models import IntegerChoices, TextChoices

from novex_portal.toolkit.states import follow


class Grammar(IntegerChoices):
    """How the texts of an akkoord are read: as docs/law-text.md says, or as those from before it."""

    MARKDOWN = 1, "Zoals vroeger"
    LAW = 2, "Zoals getypt"


class PartyRole(TextChoices):
    SIGNATORY = "ondertekenaar", "Ondertekenaar"
    AGENDA_MEMBER = "agendalid", "Agendalid"
    SUPPORTER = "ondersteuner", "Ondersteuner"


class PartyStatus(TextChoices):
    DRAFT = "concept", "Concept"
    OFFICIALS_AGREE = "ambtelijk-akkoord", "Ambtelijk akkoord"
    EXECUTIVES_AGREE = "bestuurlijk-akkoord", "Bestuurlijk akkoord"
    ADOPTED = "vastgesteld", "Vastgesteld"
    SIGNED = "getekend", "Getekend"


follow(
    PartyStatus,
    {
        PartyStatus.DRAFT: {PartyStatus.OFFICIALS_AGREE},
        PartyStatus.OFFICIALS_AGREE: {PartyStatus.DRAFT, PartyStatus.EXECUTIVES_AGREE},
        PartyStatus.EXECUTIVES_AGREE: {PartyStatus.OFFICIALS_AGREE, PartyStatus.ADOPTED},
        PartyStatus.ADOPTED: {PartyStatus.EXECUTIVES_AGREE, PartyStatus.SIGNED},
        PartyStatus.SIGNED: set(),
    },
)


class ChapterKind(TextChoices):
    """Whether a chapter is of the text itself or an annex behind it."""

    BODY = "hoofdstuk", "Hoofdstuk"
    ANNEX = "bijlage", "Bijlage"
