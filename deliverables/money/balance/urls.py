from django.urls import path

from deliverables.money.balance import views

urlpatterns = [path("gebieden/<slug:slug>/investeringen/balans/", views.balance_rule, name="balance-rule")]
