from django.urls import path

from deliverables.arrangement.overview import views

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "arrangement/", views.arrangement, name="arrangement"),
    path(_HERE + "arrangement.xlsx", views.arrangement_xlsx, name="arrangement-xlsx"),
    path(_HERE + "arrangement/lijst/", views.arrangement_letter, name="arrangement-letter"),
    path(_HERE + "arrangement/afdrukken/", views.arrangement_print, name="arrangement-print"),
    path(_HERE + "arrangement/<uuid:pk>/", views.agreement, name="arrangement-agreement"),
    path(_HERE + "arrangement/<uuid:pk>/geschiedenis/", views.agreement_history, name="arrangement-agreement-history"),
]
