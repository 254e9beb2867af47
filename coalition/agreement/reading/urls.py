from django.urls import path

from coalition.agreement.reading import views

urlpatterns = [
    path("gebieden/<slug:slug>/akkoord/leeswijze/", views.agreement_reading, name="agreement-reading"),
]
