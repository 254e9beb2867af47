"""Word differences: nothing is lost, and people can read them."""

import itertools
import random
import time

import pytest

from novex_portal.toolkit.templatetags.differences import differences, new_side, old_side
from novex_portal.toolkit.text.differences import Piece, is_changed, paired, side, word_differences

ALPHABETS = ("ab \n", "abc. ", "é’- .,\n", "😀a \t\r\n", "1.250,5% ")


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same throw every time is what a test wants


def marked(old: str, new: str) -> str:
    """Return the differences as one line: [gone] and {new}."""
    shown = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    return "".join(shown[piece.kind].format(piece.text) for piece in word_differences(old, new))


def text_of(pieces: list[Piece], without: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != without)


def random_text(chance: random.Random) -> str:
    alphabet = chance.choice(ALPHABETS)
    return "".join(chance.choice(alphabet) for _ in range(chance.randrange(60)))


def article(chance: random.Random, words: int) -> list[str]:
    return [f"woord{int(5_000 * chance.random() ** 2)}" + "." * (place % 12 == 11) for place in range(words)]


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_come_back_to_the_letter(seed: int) -> None:
    chance = dice(seed)
    for _ in range(50):
        old, new = random_text(chance), random_text(chance)
        for one, other in ((old, new), (old, old + new), (new + old, old), (old, old)):
            pieces = word_differences(one, other)
            assert (text_of(pieces, "new"), text_of(pieces, "gone")) == (one, other)


@pytest.mark.parametrize("seed", range(5))
def test_long_texts_come_back_to_the_letter(seed: int) -> None:
    chance = dice(seed)
    words = article(chance, 3_000)
    changed = [chance.choice(words) if chance.random() < seed / 10 else word for word in words[seed:]]
    pieces = word_differences(" ".join(words), " ".join(changed))
    assert text_of(pieces, "new") == " ".join(words)
    assert text_of(pieces, "gone") == " ".join(changed)


