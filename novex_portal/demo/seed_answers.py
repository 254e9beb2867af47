"""Asks parties of the practice area whether they were understood, tells some what was done, and marks passages."""

from areas.models import Area
from coalition.actions.feedback import give_feedback, write_letter
from coalition.actions.passages import mark_passage
from coalition.actions.right_of_reply import answer_right_of_reply, send_right_of_reply
from coalition.feedback import Answer
from coalition.models import Statement
from coalition.right_of_reply import ReplyData
from novex_portal.demo.zuid_limburg_answers import FEEDBACK, LETTERS, PASSAGES, REPLIES


def seed_answers(area: Area) -> None:
    """Ask for wederhoor, answered in all its variants, give terugkoppeling with letters, and code some reports."""
    for words, summary, verdict, remark, proposal in REPLIES:
        said = statement_called(area, words)
        author = said.conversation.author
        sent = send_right_of_reply(
            conversation=said.conversation, actor=author, organisation=said.organisation, summary=summary
        )
        if verdict:
            answer_right_of_reply(
                token=sent.link.rstrip("/").rsplit("/", 1)[1],
                data=ReplyData(
                    confirmed=verdict == "klopt", remark=remark, proposals={str(said.pk): proposal} if proposal else {}
                ),
            )
    for words, outcome, reason in FEEDBACK:
        said = statement_called(area, words)
        answer = Answer(said.pk, outcome, reason, 0)
        give_feedback(conversation=said.conversation, actor=said.conversation.author, answers=[answer])
    for words, opening in LETTERS:
        said = statement_called(area, words)
        author = said.conversation.author
        write_letter(conversation=said.conversation, actor=author, organisation=said.organisation, opening=opening)
    for quote, mark, words in PASSAGES:
        said = statement_called(area, words)
        author = said.conversation.author
        mark_passage(conversation=said.conversation, actor=author, quote=quote, mark=mark, statement=said)


def statement_called(area: Area, words: str) -> Statement:
    """Return the one statement of the area whose position begins with these words."""
    rows = Statement.objects.select_related("conversation__author", "organisation", "challenge")
    return rows.get(conversation__area=area, position__startswith=words)
