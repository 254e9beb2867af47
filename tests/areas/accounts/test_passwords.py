"""Which passwords are too easy to guess, and how passwords are kept."""

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from areas.accounts.passwords import is_guessable
from areas.models import User


@pytest.mark.parametrize(
    "password",
    [
        "Welkom2026!!", "wachtwoord123", "novex-limburg-2026", "W3lk0m-b1j-N0v3x".replace("-b1j", ""), "gemeente_heerlen_01",
        "zomer2026zomer", "abcabcabcabc", "aaaaaaaaaaaa", "qwertyuiop12", "IkHouVanJou14!", "012345678901",
    ],
)  # fmt: skip
def test_well_known_words_and_repeats_are_guessable(password: str) -> None:
    assert is_guessable(password)


@pytest.mark.parametrize("password", ["dakgoot-pinda-7-zeilboot", "welkom in de wolkenfabriek", "k7!Qz0_vR2pLx9"])
def test_words_that_have_nothing_to_do_with_each_other_are_not(password: str) -> None:
    assert not is_guessable(password)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("elf-tekens!", "minstens 12 tekens"),
        ("1qaz2wsx3edc4rfv", "veelgebruikte wachtwoorden"),
        ("lieke.waterman", "lijkt te veel op uw naam of e-mailadres"),
        ("welkom-novex-26", "te makkelijk te raden"),
    ],
)
def test_easy_password_is_refused_in_our_words(password: str, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        validate_password(password, User(email="lieke.waterman@example.org"))


def test_passwords_are_kept_with_argon2id(passwords_at_full_cost: None) -> None:
    kept = make_password("dakgoot-pinda-7-zeilboot")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("dakgoot-pinda-7-zeilboot", kept)