@pytest.mark.parametrize("seed", range(5))
def test_no_piece_is_empty_and_no_two_neighbours_are_of_one_kind(seed: int) -> None:
    chance = dice(seed)
    for _ in range(100):
        pieces = word_differences(random_text(chance), random_text(chance))
        assert all(piece.text for piece in pieces)
        assert all(one.kind != other.kind for one, other in itertools.pairwise(pieces))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("", "Water.", "{Water.}"),
        ("Water.", "", "[Water.]"),
        ("Zuid-Limburg werkt.", "Noord-Limburg werkt.", "[Zuid-Limburg]{Noord-Limburg} werkt."),
        ("Het is 95% klaar.", "Het is 97% klaar.", "Het is [95]{97}% klaar."),
        ("Er komen 1.250 huizen.", "Er komen 1.350 huizen.", "Er komen [1.250]{1.350} huizen."),
        ("De provincie.", "De provincie Limburg.", "De provincie{ Limburg}."),
    ],
)
def test_whole_words_are_gone_and_new(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_phrase_of_which_little_stays_is_gone_and_new_as_a_whole() -> None:
    old = "Een grote rode auto rijdt door de lange straat naar huis."
    new = "Een kleine rode fiets rijdt door de lange straat naar huis."
    assert marked(old, new) == "Een [grote rode auto]{kleine rode fiets} rijdt door de lange straat naar huis."


def test_sentence_that_became_another_is_not_shredded() -> None:
    old = "De vraag is hoe partijen een gezamenlijk proces opzetten voor de blauwgroene opgaven."
    new = "Samen zoeken zij een weg naar keuzes over water, groen en de gezondheid van bewoners."
    assert [piece.kind for piece in word_differences(old, new)] == ["gone", "new", "same"]


def test_added_sentence_is_new_from_its_capital_to_its_full_stop() -> None:
    old = "Wij houden water vast. De boer krijgt steun. Einde."
    new = "Wij houden water vast. De gemeente betaalt mee. De boer krijgt steun. Einde."
    assert marked(old, new) == "Wij houden water vast. {De gemeente betaalt mee. }De boer krijgt steun. Einde."


def test_lines_of_a_list_keep_their_places() -> None:
    assert marked("- water\n- wonen\n- werk", "- beken\n- wonen\n- werk") == "- [water]{beken}\n- wonen\n- werk"
    assert marked("- een\n- twee", "- drie\n- vier") == "- [een]{drie}\n- [twee]{vier}"


def test_sixty_thousand_words_are_compared_word_by_word() -> None:
    chance = dice(1)
    words = article(chance, 60_000)
    changed = [word if chance.random() > 0.02 else chance.choice(words) for word in words]
    assert len(word_differences(" ".join(words), " ".join(changed))) > 1_000


def test_long_text_of_which_a_fifth_changed_is_compared_word_by_word() -> None:
    chance = dice(2)
    words = ["partijen", "geven", "water", "de", "ruimte", "en", "houden", "het", "vast"] * 400
    changed = [word if chance.random() > 0.2 else chance.choice(words) for word in words]
    same = [piece.text for piece in word_differences(" ".join(words), " ".join(changed)) if piece.kind == "same"]
    assert len(" ".join(same).split()) > 0.5 * len(words)


def test_sixty_thousand_words_that_have_nothing_in_common_are_no_trap() -> None:
    old, new = " ".join(f"oud{n}" for n in range(60_000)), " ".join(f"nieuw{n}" for n in range(60_000))
    assert [piece.kind for piece in word_differences(old, new)] == ["gone", "new"]


def test_text_that_says_the_same_over_and_over_is_compared_too() -> None:
    line = "Partijen geven water de ruimte. "
    old, new = line * 300, line * 100 + "Partijen geven water geen ruimte. " + line * 199
    assert sum(len(piece.text) for piece in word_differences(old, new) if piece.kind != "same") < 40


def test_changed_or_not_can_be_asked() -> None:
    assert is_changed(word_differences("een", "twee"))
    assert not is_changed(word_differences("een", "een"))


def test_each_side_has_its_own_text() -> None:
    pieces = word_differences("Het is 95% klaar.", "Het is 97% klaar.")
    assert "".join(piece.text for piece in side(pieces, without="new")) == "Het is 95% klaar."
    assert "".join(piece.text for piece in side(pieces, without="gone")) == "Het is 97% klaar."


def test_rows_that_stayed_or_look_alike_are_paired_and_the_others_stand_alone() -> None:
    old = ["Water vasthouden op de helling", "Wonen in de wijk", "Spoor naar Aken"]
    new = ["Een nieuwe haven", "Water vasthouden in het dal", "Spoor naar Aken"]
    assert paired(old, new) == [(None, 0), (0, 1), (1, None), (2, 2)]


@pytest.mark.parametrize("seed", range(20))
def test_every_row_occurs_once_and_in_its_order(seed: int) -> None:
    chance = dice(seed)
    old, new = ([random_text(chance) for _ in range(chance.randrange(9))] for _ in range(2))
    new += old[::2]
    pairs = paired(old, new)
    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))


def test_page_says_in_hidden_words_what_is_new_and_gone() -> None:
    shown = differences(word_differences("Het is 95% klaar.", "Het is 97% klaar."))
    gone, new = '<del><span class="vh">[vervalt:] </span>95</del>', '<ins><span class="vh">[nieuw:] </span>97</ins>'
    assert shown == f"Het is {gone}{new}% klaar."


def test_each_column_marks_its_own_side() -> None:
    pieces = word_differences("Het is 95% klaar.", "Het is 97% klaar.")
    assert "<ins>" not in old_side(pieces)
    assert "<del>" not in new_side(pieces)


def test_texts_of_people_stay_text() -> None:
    assert "<script>" not in differences(word_differences("", "<script>alert(1)</script>"))


def test_the_same_words_in_another_order_are_compared_in_time() -> None:
    began = time.monotonic()
    pieces = word_differences("a b c " * 3_300, "c b a " * 3_300)
    assert time.monotonic() - began < 20
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == "a b c " * 3_300
