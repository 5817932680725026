"""The paper itself: its name and what it says of itself."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from dabir.persian import HALF_SPACE


@register_setting(icon="cogs")
class Paper(BaseGenericSetting):
    """The masthead and the pages about the paper. There is one paper in a database."""

    name = models.CharField("نام روزنامه", max_length=60, default="روزنامه")
    motto = models.CharField("شعار", max_length=120, blank=True)
    short_name = models.CharField(
        "نام کوتاه",
        max_length=40,
        blank=True,
        help_text="در «به گزارش …»؛ خالی باشد، نام روزنامه به کار می" + HALF_SPACE + "رود.",
    )
    about = models.TextField("دربارهٔ ما", blank=True)
    contact = models.TextField("تماس با ما", blank=True)
    comments_open = models.BooleanField("نظرها باز است", default=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("motto"), FieldPanel("short_name")], "سرلوحه"
        ),
        FieldPanel("about"),
        FieldPanel("contact"),
        FieldPanel("comments_open"),
    ]

    class Meta:
        verbose_name = "روزنامه"

    def __str__(self) -> str:
        return self.name
