"""Pictures of advertisements, as they left our own encoder."""

import secrets
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from dabir.classifieds.pictures import Encoded


def random_name(picture: models.Model, filename: str) -> str:
    """Return where a new file lies; nothing of its sender's name for it is kept."""
    return f"classifieds/{secrets.token_hex(16)}.webp"


class AdvertisementPicture(models.Model):
    """One picture at two sizes. Both files go when the row does."""

    advertisement = models.ForeignKey(
        "classifieds.Advertisement",
        verbose_name="آگهی",
        on_delete=models.CASCADE,
        related_name="pictures",
    )
    file = models.FileField("عکس", upload_to=random_name, max_length=100)
    thumbnail = models.FileField("عکس کوچک", upload_to=random_name, max_length=100)
    width = models.PositiveSmallIntegerField("پهنا")
    height = models.PositiveSmallIntegerField("بلندی")

    class Meta:
        verbose_name = "عکس آگهی"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file.name or ""

    def keep(self, encoded: Encoded) -> None:
        """Store ``encoded`` as this picture's files, and the row."""
        self.width, self.height = encoded.width, encoded.height
        self.file.save("", ContentFile(encoded.full), save=False)
        self.thumbnail.save("", ContentFile(encoded.thumbnail), save=False)
        self.save()


@receiver(post_delete, sender=AdvertisementPicture, dispatch_uid="classifieds.drop_files")
def drop_files(instance: AdvertisementPicture, **kwargs: Any) -> None:
    """Remove the files of a picture once its removal can no longer be undone."""
    for file in (instance.file, instance.thumbnail):
        transaction.on_commit(partial(file.storage.delete, str(file.name)))
