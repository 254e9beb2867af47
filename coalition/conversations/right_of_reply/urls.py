from django.urls import path

from coalition.conversations.right_of_reply import views

_HERE = "gebieden/<slug:slug>/gesprekken/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/wederhoor/", views.right_of_reply_new, name="right-of-reply-new"),
    path(_HERE + "wederhoor/<uuid:pk>/intrekken/", views.right_of_reply_revoke, name="right-of-reply-revoke"),
    path(_HERE + "wederhoor/<uuid:pk>/gezien/", views.right_of_reply_seen, name="right-of-reply-seen"),
    path(_HERE + "wederhoor/<uuid:pk>/antwoord/", views.right_of_reply_answer, name="right-of-reply-answer"),
    path(
        _HERE + "wederhoor/<uuid:pk>/antwoord/<uuid:statement>/overnemen/",
        views.proposal_take_over,
        name="proposal-take-over",
    ),
    path(_HERE + "wederhoor/<uuid:pk>/antwoord/<uuid:statement>/laten/", views.proposal_leave, name="proposal-leave"),
    path("wederhoor/<str:token>/", views.right_of_reply, name="right-of-reply"),
]
