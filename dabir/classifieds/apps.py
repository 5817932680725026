from django.apps import AppConfig

from dabir.persian import HALF_SPACE


class ClassifiedsConfig(AppConfig):
    name = "dabir.classifieds"
    label = "classifieds"
    verbose_name = f"نیازمندی{HALF_SPACE}ها"
