from django.urls import path

from coalition.agreement.packages import views

_HERE = "gebieden/<slug:slug>/akkoord/pakket/"

urlpatterns = [
    path(_HERE, views.packages, name="packages"),
    path(_HERE + "<uuid:party>/", views.weigh, name="package-weights"),
]
