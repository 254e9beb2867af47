from django.urls import path

from coalition.planning_group.seats import views

_HERE = "gebieden/<slug:slug>/planningsgroep/"

urlpatterns = [
    path(_HERE, views.planning_group_page, name="planning-group"),
    path(_HERE + "plekken/nieuw/", views.seat_new, name="seat-new"),
    path(_HERE + "plekken/<uuid:pk>/", views.seat_edit, name="seat-edit"),
    path(_HERE + "plekken/<uuid:pk>/beeindigen/", views.seat_end, name="seat-end"),
]
