from django.urls import path

from coalition.agreement.open_points import views

_HERE = "gebieden/<slug:slug>/akkoord/geen-overeenstemming/"

urlpatterns = [
    path(_HERE, views.open_points, name="open-points"),
    path(_HERE + "nieuw/", views.open_point_new, name="open-point-new"),
    path(_HERE + "<uuid:pk>/", views.open_point_edit, name="open-point-edit"),
    path(_HERE + "<uuid:pk>/standpunt/<uuid:party>/", views.open_point_position, name="open-point-stand"),
]
