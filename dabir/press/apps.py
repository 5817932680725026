from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "dabir.press"
    label = "press"
