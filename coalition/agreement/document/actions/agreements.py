"""What may be done with an akkoord as a whole: begin it, name it and say why, set its rules."""

from areas.models import Area, User
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.numbering import lock, number_chapters
from coalition.agreement.document.rules.chapters import STANDARD_CHAPTERS
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.actions import action

RENDER_TASK = "coalition.agreement.versions.tasks.render_version"


@action
def open_agreement(
    *, area: Area, actor: User, title: str = "", like: Agreement | None = None, empty: bool = False
) -> Agreement:
    """Begin the akkoord of an area with the standard chapters; the second time gives the first one's.

    With `like` it begins with the chapters and terms of that akkoord, with `empty` with one chapter to fill.
    """
    agreement, made = Agreement.objects.get_or_create(
        area=area, defaults={"title": title.strip() or f"Coalitieakkoord {area.name}"}
    )
    if not made:
        return agreement
    if like:
        rows = list(like.chapters.order_by("number").values_list("kind", "title"))
        DefinedTerm.objects.bulk_create(
            DefinedTerm(agreement=agreement, term=term.term, meaning=term.meaning) for term in like.terms.all()
        )
    else:
        names = ("Afspraken",) if empty else STANDARD_CHAPTERS
        rows = [(ChapterKind.BODY.value, name) for name in names]
    Chapter.objects.bulk_create(
        Chapter(agreement=agreement, kind=kind, number=number, label=str(number), title=name)
        for number, (kind, name) in enumerate(rows, start=1)
    )
    number_chapters(agreement.pk)
    return agreement


@action
def rename_agreement(
    *, agreement: Agreement, actor: User, version: int, title: str, citation_title: str = "", preamble: str = ""
) -> Agreement:
    """Change what stands before the first article: the titles, and why the parties agree.

    Raises Conflict when somebody else saved since `version` was read.
    """
    agreement.write_over(version, title=title, citation_title=citation_title, preamble=preamble)
    return agreement


@action
def set_rules(*, agreement: Agreement, actor: User, asks_provenance: bool, asks_confirmed: bool) -> None:
    """Say what every article is asked for: a recorded origin, and a confirmed statement of every party that signs."""
    agreement = lock(agreement.pk)
    agreement.asks_provenance, agreement.asks_confirmed = asks_provenance, asks_confirmed
    agreement.save(update_fields=["asks_provenance", "asks_confirmed"])
