"""Who signs in."""

from typing import Any, ClassVar

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user; the address is kept in lower case so that it is one person's, once."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


@pghistory.track(exclude=["password", "last_login", "session_epoch"])
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. What they may do follows from their memberships alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField("e-mailadres", unique=True, error_messages={"unique": "Dit e-mailadres is al bekend."})
    name = models.CharField("naam of functie", max_length=150, blank=True)
    is_staff = models.BooleanField("technisch beheerder", default=False)
    is_active = models.BooleanField("actief", default=True)
    joined_at = models.DateTimeField("sinds", auto_now_add=True)
    # Set for the fictional people of the practice environment; the only ones one click signs in.
    persona = models.SlugField("persona", max_length=60, blank=True)

    # Part of what every session is checked against: another number ends all sessions at once.
    session_epoch = models.PositiveIntegerField("sessiereeks", default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    kept = Kept(names=("email", "name"), harmless=("password", "persona"))

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once"),
            models.UniqueConstraint(fields=["persona"], condition=~models.Q(persona=""), name="user_persona_once"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Bind sessions to the password, as Django does, and to the epoch."""
        value = f"{self.password}|{self.session_epoch}"
        return salted_hmac("areas.User.session", value, secret=secret, algorithm="sha256").hexdigest()
