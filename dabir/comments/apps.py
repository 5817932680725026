from django.apps import AppConfig
from django.db.models.signals import post_save


class CommentsConfig(AppConfig):
    name = "dabir.comments"
    label = "comments"
    verbose_name = "نظرها"

    def ready(self) -> None:
        from dabir.comments.arriving import take_told
        from dabir.comments.models import keep_counters
        from dabir.newsroom.models import Story
        from dabir.newsroom.signals import comments_told

        comments_told.connect(take_told, dispatch_uid="comments.take_told")
        post_save.connect(keep_counters, sender=Story, dispatch_uid="comments.keep_counters")
