from django.urls import path

from areas.printouts import views

urlpatterns = [
    path("afdrukken/", views.printouts, name="printouts"),
    path("afdrukken/<uuid:pk>/", views.printout, name="printout"),
    path("afdrukken/<uuid:pk>/stand/", views.printout_status, name="printout-status"),
    path("afdrukken/<uuid:pk>/pdf/", views.printout_pdf, name="printout-pdf"),
    path("afdrukken/<uuid:pk>/opnieuw/", views.printout_retry, name="printout-retry"),
]
