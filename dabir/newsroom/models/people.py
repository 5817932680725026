"""Who writes."""

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel


class Writer(models.Model):  # type: ignore[django-manager-missing]  # Byline has untyped bases
    """A person whose name stands over stories; a guest needs no record (see Byline)."""

    name = models.CharField("نام", max_length=100, unique=True)
    title = models.CharField("سمت", max_length=120, blank=True)
    about = models.TextField("معرفی", blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="کاربر",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="writer",
    )

    panels = [FieldPanel("name"), FieldPanel("title"), FieldPanel("about"), FieldPanel("user")]

    class Meta:
        verbose_name = "نویسنده"
        verbose_name_plural = "نویسندگان"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
