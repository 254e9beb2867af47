from django.urls import path

from novex_portal.dashboards.practice.views import letterbox, practice

urlpatterns = [
    path("oefenomgeving/", practice.practice, name="practice"),
    path("oefenomgeving/postvak/", letterbox.practice_mail, name="practice-mail"),
]
