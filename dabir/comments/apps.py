from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "dabir.comments"
    label = "comments"
