"""Pictures and their renditions."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from dabir.persian import HALF_SPACE


class Picture(AbstractImage):
    """A picture with what a paper must know of it."""

    class Rights(models.TextChoices):
        OWN = "own", "از آنِ روزنامه"
        AGENCY = "agency", "خبرگزاری"
        FREE = "free", "آزاد"
        HANDOUT = "handout", "ارسالی"
        UNKNOWN = "", "نامعلوم"

    alt = models.CharField(
        "متن جایگزین", max_length=300, blank=True, help_text=f"آنچه در عکس دیده می{HALF_SPACE}شود"
    )
    credit = models.CharField("عکاس", max_length=120, blank=True)
    rights = models.CharField("حق نشر", max_length=10, choices=Rights, blank=True, default="")

    admin_form_fields = (*Image.admin_form_fields, "alt", "credit", "rights")

    class Meta(AbstractImage.Meta):
        verbose_name = "عکس"
        verbose_name_plural = f"عکس{HALF_SPACE}ها"

    @property
    def default_alt_text(self) -> str:
        """The words for a reader who does not see the picture; never a file's name."""
        return self.alt or self.description


class PictureRendition(AbstractRendition):
    """A picture at one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
