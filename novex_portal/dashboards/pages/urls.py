from django.urls import path

from novex_portal.dashboards.pages import views

urlpatterns = [
    path("over/", views.about, name="about"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("cookies/", views.cookies, name="cookies"),
    path("kwetsbaarheid-melden/", views.disclosure, name="disclosure"),
    path("contact/", views.contact, name="contact"),
    path("hulp/", views.help_page, name="help"),
    path("huisstijl.css", views.house_style, name="house-style"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]
