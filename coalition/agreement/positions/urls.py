from django.urls import path

from coalition.agreement.positions import views

_HERE = "gebieden/<slug:slug>/akkoord/"

urlpatterns = [
    path(_HERE + "artikelen/<uuid:pk>/standpunt/<uuid:party>/", views.article_position, name="article-position"),
]
