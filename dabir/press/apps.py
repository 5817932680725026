from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "dabir.press"
    label = "press"
    verbose_name = "چاپخانه"

    def ready(self) -> None:
        from dabir.newsroom.desk import add_story_column, add_story_panel
        from dabir.press import listen
        from dabir.press.lamp.column import LampColumn
        from dabir.press.lamp.panel import LampPanel

        listen.connect()
        add_story_column(LampColumn("lamp", label="چاپ"))
        add_story_panel(LampPanel)
