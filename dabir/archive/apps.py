from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "dabir.archive"
    label = "archive"

    def ready(self) -> None:
        from dabir.archive.related.panel import SuggestionsPanel
        from dabir.archive.search import outbox
        from dabir.newsroom import desk

        outbox.connect()
        desk.add_related_panel(SuggestionsPanel())
