"""The form of a comment beside an article."""

from typing import Any

from django import forms

from areas.enums import Permission
from areas.models import Area, User
from coalition.agreement.comments.actions import MAX_COMMENT
from coalition.conversations.readers.queries import members_of
from novex_portal.toolkit.forms.base import OnceForm


class CommentForm(OnceForm):
    """What one says, and to whom."""

    text = forms.CharField(
        label="Opmerking", max_length=MAX_COMMENT, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alle leden van het gebied lezen dit. Het komt niet in het document.",
        error_messages={"required": "Schrijf uw opmerking op.", "max_length": "De opmerking is langer dan 4.000 tekens. Maak haar korter."},
    )  # fmt: skip
    addressed_to = forms.ModelChoiceField(
        User.objects.none(), label="Aan wie?", required=False, empty_label="Aan iedereen",
        help_text="Wie u kiest, krijgt bericht per mail.",
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = members_of(area)
        able = members.who_may(Permission.VIEW_AGREEMENT) - {author.pk}
        people = sorted((members.users[pk] for pk in able), key=lambda user: str(user).lower())
        field: Any = self.fields["addressed_to"]
        field.queryset = User.objects.filter(pk__in=able)  # asked when one was chosen, not to show them
        field.choices = [("", field.empty_label), *((user.pk, str(user)) for user in people)]
