"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


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


class ChapterKind(TextChoices):
    """Whether a chapter is of the text itself or an annex behind it."""

    BODY = "hoofdstuk", "Hoofdstuk"
    ANNEX = "bijlage", "Bijlage"
