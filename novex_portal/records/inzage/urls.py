from django.urls import path

from novex_portal.records.inzage.views import accounts, persons

_HERE = "gebieden/<slug:slug>/privacy/"

urlpatterns = [
    path(_HERE, persons.persons, name="personal-data"),
    path(_HERE + "register/", persons.register, name="privacy-register"),
    path(_HERE + "personen/<uuid:pk>/", persons.person, name="privacy-person"),
    path(_HERE + "personen/<uuid:pk>/inzage/", persons.archive, name="privacy-archive"),
    path(_HERE + "personen/<uuid:pk>/anonimiseren/", persons.anonymise, name="privacy-anonymise"),
    path(_HERE + "accounts/<uuid:pk>/", accounts.account, name="privacy-account"),
    path(_HERE + "accounts/<uuid:pk>/inzage/", accounts.archive, name="privacy-account-archive"),
    path(_HERE + "accounts/<uuid:pk>/anonimiseren/", accounts.anonymise, name="privacy-account-anonymise"),
    path(_HERE + "rapporten/<uuid:pk>/", persons.report, name="privacy-report"),
]
