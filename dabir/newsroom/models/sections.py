"""Sections as readers see them, desks as the staff know them, topics as stories carry them."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel

from dabir.persian import HALF_SPACE


class Section(models.Model):  # type: ignore[django-manager-missing]  # Story has untyped bases
    """A part of the paper with a front of its own (سرویس)."""

    key = models.CharField(
        "نشانی",
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]*\Z",
                "نشانی را با حروف کوچک لاتین، رقم و خط تیره بنویسید؛ مانند science.",
            )
        ],
        help_text="بخشی از نشانی صفحه، به لاتین؛ مانند science",
    )
    name = models.CharField("نام", max_length=60)
    description = models.CharField("معرفی", max_length=200, blank=True)
    order = models.PositiveSmallIntegerField("ترتیب", default=0)

    panels = [FieldPanel("name"), FieldPanel("key"), FieldPanel("description"), FieldPanel("order")]

    class Meta:
        verbose_name = "سرویس"
        verbose_name_plural = f"سرویس{HALF_SPACE}ها"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/section/{self.key}/"


class Desk(models.Model):  # type: ignore[django-manager-missing]  # Story has untyped bases
    """Who works on a story: a group of editors, not always the section where it appears."""

    name = models.CharField("نام", max_length=60, unique=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="اعضا", blank=True, related_name="desks"
    )

    panels = [FieldPanel("name"), FieldPanel("members")]

    class Meta:
        verbose_name = "میز"
        verbose_name_plural = "میزها"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """A person, a place or a subject that stories are about."""

    class Kind(models.TextChoices):
        PERSON = "person", "شخص"
        PLACE = "place", "جا"
        SUBJECT = "subject", "موضوع"

    kind = models.CharField("گونه", max_length=8, choices=Kind, default=Kind.SUBJECT)
    name = models.CharField("نام", max_length=80)
    description = models.CharField("معرفی", max_length=200, blank=True)

    panels = [FieldPanel("kind"), FieldPanel("name"), FieldPanel("description")]

    class Meta:
        verbose_name = "موضوع"
        verbose_name_plural = f"موضوع{HALF_SPACE}ها"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name"],
                name="topic_once",
                violation_error_message="این موضوع پیش از این ساخته شده است.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/topic/{self.pk}/"
