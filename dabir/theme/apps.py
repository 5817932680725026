from django.apps import AppConfig


class ThemeConfig(AppConfig):
    name = "dabir.theme"
    label = "theme"
