"""The public page on which anybody can check whether a PDF is the akkoord that was frozen."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coalition.agreement.versions.forms import VerifyForm
from coalition.agreement.versions.queries.proof import check_file
from novex_portal.toolkit.forms.base import answer_form


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify_agreement(request: HttpRequest) -> HttpResponse:
    """Say whether a PDF is a frozen text; tells no more than the file itself already says."""
    form = VerifyForm(request.POST, request.FILES) if request.method == "POST" else VerifyForm()
    found = None
    if form.is_valid():
        with form.refusals("file"):
            found = check_file(form.cleaned_data["file"].read())
    return answer_form(request, "coalition/agreement/versions/verify_agreement.html", form, {"found": found})
