"""The blocks that a story's body is made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import escape
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dabir.persian import HALF_SPACE

TEXT_FEATURES = ["bold", "italic", "link", "superscript", "subscript", "ul", "ol"]


class PictureBlock(blocks.StructBlock):
    """One picture with the words under it."""

    picture = ImageChooserBlock(label="عکس")
    caption = blocks.CharBlock(label="شرح عکس", required=False, max_length=300)
    alt = blocks.CharBlock(
        label="متن جایگزین",
        required=False,
        max_length=300,
        help_text=f"آنچه در عکس دیده می{HALF_SPACE}شود؛ "
        f"خالی باشد، متن خود عکس به کار می{HALF_SPACE}رود.",
    )

    class Meta:
        icon = "image"
        label = "عکس"

    def render_basic(self, value: Any, context: Any = None) -> str:
        """Return the picture in words, as a comparison of versions tells a gallery."""
        words = (value["caption"], value["alt"] or value["picture"].title)
        return "، ".join(escape(each) for each in words if each)


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, set apart."""

    text = blocks.TextBlock(label="نقل", rows=3)
    speaker = blocks.CharBlock(label="گوینده", required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = f"نقل{HALF_SPACE}قول"


class TableBlock(blocks.StructBlock):
    """Rows and columns with a caption; cells are plain text."""

    caption = blocks.CharBlock(label="عنوان جدول", required=False, max_length=200)
    table = TypedTableBlock([("text", blocks.CharBlock(label="متن", required=False))], label="جدول")

    class Meta:
        icon = "table"
        label = "جدول"


class VideoBlock(blocks.StructBlock):
    """A video of our own, or the address of one elsewhere; never another host's script."""

    file = DocumentChooserBlock(label="فایل", required=False, help_text="webm یا mp4")
    address = blocks.CharBlock(
        label="نشانی",
        required=False,
        max_length=400,
        help_text="نشانی ویدیو، اگر فایلی ندارید",
    )
    caption = blocks.CharBlock(label="شرح", required=False, max_length=300)

    class Meta:
        icon = "media"
        label = "ویدیو"

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        address = found.get("address") or ""
        if not found.get("file") and not address:
            raise ValidationError("فایل ویدیو یا نشانی آن لازم است.")
        if address and not address.startswith(("https://", "http://", "/media/")):
            raise ValidationError("نشانی ویدیو باید با https یا http آغاز شود.")
        return found


class BodyBlock(blocks.StreamBlock):
    """A story's body."""

    paragraph = blocks.RichTextBlock(label="متن", icon="pilcrow", features=TEXT_FEATURES)
    cross_head = blocks.CharBlock(label=f"میان{HALF_SPACE}تیتر", icon="title", max_length=160)
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = blocks.ListBlock(
        PictureBlock(), label="گالری عکس", icon="image", min_num=2, max_num=60
    )
    video = VideoBlock()
    table = TableBlock()
    related = SnippetChooserBlock("newsroom.Story", label="خبر مرتبط", icon="link")

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}
