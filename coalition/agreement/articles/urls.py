from django.urls import path

from coalition.agreement.articles import views

_HERE = "gebieden/<slug:slug>/akkoord/artikelen/"

urlpatterns = [
    path(_HERE + "nieuw/", views.article_new, name="article-new"),
    path(_HERE + "verwijderd/", views.articles_removed, name="articles-removed"),
    path(_HERE + "<uuid:pk>/", views.article, name="article"),
    path(_HERE + "<uuid:pk>/bewerken/", views.article_edit, name="article-edit"),
    path(_HERE + "<uuid:pk>/verplaatsen/", views.article_move, name="article-move"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.article_remove, name="article-remove"),
    path(_HERE + "<uuid:pk>/terugzetten/", views.article_restore, name="article-restore"),
    path(_HERE + "<uuid:pk>/geschiedenis/", views.article_history, name="article-history"),
]
