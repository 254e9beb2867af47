from django.urls import path

from coalition.agreement.positions import views

_HERE = "gebieden/<slug:slug>/akkoord/"

urlpatterns = [
    path(_HERE + "artikelen/<uuid:pk>/standpunt/<uuid:party>/", views.article_position, name="article-position"),
    path(_HERE + "standpunten/<uuid:party>/", views.positions_in_bulk, name="positions-in-bulk"),
]
