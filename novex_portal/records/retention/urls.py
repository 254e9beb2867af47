from django.urls import path

from novex_portal.records.retention import views

_HERE = "gebieden/<slug:slug>/privacy/"

urlpatterns = [
    path(_HERE + "bewaartermijnen/", views.retention, name="retention"),
    path(_HERE + "bewaartermijnen/voorstellen/", views.destruction_propose, name="destruction-propose"),
    path(_HERE + "vernietigen/<uuid:pk>/", views.destruction, name="destruction"),
    path(_HERE + "vernietigen/<uuid:pk>/uitvoeren/", views.destruction_carry_out, name="destruction-carry-out"),
    path(_HERE + "vernietigen/<uuid:pk>/intrekken/", views.destruction_withdraw, name="destruction-withdraw"),
]
