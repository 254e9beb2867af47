from django.urls import path

from deliverables.money.price_levels import views

_HERE = "gebieden/<slug:slug>/investeringen/prijsindexen/"

urlpatterns = [
    path(_HERE, views.price_series, name="price-series"),
    path(_HERE + "nieuw/", views.price_series_new, name="price-series-new"),
    path(_HERE + "<uuid:pk>/", views.price_series_edit, name="price-series-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.price_series_remove, name="price-series-remove"),
]
