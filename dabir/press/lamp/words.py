"""Technical reasons in plain Persian: what a newsroom can do about them, and whom to call."""

from typing import Final

from dabir.persian import HALF_SPACE, to_persian_digits

_KNOWN: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (
        ("No space left", "disk full", "Disk quota"),
        "جا روی دیسک تمام شده است؛ تا جایی باز نشود چیزی نوشته نمی" + HALF_SPACE + "شود.",
    ),
    (
        ("Read-only file system", "Permission denied", "is not a folder", "nowhere to print"),
        "پوشهٔ روزنامه نوشتنی نیست؛ مهندس باید اجازهٔ آن را ببیند.",
    ),
    (
        ("EndpointConnection", "bucket", "Bucket", "S3", "ConnectTimeout", "ReadTimeout"),
        f"انبار صفحه{HALF_SPACE}ها پاسخ نمی{HALF_SPACE}دهد؛ دوباره امتحان می{HALF_SPACE}شود.",
    ),
    (
        ("OperationalError", "DatabaseError", "lock timeout", "database is locked", "LockNotAvail"),
        f"پایگاه داده پاسخ نداد یا کسی ردیف را نگه داشته بود؛ دوباره امتحان می{HALF_SPACE}شود.",
    ),
    (
        ("Template", "UndefinedError"),
        "قالب این صفحه خطا دارد؛ مهندس باید آن را درست کند.",
    ),
    (
        ("UnidentifiedImage", "cannot identify image", "Image"),
        "عکسی در این صفحه خوانده نشد؛ عکس را عوض کنید.",
    ),
    (("Couldn't purge", "PurgeError"), "حافظهٔ میانی (CDN) پاسخ نداد و شاید صفحهٔ کهنه نشان دهد."),
)
UNKNOWN: Final = f"خطایی که انتظارش نمی{HALF_SPACE}رفت؛ متن فنی را به مهندس نشان دهید."


def in_plain_words(error: str) -> str:
    """Return what an editor should know of ``error``; empty where there is none."""
    if not error:
        return ""
    for signs, meant in _KNOWN:
        if any(sign in error for sign in signs):
            return meant
    return UNKNOWN


def seconds(count: float) -> str:
    """Return a span in Persian: «۰٫۴ ثانیه», «۱۲ ثانیه», «۳ دقیقه», «۲ ساعت»."""
    if count < 9.95:
        return f"{to_persian_digits(f'{max(count, 0):.1f}').replace('.', '٫')} ثانیه"
    if count < 90:
        return f"{to_persian_digits(round(count))} ثانیه"
    if count < 5400:
        return f"{to_persian_digits(round(count / 60))} دقیقه"
    if count < 48 * 3600:
        return f"{to_persian_digits(round(count / 3600))} ساعت"
    return f"{to_persian_digits(round(count / 86400))} روز"


def pages(count: int) -> str:
    return f"{to_persian_digits(count)} صفحه"
