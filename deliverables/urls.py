"""Addresses of checkpoints, reminders, and of what keeps personal data no longer than needed."""

from django.urls import path

from deliverables.checkpoints import views
from deliverables.photos.views import factsheets, photos
from deliverables.reminders import views as reminders
from novex_portal.records.inzage.views import accounts as account_privacy
from novex_portal.records.inzage.views import persons as privacy
from novex_portal.records.retention import views as retention

_PRIVACY = "gebieden/<slug:slug>/privacy/"

urlpatterns = [
    path("gebieden/<slug:slug>/ijkmomenten/", views.checkpoints, name="checkpoints"),
    path("gebieden/<slug:slug>/ijkmomenten/nieuw/", views.checkpoint_new, name="checkpoint-new"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/", views.checkpoint, name="checkpoint"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/bewerken/", views.checkpoint_edit, name="checkpoint-edit"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/verwijderen/", views.checkpoint_remove, name="checkpoint-remove"),
    path("gebieden/<slug:slug>/klaar/<uuid:pk>/", views.requirement_status, name="requirement-status"),
    path("gebieden/<slug:slug>/factsheet/fotos/", photos.photos, name="photos"),
    path("gebieden/<slug:slug>/factsheet/fotos/maken/", photos.photo_take, name="photo-take"),
    path("gebieden/<slug:slug>/factsheet/fotos/verschil/", photos.photo_compare, name="photo-compare"),
    path("gebieden/<slug:slug>/factsheet/fotos/<int:number>/", photos.photo, name="photo"),
    path(_PRIVACY, privacy.persons, name="personal-data"),
    path(_PRIVACY + "register/", privacy.register, name="privacy-register"),
    path(_PRIVACY + "personen/<uuid:pk>/", privacy.person, name="privacy-person"),
    path(_PRIVACY + "personen/<uuid:pk>/inzage/", privacy.archive, name="privacy-archive"),
    path(_PRIVACY + "personen/<uuid:pk>/anonimiseren/", privacy.anonymise, name="privacy-anonymise"),
    path(_PRIVACY + "accounts/<uuid:pk>/", account_privacy.account, name="privacy-account"),
    path(_PRIVACY + "accounts/<uuid:pk>/inzage/", account_privacy.archive, name="privacy-account-archive"),
    path(_PRIVACY + "accounts/<uuid:pk>/anonimiseren/", account_privacy.anonymise, name="privacy-account-anonymise"),
    path(_PRIVACY + "rapporten/<uuid:pk>/", privacy.report, name="privacy-report"),
    path(_PRIVACY + "bewaartermijnen/", retention.retention, name="retention"),
    path(_PRIVACY + "bewaartermijnen/voorstellen/", retention.destruction_propose, name="destruction-propose"),
    path(_PRIVACY + "vernietigen/<uuid:pk>/", retention.destruction, name="destruction"),
    path(_PRIVACY + "vernietigen/<uuid:pk>/uitvoeren/", retention.destruction_carry_out, name="destruction-carry-out"),
    path(_PRIVACY + "vernietigen/<uuid:pk>/intrekken/", retention.destruction_withdraw, name="destruction-withdraw"),
    path("overzicht/factsheets/", factsheets.factsheets, name="factsheets"),
    path("overzicht/factsheets/verschil/", factsheets.factsheets_compare, name="factsheets-compare"),
    path("overzicht/factsheets/fotos/", factsheets.photos_take, name="photos-take"),
    path("ijkmomenten/", views.all_checkpoints, name="all-checkpoints"),
    path("ijkmomenten/nieuw/", views.shared_checkpoint_new, name="checkpoint-new-shared"),
    path("herinneringen/", reminders.reminders, name="reminders"),
    path("herinneringen/<uuid:pk>/opnieuw/", reminders.reminder_retry, name="reminder-retry"),
]
