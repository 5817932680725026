from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "dabir.archive"
    label = "archive"
