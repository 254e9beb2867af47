from django.urls import path

from novex_portal.dashboards.overview import views
from novex_portal.dashboards.pages import views as pages
from novex_portal.dashboards.parties import views as parties
from novex_portal.dashboards.party import views as party
from novex_portal.dashboards.practice import letterbox
from novex_portal.dashboards.practice import views as practice
from novex_portal.dashboards.weekstart import views as weekstart
from novex_portal.records.handover import views as handover

urlpatterns = [
    path("", views.home, name="home"),
    path("overzicht/", views.overview, name="overview"),
    path("overzicht/overzicht.csv", views.overview_export, name="overview-export"),
    path("gebieden/<slug:slug>/", views.area, name="area"),
    path("gebieden/<slug:slug>/partijen/", parties.parties, name="parties"),
    path("gebieden/<slug:slug>/partijen/bestand/<str:kind>/", parties.party_export, name="party-export"),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/", party.party, name="party"),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/geschiedenis/", party.party_history, name="party-history"),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/weg/", party.party_leave, name="party-leave"),
    path("gebieden/<slug:slug>/rollen/", handover.roles, name="roles"),
    path("gebieden/<slug:slug>/rollen/<uuid:pk>/overdracht/", handover.handover, name="handover"),
    path("gebieden/<slug:slug>/rollen/<uuid:pk>/overdracht/pdf/", handover.handover_print, name="handover-print"),
    path("gebieden/<slug:slug>/planningsgroep/weekstart/", weekstart.weekstart, name="weekstart"),
    path("oefenomgeving/", practice.practice, name="practice"),
    path("oefenomgeving/postvak/", letterbox.practice_mail, name="practice-mail"),
    path("over/", pages.about, name="about"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("cookies/", pages.cookies, name="cookies"),
    path("kwetsbaarheid-melden/", pages.disclosure, name="disclosure"),
    path("contact/", pages.contact, name="contact"),
    path("hulp/", pages.help_page, name="help"),
    path("huisstijl.css", pages.house_style, name="house-style"),
    path(".well-known/security.txt", pages.security_txt, name="security-txt"),
]
