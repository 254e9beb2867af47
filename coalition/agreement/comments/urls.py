from django.urls import path

from coalition.agreement.comments import views

_HERE = "gebieden/<slug:slug>/akkoord/artikelen/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/opmerkingen/", views.comment_new, name="comment-new"),
    path(_HERE + "opmerkingen/<uuid:pk>/", views.comment_resolve, name="comment-resolve"),
]
