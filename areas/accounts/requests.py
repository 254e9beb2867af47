"""What a view may count on: signing in comes before every page."""

from django.http import HttpRequest

from areas.accounts.models.user import User


class SignedInRequest(HttpRequest):
    """A request behind the login: its user is one of ours, never anonymous. Only for type hints."""

    user: User
