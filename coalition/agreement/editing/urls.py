from django.urls import path

from coalition.agreement.editing import views

_HERE = "gebieden/<slug:slug>/akkoord/artikelen/<uuid:pk>/concept/"

urlpatterns = [
    path(_HERE, views.article_keep, name="article-keep"),
    path(_HERE + "weggooien/", views.article_let_go, name="article-let-go"),
]
