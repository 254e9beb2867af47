"""Which passwords are too easy, and how the others are kept."""

import re

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError


class Argon2idHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB of memory, two passes and one lane: the first setting OWASP recommends."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


# What somebody guesses first at a Dutch government portal. A password that is nothing but such
# words, digits and signs is refused; a longer sentence with one of them in it is fine.
GUESSABLE_WORDS = frozenset(
    """
    aanmelden administrator admin beheer beheerder geheim inlog inloggen login sleutel toegang wachtwoord wachtwoorden
    pass password welkom welkomterug hallo goedemorgen goedendag test testen oefen oefening proef demo gast user
    gebruiker account beveiliging veilig vergeten tijdelijk nieuw begin start
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente voorjaar zomer herfst najaar winter
    vakantie kerst pasen sinterklaas koningsdag
    novex novi coalitie coalitieportaal coalitieakkoord akkoord portaal gebied gebieden ambitie ijkmoment opgave
    ontwikkelperspectief uitvoeringsagenda arrangement regie regieteam planningsgroep gesprek gespreksvoerder bestuurder
    bestuur wethouder gedeputeerde burgemeester dijkgraaf minister ministerie rijk rijksoverheid overheid provincie
    gemeente waterschap rijkswaterstaat omgevingsvisie ruimte ruimtelijk samenwerken samenwerking samen
    nederland holland limburg brabant zeeland gelderland utrecht overijssel drenthe groningen friesland fryslan flevoland
    noordholland zuidholland noordbrabant zuidlimburg depeel heuvelland maastricht heerlen sittard geleen amsterdam
    rotterdam denhaag schiphol zwolle assen arnhem nijmegen amersfoort lelylijn randstad groenehart
    qwerty qwertyuiop azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm abc abcd abcdef abcdefgh
    ajax feyenoord psv oranje voetbal ikhouvanjou schatje lieverd
    de het een en in op van voor is ik mijn ons onze uw
    """.split()  # noqa: SIM905
)
_LONGEST = max(map(len, GUESSABLE_WORDS))
_LOOKALIKES = str.maketrans("013457@$!", "oleastasi")


class LengthValidator(MinimumLengthValidator):
    """Django's rule in our words."""

    def get_error_message(self) -> str:
        return f"Kies een wachtwoord van minstens {self.min_length} tekens."


class SimilarityValidator(UserAttributeSimilarityValidator):
    """Django's rule in our words."""

    def get_error_message(self) -> str:
        return "Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies iets anders."


class CommonValidator(CommonPasswordValidator):
    """Django's list of twenty thousand common passwords, in our words."""

    def get_error_message(self) -> str:
        return "Dit wachtwoord staat op de lijst van veelgebruikte wachtwoorden. Kies iets anders."


class GuessableWordsValidator:
    """Refuses a password that is made of well-known words, digits and signs alone."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError when the password is guessable."""
        if is_guessable(password):
            raise ValidationError(
                "Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld drie woorden die niets met elkaar "
                "of met uw werk te maken hebben.",
                code="password_guessable",
            )

    def get_help_text(self) -> str:
        return "Gebruik niet alleen bekende woorden met cijfers, zoals “Welkom2026!” of “gemeente-wachtwoord”."


def is_guessable(password: str) -> bool:
    """Tell whether nothing is left once well-known words, digits, signs and repeats are taken out.

    Digits that stand in for letters (w3lkom) count as those letters.
    """
    lowered = password.lower()
    plain = re.sub(r"[^a-zà-ÿ]", "", lowered)
    swapped = re.sub(r"[^a-zà-ÿ]", "", lowered.translate(_LOOKALIKES))
    return _only_words(plain) or _only_words(swapped) or _repeats(lowered)


def _only_words(letters: str) -> bool:
    """Tell whether the letters can be cut into well-known words from beginning to end."""
    reachable = {0}
    for end in range(1, len(letters) + 1):
        if any(
            start in reachable and letters[start:end] in GUESSABLE_WORDS
            for start in range(max(0, end - _LONGEST), end)
        ):
            reachable.add(end)
    return len(letters) in reachable


def _repeats(text: str) -> bool:
    """Tell whether the text is one short piece three times or more, with at most three signs behind it."""
    wholes = [text[: len(text) - rest] for rest in range(4)]
    return any(
        len(whole) >= 3 * size and whole == whole[:size] * (len(whole) // size)
        for size in range(1, 5)
        for whole in wholes
    )
