"""Addresses of readers' comments."""

from django.urls import path

from dabir.comments import views

app_name = "comments"
urlpatterns = [
    path("token/", views.token, name="token"),
    path("<int:code>/", views.write, name="write"),
    path("received/<int:code>/", views.received, name="received"),
]
