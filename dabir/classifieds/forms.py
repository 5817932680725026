"""The form of an advertisement: what its sender typed, read with patience.

Whatever arrives, the answer is the same form with every word still in it and a sentence
beside each thing that is to be put right.
"""

import time
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils import timezone

from dabir.classifieds.fields import (
    LineField,
    PhoneField,
    PicturesField,
    PriceField,
    TextField,
    decoded,
)
from dabir.classifieds.models import Advertisement, Category, Copy
from dabir.classifieds.models.advertisement import A_DAY, EDITS_A_DAY
from dabir.classifieds.pictures import HEAVIEST, MOST_PICTURES, TOO_MANY, Encoded
from dabir.classifieds.reading import PHONE_HELP, PRICE_HELP
from dabir.persian import HALF_SPACE, to_persian_digits
from dabir.persian.digits import group_thousands

SHORTEST: Final = 3
"""Seconds that a person needs at least, and a machine does not wait."""
LONGEST: Final = 24 * 60 * 60
_SALT: Final = "dabir.classifieds.forms"

PICTURES_HELP: Final = (
    f"تا {to_persian_digits(MOST_PICTURES)} عکس JPEG، PNG یا WebP،"
    f" هر یک تا {to_persian_digits(HEAVIEST // 1024 // 1024)} مگابایت."
)
ENOUGH_TODAY: Final = (
    f"امروز از این نشانی {to_persian_digits(A_DAY)} آگهی فرستاده شده است؛ فردا دوباره بفرستید."
)
ENOUGH_EDITS: Final = "این آگهی امروز چندین بار ویرایش شده است؛ فردا دوباره ویرایش کنید."
NO_PICTURE: Final = "این عکس دیگر نیست؛ صفحه را دوباره باز کنید."
AGAIN: Final = (
    f"فرستادن کامل نشد، ولی نوشته{HALF_SPACE}هایتان سر جای خود است."
    f" چند لحظه درنگ کنید و دکمهٔ فرستادن را دوباره بزنید."
)


def start_token() -> str:
    """Return a signed word for this moment, for a form to carry."""
    return signing.dumps(time.time(), salt=_SALT)


def seconds_since(token: str) -> float | None:
    """Return how long ago ``token`` was made; None if it was not made here, or too long ago."""
    try:
        started: float = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    seconds = time.time() - started
    return seconds if seconds <= LONGEST else None


class AdvertisementForm(forms.Form):
    """What is said of every advertisement, new or edited."""

    category = forms.ModelChoiceField(
        Category.objects.all(),
        label="دسته",
        to_field_name="key",
        empty_label="برگزینید…",
        error_messages={
            "required": "دستهٔ آگهی را برگزینید.",
            "invalid_choice": f"چنین دسته{HALF_SPACE}ای نیست؛ یکی از فهرست برگزینید.",
        },
    )
    title = LineField("عنوان", 90, empty="عنوان آگهی را بنویسید.")
    city = LineField("شهر", 60, empty="نام شهر را بنویسید.")
    text = TextField("متن آگهی", 2000, empty="متن آگهی را بنویسید.")
    price = PriceField("قیمت به تومان", 40, help_text=PRICE_HELP)
    phone = PhoneField("تلفن", 40, empty="شمارهٔ تلفن را بنویسید.", help_text=PHONE_HELP)
    pictures = PicturesField(
        label=f"عکس{HALF_SPACE}ها",
        required=False,
        help_text=PICTURES_HELP,
    )

    flooded = False
    """Whether the sender has done this often enough for today."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decoded: list[Encoded] = []
        self.fields["text"].widget.attrs["rows"] = 8
        self.fields["price"].widget.attrs["inputmode"] = "numeric"
        self.fields["phone"].widget.attrs.update(inputmode="tel", autocomplete="tel", dir="ltr")
        self.fields["pictures"].widget.attrs.update(
            {"accept": "image/jpeg,image/png,image/webp", "data-most": MOST_PICTURES}
        )
        for field in self.fields.values():
            field.widget.attrs["class"] = "form__field"

    @property
    def copy(self) -> Copy:
        """What was typed, read and clean; of a valid form alone."""
        return Copy(**{name: self.cleaned_data[name] for name in Copy.__slots__})

    @property
    def lost_pictures(self) -> bool:
        """Whether files came with a form that is shown again: no page can fill them in."""
        return self.is_bound and bool(self.errors) and bool(self.files)

    def clean(self) -> None:
        """Read the pictures, last and only if all else is well: it costs the most."""
        files = self.cleaned_data.get("pictures", [])
        if len(files) > self.room():
            self.add_error("pictures", TOO_MANY)
        if self.errors:
            return
        try:
            self.decoded = decoded(files)
        except forms.ValidationError as error:
            self.add_error("pictures", error)

    def room(self) -> int:
        """Return how many pictures may be added."""
        return MOST_PICTURES

    def stop_flood(self, why: str) -> None:
        self.flooded = True
        self.add_error(None, why)


class NewAdvertisementForm(AdvertisementForm):
    """A first advertisement, from anybody: with a trap, a clock and a daily measure."""

    website = forms.CharField(required=False)
    """The trap: hidden from people, and filled by machines that fill everything."""
    started = forms.CharField(required=False)

    def __init__(self, *args: Any, address_hash: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address_hash = address_hash

    @property
    def start(self) -> str:
        """The word for the moment the form was opened, kept while it is good."""
        given = str(self.data.get("started", ""))
        return given if seconds_since(given) is not None else start_token()

    def clean(self) -> None:
        waited = seconds_since(self.cleaned_data.get("started", ""))
        if waited is None or waited < SHORTEST or self.cleaned_data.get("website"):
            self.add_error(None, AGAIN)
        if Advertisement.objects.sent_today_by(self.address_hash).count() >= A_DAY:
            self.stop_flood(ENOUGH_TODAY)
        super().clean()


class EditAdvertisementForm(AdvertisementForm):
    """Changes to an advertisement by its sender."""

    def __init__(self, *args: Any, advertisement: Advertisement, **kwargs: Any) -> None:
        super().__init__(*args, initial=as_typed(advertisement), **kwargs)
        self.advertisement = advertisement
        self.fields["pictures"].label = f"عکس{HALF_SPACE}های تازه"
        pictures = {str(picture.pk): picture for picture in advertisement.pictures.all()}
        self.fields["removed"] = forms.TypedMultipleChoiceField(
            choices=[(pk, pk) for pk in pictures],
            coerce=pictures.__getitem__,
            required=False,
            error_messages={"invalid_choice": NO_PICTURE},
        )

    @property
    def marked(self) -> list[str]:
        """The pictures whose removal was asked for, as the form carries them."""
        return [str(pk) for pk in self["removed"].value() or []]

    def room(self) -> int:
        kept = self.advertisement.pictures.count() - len(self.cleaned_data.get("removed", []))
        return MOST_PICTURES - kept

    def clean(self) -> None:
        yesterday = timezone.now() - timedelta(days=1)
        if self.advertisement.edits_since(yesterday) >= EDITS_A_DAY:
            self.stop_flood(ENOUGH_EDITS)
        super().clean()


def as_typed(advertisement: Advertisement) -> dict[str, object]:
    """Return what a form shows of ``advertisement``, as its sender might have typed it."""
    price = advertisement.price
    return {
        "category": advertisement.category.key,
        "title": advertisement.title,
        "city": advertisement.city,
        "text": advertisement.text,
        "price": group_thousands(price) if price else "",
        "phone": to_persian_digits(advertisement.phone),
    }
