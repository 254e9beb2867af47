"""The rule of the balance: in words for everybody, and to change for who writes the investment agenda."""

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.balance.actions import set_balance_rule
from deliverables.money.balance.forms import BalanceForm
from deliverables.money.balance.queries import as_rule, own_rule_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_http_methods(["GET", "HEAD", "POST"])
def balance_rule(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_INVESTMENTS)
    own = own_rule_of(area)
    form = BalanceForm(posted(request), own=own)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            set_balance_rule(area=area, actor=request.user, version=version, rule=form.rule())
            return go_to(request, "investments", slug, note="De regel voor de balans is gewijzigd.")
    theirs = None
    if form.conflict:
        own = form.on_top_of(own_rule_of(area))
        theirs = {"title": "De regel zoals die nu is", "text": "\n".join(as_rule(own).sentences)}
    return answer_form(request, "deliverables/money/balance/rule_form.html", form, {"area": area, "theirs": theirs})
