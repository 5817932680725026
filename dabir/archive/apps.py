from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "dabir.archive"
    label = "archive"

    def ready(self) -> None:
        from dabir.archive.related.panel import SuggestionsPanel
        from dabir.archive.search import asking, outbox
        from dabir.newsroom import desk
        from dabir.newsroom.finding import give_finder

        outbox.connect()
        give_finder(asking.find_for_editors)
        desk.add_related_panel(SuggestionsPanel())
