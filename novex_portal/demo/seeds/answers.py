"""Asks parties of the practice area whether they were understood, tells some what was done, and marks passages."""

from areas.models import Area
from coalition.conversations.feedback.actions import give_feedback, write_letter
from coalition.conversations.feedback.rules import Answer
from coalition.conversations.passages.actions import mark_passage
from coalition.conversations.right_of_reply.actions import answer_right_of_reply, send_right_of_reply
from coalition.conversations.right_of_reply.rules import ReplyData
from coalition.models import Statement
from novex_portal.demo.content.answers import ANSWERS


def seed_answers(area: Area) -> None:
    """Ask for wederhoor, answered in all its variants, give terugkoppeling with letters, and code some reports."""
    for reply in ANSWERS.replies:
        said = statement_called(area, reply.statement)
        author = said.conversation.author
        sent = send_right_of_reply(
            conversation=said.conversation, actor=author, organisation=said.organisation, summary=reply.summary
        )
        if reply.verdict:
            answer_right_of_reply(
                token=sent.link.rstrip("/").rsplit("/", 1)[1],
                data=ReplyData(
                    confirmed=reply.verdict == "klopt",
                    remark=reply.remark,
                    proposals={str(said.pk): reply.proposal} if reply.proposal else {},
                ),
            )
    for told in ANSWERS.feedback:
        said = statement_called(area, told.statement)
        answer = Answer(said.pk, told.outcome, told.reason, 0)
        give_feedback(conversation=said.conversation, actor=said.conversation.author, answers=[answer])
    for letter in ANSWERS.letters:
        said = statement_called(area, letter.statement)
        author = said.conversation.author
        write_letter(
            conversation=said.conversation, actor=author, organisation=said.organisation, opening=letter.opening
        )
    for marked in ANSWERS.passages:
        said = statement_called(area, marked.statement)
        author = said.conversation.author
        mark_passage(
            conversation=said.conversation, actor=author, quote=marked.quote, mark=marked.mark, statement=said
        )


def statement_called(area: Area, words: str) -> Statement:
    """Return the one statement of the area whose position begins with these words."""
    rows = Statement.objects.select_related("conversation__author", "organisation", "challenge")
    return rows.get(conversation__area=area, position__startswith=words)
