"""Addresses that need the newsroom's process; every other address is a printed file."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from dabir.newsroom.copydesk import views

urlpatterns = [
    path("-/", include("dabir.press.vitals")),
    path("classifieds/", include("dabir.classifieds.urls")),
    path("comments/", include("dabir.comments.urls")),
    path("search/", include("dabir.archive.urls")),
    path("newsroom/copydesk/read/", views.read, name="copydesk_read"),
    path("newsroom/copydesk/proof/", views.proof, name="copydesk_proof"),
    path("newsroom/documents/", include(wagtaildocs_urls)),
    path("newsroom/", include(wagtailadmin_urls)),
]

handler404 = "dabir.theme.views.not_found"
handler500 = "dabir.theme.views.server_error"
