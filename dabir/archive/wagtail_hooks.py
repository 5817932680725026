"""The archive's answers to the newsroom's forms."""

from django.urls import URLPattern
from wagtail import hooks

from dabir.archive.related import panel


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return panel.addresses()
