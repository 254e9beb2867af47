from django.urls import path

from coalition.agreement.terms import views

_HERE = "gebieden/<slug:slug>/akkoord/begrippen/"

urlpatterns = [
    path(_HERE, views.terms, name="terms"),
    path(_HERE + "<uuid:pk>/", views.term_edit, name="term-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.term_remove, name="term-remove"),
]
