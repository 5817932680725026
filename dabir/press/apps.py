from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "dabir.press"
    label = "press"
    verbose_name = "چاپخانه"

    def ready(self) -> None:
        from dabir.newsroom.desk import add_story_column
        from dabir.press import lamp, listen

        listen.connect()
        add_story_column(lamp.LampColumn("lamp", label="چاپ"))
