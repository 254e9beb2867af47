from django.urls import path

from coalition.conversations.recording.views import conversations, exports

_HERE = "gebieden/<slug:slug>/gesprekken/"

urlpatterns = [
    path(_HERE, conversations.conversation_list, name="conversations"),
    path(_HERE + "nieuw/", conversations.conversation_new, name="conversation-new"),
    path(_HERE + "bestand/<str:kind>/", exports.conversation_export, name="conversation-export"),
    path(_HERE + "<uuid:pk>/", conversations.conversation_detail, name="conversation"),
    path(_HERE + "<uuid:pk>/bewerken/", conversations.conversation_edit, name="conversation-edit"),
    path(_HERE + "<uuid:pk>/geschiedenis/", conversations.conversation_history, name="conversation-history"),
]
