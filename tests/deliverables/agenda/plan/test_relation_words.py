"""How a measure waits for another, in words."""

import pytest

from deliverables.agenda.plan.rules.words import relation_words


@pytest.mark.parametrize(
    ("tie", "words"),
    [
        (("FS", 0, "dag"), "na W02"),
        (("FS", 20, "werkdag"), "na W02, plus 20 werkdagen"),
        (("FS", -1, "week"), "na W02, min 1 week"),
        (("SS", 0, "dag"), "begint niet voor W02"),
        (("SS", 3, "maand"), "begint 3 maanden na het begin van W02"),
        (("SS", -2, "dag"), "begint 2 dagen voor het begin van W02"),
        (("FF", 0, "dag"), "niet eerder klaar dan W02"),
        (("FF", 2, "maand"), "klaar 2 maanden na W02"),
    ],
)
def test_relation_reads_as_people_say_it(tie: tuple[str, int, str], words: str) -> None:
    assert relation_words(*tie, "W02") == words
