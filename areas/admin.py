"""The technical administration: accounts and the list of areas. No content of any area is in it."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from areas.accounts.models.membership import Membership
from areas.accounts.models.user import User
from areas.area.models import Area, Province
from areas.parties.models import Organisation


class Administration(admin.AdminSite):
    """A site of our own: packages register what they like on Django's, and this one shows none of it."""

    site_header = site_title = "Technisch beheer"
    index_title = "Accounts en gebieden"
    site_url = "/"

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send to the portal's own sign-in: Django's page knows no second factor and no rate limit."""
        answer: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return answer


administration = Administration(name="admin")


class ReadOnly(admin.ModelAdmin):
    """Shows rows and changes none: the portal itself has the actions, with their rules."""

    def has_add_permission(self, request: HttpRequest, *args: object) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, *args: object) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, *args: object) -> bool:
        return False


@admin.register(User, site=administration)
class UserAdmin(admin.ModelAdmin):
    """An account can be closed here; its roles and password cannot be changed."""

    list_display = ["email", "name", "is_active", "is_staff", "joined_at"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "name"]
    fields = ["email", "name", "is_active", "is_staff", "joined_at", "last_login"]
    readonly_fields = ["email", "joined_at", "last_login"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, *args: object) -> bool:
        return False


@admin.register(Membership, site=administration)
class MembershipAdmin(ReadOnly):
    list_display = ["user", "role", "area", "organisation", "valid_from", "valid_until"]
    list_filter = ["role", "area"]
    list_select_related = ["user", "area", "organisation"]


@admin.register(Area, site=administration)
class AreaAdmin(admin.ModelAdmin):
    list_display = ["number", "name", "slug"]


@admin.register(Province, Organisation, site=administration)
class NameAdmin(admin.ModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
