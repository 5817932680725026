"""Addresses of the classifieds that need the newsroom's process; the others are printed files."""

from django.urls import path

from dabir.classifieds import views

app_name = "classifieds"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("mine/<str:token>/", views.mine, name="mine"),
    path("mine/<str:token>/edit/", views.edit, name="edit"),
    path("mine/<str:token>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/phone/", views.phone, name="phone"),
]
