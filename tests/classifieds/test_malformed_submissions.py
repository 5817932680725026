"""Whatever arrives, the classifieds answer, and what they keep is fit to print."""

import re
import unicodedata
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dabir.classifieds.models import Advertisement
from dabir.classifieds.pictures import MOST_PICTURES
from dabir.persian import INVISIBLE

pytestmark = [pytest.mark.django_db, pytest.mark.many]

NEW = "/classifieds/new/"
FIELDS = ["category", "title", "city", "text", "price", "phone", "website", "started", "removed"]
NASTY = [
    "",
    "\x00",
    "\u202eکج\u2066",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% raise %}",
    "' OR 1=1; DROP TABLE classifieds_advertisement; --",
    "home' --",
    "../../etc/passwd",
    "9" * 400,
    "۹" * 400,
    "-1",
    "1e999",
    "NaN",
    "آ" * 5000,
    "\r\n" * 50,
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "٪%s%(x)s%00",
    "🙂\u200d🙂",
]
FILES = [
    b"",
    b"\x00",
    b"GIF89a\x01\x00\x01\x00",
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\x00\x00\x00",
    b"\xff\xd8\xff\xe1\xff\xffExif\x00\x00MM\x00*",
    b"RIFF\xff\xff\xff\xffWEBPVP8X",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
]

words = st.sampled_from(NASTY) | st.text(max_size=120)
good = st.fixed_dictionaries(
    {
        "category": st.just("home"),
        "title": st.text(min_size=1, max_size=90),
        "city": st.just("کرمان"),
        "text": st.text(min_size=1, max_size=300),
        "price": st.sampled_from(["", "۱۲۰۰۰"]),
        "phone": st.just("09121234567"),
    }
)
changed = st.dictionaries(st.sampled_from(FIELDS), words | st.lists(words, max_size=3), max_size=4)
files = st.lists(
    st.tuples(
        st.sampled_from(["a.jpg", "آ.png", "..", "x" * 300, "a\x00.webp", "\u202egpj.exe"]),
        st.sampled_from(FILES) | st.binary(max_size=300),
        st.sampled_from(["image/png", "text/html", ""]),
    ),
    max_size=MOST_PICTURES + 2,
)
households = count(1)
patient = settings(
    max_examples=160,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def send(address, form, pictures):
    """Send ``form`` as a browser of its own household does; an error in the view is raised."""
    sent = [SimpleUploadedFile("x", data, kind) for _, data, kind in pictures]
    for file, (name, _, _) in zip(sent, pictures, strict=True):
        file._name = name
    home = f"2001:db8:{next(households):x}::1"
    return Client().post(address, {**form, "pictures": sent}, REMOTE_ADDR=home)


def is_fit(text):
    """Say whether ``text`` holds nothing that is hidden."""
    hidden = {"Cc", "Cs", "Co", "Cn"}
    return not any(
        sign in INVISIBLE or (sign != "\n" and unicodedata.category(sign) in hidden)
        for sign in text
    )


def check_kept():
    for ad in Advertisement.objects.all():
        ad.full_clean()
        assert is_fit(ad.title + ad.city + ad.text)
        assert "\n" not in ad.title + ad.city
        assert all([ad.title, ad.city, ad.text])
        assert re.fullmatch(r"0[0-9]{10}", ad.phone)
    Advertisement.objects.all().delete()


@patient
@given(form=good, change=changed, pictures=files)
@example(form={}, change={}, pictures=[])
@example(form={"removed": ["9" * 40]}, change={}, pictures=[("a.png", FILES[3], "image/png")])
def test_a_malformed_advertisement_is_answered(home, begun, form, change, pictures):
    response = send(NEW, {"started": begun(10), **form, **change}, pictures)
    assert response.status_code in {303, 422, 429}
    check_kept()


@settings(patient, max_examples=80)
@given(form=good, change=changed, pictures=files)
@example(form={}, change={"removed": ["9" * 40, "\x00", "-1"]}, pictures=[])
def test_a_malformed_edit_is_answered(copy, form, change, pictures):
    sent = Advertisement.submit(copy)
    address = f"/classifieds/mine/{sent.token}/edit/"
    response = send(address, {**form, **change}, pictures)
    assert response.status_code in {303, 422, 429}
    check_kept()


@patient
@given(
    body=st.binary(max_size=400),
    kind=st.sampled_from(
        [
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "multipart/form-data; boundary=\x00",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded; charset=nothing",
            "application/json",
            "",
        ]
    ),
)
@example(body=b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n\xff', kind="text/plain")
@example(body=b"title=%ff%00&text=%ED%A0%80&category=%00", kind="application/x-www-form-urlencoded")
def test_what_is_no_form_is_answered(home, body, kind):
    response = Client().generic("POST", NEW, body, kind)
    assert response.status_code < 500


@settings(patient, max_examples=40)
@given(chosen=st.lists(words, max_size=3), reason=words)
def test_a_malformed_decision_is_answered(as_maryam, carpet, chosen, reason):
    queue = "/newsroom/classifieds/"
    asked = {"chosen": chosen, "reason": reason, "state": reason, "p": reason}
    assert as_maryam.post(queue + "approve/", asked).status_code == 302
    assert as_maryam.post(queue + "reject/", asked).status_code == 302
    assert as_maryam.get(queue, {"state": reason, "p": reason}).status_code == 200
