from django.urls import path

from coalition.agreement.consultations import views

_HERE = "gebieden/<slug:slug>/akkoord/versies/<int:number>/consultatie/"

urlpatterns = [
    path(_HERE, views.consultation, name="consultation"),
    path(_HERE + "sluiten/", views.consultation_close, name="consultation-close"),
    path(_HERE + "<uuid:party>/", views.consultation_reply, name="consultation-reply"),
    path(_HERE + "<uuid:party>/link/", views.consultation_link_new, name="consultation-link-new"),
    path("consultatie/<str:token>/", views.consultation_link, name="consultation-link"),
    path(
        "consultatie/<str:token>/bestanden/<str:sha256>/", views.consultation_link_file, name="consultation-link-file"
    ),
]
