from django.urls import path

from deliverables.reminders import views

urlpatterns = [
    path("herinneringen/", views.reminders, name="reminders"),
    path("herinneringen/<uuid:pk>/opnieuw/", views.reminder_retry, name="reminder-retry"),
]
