from django.urls import path

from deliverables.money.process_money import views

_HERE = "gebieden/<slug:slug>/investeringen/procesmiddelen/"

urlpatterns = [
    path(_HERE, views.process_money, name="process-money"),
    path(_HERE + "nieuw/", views.process_money_new, name="process-money-new"),
    path(_HERE + "<uuid:pk>/", views.process_money_edit, name="process-money-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.process_money_remove, name="process-money-remove"),
]
