from django.apps import AppConfig


class ClassifiedsConfig(AppConfig):
    name = "dabir.classifieds"
    label = "classifieds"
