from django.urls import path

from coalition.conversations.drafts import views

_HERE = "gebieden/<slug:slug>/gesprekken/"

urlpatterns = [
    path(_HERE + "lezers/", views.conversation_readers, name="conversation-readers"),
    path(_HERE + "organisaties/", views.organisation_search, name="organisation-search"),
    path(_HERE + "concept/", views.draft_save, name="draft-save"),
    path(_HERE + "concept/<uuid:pk>/weggooien/", views.draft_discard, name="draft-discard"),
    path("sessie/", views.session_state, name="session-state"),
]
