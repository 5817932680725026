"""The shelves that advertisements lie on."""

from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel

from dabir.persian import HALF_SPACE

RESERVED: Final = frozenset({"new", "mine"})
"""Parts of an address under /classifieds/ that are no category."""


def refuse_reserved(key: str) -> None:
    """Raise where ``key`` is the address of one of the reader's own pages."""
    if key in RESERVED:
        raise ValidationError("این نشانی از آنِ یکی از صفحه" + HALF_SPACE + "های خود سامانه است.")


class Category(models.Model):
    """A kind of advertisement with a page of its own."""

    key = models.CharField(
        "نشانی",
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]*\Z",
                "نشانی را با حروف کوچک لاتین، رقم و خط تیره بنویسید؛ مانند vehicles.",
            ),
            refuse_reserved,
        ],
        help_text="بخشی از نشانی صفحه، به لاتین؛ مانند vehicles",
        error_messages={"unique": "دستهٔ دیگری همین نشانی را دارد."},
    )
    name = models.CharField("نام", max_length=60)
    order = models.PositiveSmallIntegerField("ترتیب", default=0)

    panels = [FieldPanel("name"), FieldPanel("key"), FieldPanel("order")]

    class Meta:
        verbose_name = f"دستهٔ نیازمندی{HALF_SPACE}ها"
        verbose_name_plural = f"دسته{HALF_SPACE}های نیازمندی{HALF_SPACE}ها"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/classifieds/{self.key}/"
