from django.urls import path

from deliverables.money.investments.views import investments, measure

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "investeringen/", investments.investments, name="investments"),
    path(_HERE + "investeringen.xlsx", investments.investments_xlsx, name="investments-xlsx"),
    path(_HERE + "investeringen/afdrukken/", investments.investments_print, name="investments-print"),
    path(_HERE + "investeringen/maatregelen/<uuid:pk>/", measure.measure_money, name="measure-money"),
]
