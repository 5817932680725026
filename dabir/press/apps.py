from importlib.util import find_spec

from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "dabir.press"
    label = "press"
    verbose_name = "چاپخانه"

    def ready(self) -> None:
        needed = ("comments.shown", "comments.signals", "classifieds.signals", "classifieds.shown")
        if not all(find_spec(f"dabir.{name}") for name in needed):
            return
        from dabir.press import listen

        listen.connect()
