"""Packages of contested articles, and the weights of one's own party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import limits_of_all, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import agreement_for, existing_agreement_for
from coalition.agreement.packages.access import weighing_parties
from coalition.agreement.packages.actions import weigh_articles
from coalition.agreement.packages.forms import WeightForm
from coalition.agreement.packages.queries import contested_lines, package_page, weights_of
from coalition.agreement.packages.rules import EXPLAINED
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@never_cache
@require_safe
def packages(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """For who drafts what the weights come to together, for a party that signs what a package gives it."""
    _, agreement = agreement_for(request.user, slug)
    if agreement is None:
        return go_to(request, "agreement", slug)
    plans = may(request.user, agreement.area, Permission.EDIT_AGREEMENT)
    own = weighing_parties(request.user, agreement)
    if not plans and not own:
        raise PermissionDenied("Pakketten zijn voor de planningsgroep en voor partijen die tekenen.")
    context = {
        "area": agreement.area,
        "page": package_page(agreement, own[0] if own else None, limits_of_all(), plans=plans),
        "limits": limits_of_all(),
        "own": own,
        "plans": plans,
        "explained": EXPLAINED,
    }
    return render(request, "coalition/agreement/packages/packages.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def weigh(request: SignedInRequest, slug: str, party: UUID) -> HttpResponseBase:
    """Weigh the contested articles for one's own party; nobody else reads or writes these."""
    agreement = existing_agreement_for(request.user, slug)
    own = next((row for row in weighing_parties(request.user, agreement) if row.pk == party), None)
    if own is None:
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie wegen, als zij tekent.")
    given = weights_of(agreement).get(own.pk, {})
    form = WeightForm(posted(request), lines=contested_lines(agreement), given=given)
    if form.is_valid():
        with form.refusals():
            weigh_articles(agreement=agreement, organisation=own, actor=request.user, weights=form.weights())
            return go_to(request, "packages", slug, note="Uw gewichten zijn bewaard. Alleen uw organisatie ziet ze.")
    context = {"area": agreement.area, "organisation": own, "explained": EXPLAINED}
    return answer_form(request, "coalition/agreement/packages/package_weights.html", form, context)
