from django.urls import path

from coalition.agreement.amendments import views

_HERE = "gebieden/<slug:slug>/akkoord/"

urlpatterns = [
    path(_HERE + "artikelen/<uuid:pk>/wijziging/", views.amendment_new, name="amendment-new"),
    path(_HERE + "wijzigingen/", views.amendments, name="amendments"),
    path(_HERE + "wijzigingen/nieuw/", views.amendment_propose, name="amendment-propose"),
    path(_HERE + "wijzigingen/<uuid:pk>/", views.amendment, name="amendment"),
    path(_HERE + "wijzigingen/<uuid:pk>/behandelen/", views.amendment_handle, name="amendment-handle"),
    path(_HERE + "wijzigingen/<uuid:pk>/antwoord/", views.amendment_answer, name="amendment-answer"),
    path(_HERE + "wijzigingen/<uuid:pk>/intrekken/", views.amendment_withdraw, name="amendment-withdraw"),
    path(_HERE + "wijzigingen/<uuid:pk>/overnemen/", views.amendment_take_over, name="amendment-take-over"),
]
