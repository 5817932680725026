from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "dabir.archive"
    label = "archive"

    def ready(self) -> None:
        from dabir.archive.search import outbox

        outbox.connect()
