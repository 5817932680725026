"""Addresses of the search for readers."""

from django.urls import path

from dabir.archive import views

app_name = "archive"
urlpatterns = [
    path("", views.search, name="search"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
