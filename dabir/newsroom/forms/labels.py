"""Names for the fields of Wagtail's own forms that come without one."""

from typing import Final

from django import forms
from wagtail.admin.forms import auth, choosers

_NAMES: Final[dict[type[forms.Form], dict[str, str]]] = {
    auth.LoginForm: {"password": "گذرواژه"},
    choosers.ExternalLinkChooserForm: {"link_text": "متن پیوند"},
    choosers.EmailLinkChooserForm: {
        "email_address": "ایمیل",
        "link_text": "متن پیوند",
        "subject": "موضوع",
        "body": "متن نامه",
    },
    choosers.PhoneLinkChooserForm: {"phone_number": "شماره تلفن", "link_text": "متن پیوند"},
}


def install() -> None:
    """Name the fields."""
    for form, names in _NAMES.items():
        for field, name in names.items():
            form.base_fields[field].label = name
