"""Fields of the form of an advertisement: text without anything hidden, numbers as typed."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

from dabir.classifieds.pictures import Encoded, PictureError, encode
from dabir.classifieds.reading import read_phone, read_price
from dabir.persian import HALF_SPACE, clean_line, clean_text, to_persian_digits

_ORDINALS: Final = ("اول", "دوم", "سوم", "چهارم", "پنجم")


class LineField(forms.CharField):
    """One line of a person's text: nothing hidden in it, and not longer than the paper takes."""

    def __init__(self, label: str, longest: int, *, empty: str = "", **kwargs: Any) -> None:
        super().__init__(
            label=label,
            max_length=longest,
            required=bool(empty),
            error_messages={"required": empty},
            **kwargs,
        )
        most = to_persian_digits(longest)
        self.error_messages["max_length"] = f"بیش از {most} نویسه است؛ کوتاه{HALF_SPACE}ترش کنید."

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class TextField(LineField):
    """Paragraphs of a person's text."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return clean_text(forms.CharField.to_python(self, value) or "")


class PhoneField(LineField):
    def clean(self, value: Any) -> str:
        try:
            return read_phone(super().clean(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class PriceField(LineField):
    def clean(self, value: Any) -> int | None:
        try:
            return read_price(super().clean(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class PicturesInput(forms.FileInput):
    allow_multiple_selected = True


class PicturesField(forms.Field):
    """The files that were sent, unread; ``decoded`` reads them."""

    widget = PicturesInput

    def clean(self, value: Any) -> "list[UploadedFile[bytes]]":
        return [file for file in value or [] if isinstance(file, UploadedFile)]


def decoded(files: "Iterable[UploadedFile[bytes]]") -> list[Encoded]:
    """Return ``files`` as pictures; ValidationError with a sentence for each bad one."""
    pictures, errors = [], []
    for ordinal, file in zip(_ORDINALS, files, strict=False):
        try:
            pictures.append(encode(file))
        except PictureError as error:
            errors.append(f"عکس {ordinal} {error}")
    if errors:
        raise forms.ValidationError(errors)
    return pictures
