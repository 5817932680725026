from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NewsroomConfig(AppConfig):
    name = "dabir.newsroom"
    label = "newsroom"
    verbose_name = "تحریریه"

    def ready(self) -> None:
        from dabir.newsroom import jalali, permissions, staff
        from dabir.newsroom.copydesk import house
        from dabir.newsroom.forms import dates, digits, labels

        jalali.install()
        dates.install()
        digits.install()
        labels.install()
        permissions.install()
        house.listen()
        post_migrate.connect(staff.found_after_migrate, dispatch_uid="newsroom.found")
