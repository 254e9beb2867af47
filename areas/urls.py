"""Addresses of the areas app. Dutch and stable; one address per action."""

from areas.accounts.urls import urlpatterns as accounts
from areas.area.urls import urlpatterns as area
from areas.factsheet.urls import urlpatterns as factsheet
from areas.imports.urls import urlpatterns as imports
from areas.mandates.urls import urlpatterns as mandates
from areas.parties.urls import urlpatterns as parties
from areas.people.urls import urlpatterns as people
from areas.printouts.urls import urlpatterns as printouts
from areas.programmes.urls import urlpatterns as programmes

urlpatterns = [
    *accounts,
    *area,
    *factsheet,
    *imports,
    *mandates,
    *parties,
    *people,
    *printouts,
    *programmes,
]
