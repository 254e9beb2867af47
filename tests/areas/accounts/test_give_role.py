"""The command that gives the first roles."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from areas.models import Area, Invitation, Membership
from tests.factories import make_user


def _give(*words: str) -> str:
    out = StringIO()
    call_command("give_role", *words, stdout=out)
    return out.getvalue()


def test_newcomer_gets_a_link_that_is_printed_once(area: Area) -> None:
    answer = _give("eerste@example.org", "gebiedsbeheerder", "--area", "zuid-limburg", "--name", "Beheerder")
    assert "http://127.0.0.1:8000/uitnodiging/" in answer
    assert Invitation.objects.get().invited_by is None


def test_who_has_an_account_has_the_role_at_once(db: None) -> None:
    user = make_user()
    assert "heeft nu de rol regieteam" in _give(user.email, "regieteam")
    assert Membership.objects.get().user == user


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("geen-adres", "auditor"), "geen geldig e-mailadres"),
        (("a@example.org", "deelnemer"), "voor één gebied"),
        (("a@example.org", "auditor", "--area", "zuid-limburg"), "zonder gebied"),
        (("a@example.org", "deelnemer", "--area", "nergens"), "Kies uit: zuid-limburg"),
        (("a@example.org", "deelnemer", "--area", "zuid-limburg", "--organisation", "Niemand"), "Niemand"),
    ],
)
def test_mistake_is_named(area: Area, words: tuple[str, ...], problem: str) -> None:
    with pytest.raises(CommandError, match=problem):
        _give(*words)
