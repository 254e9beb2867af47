from django.urls import path

from coalition.agreement.confirming import views

urlpatterns = [
    path("gebieden/<slug:slug>/akkoord/bevestigen/<uuid:party>/", views.to_confirm, name="to-confirm"),
]
