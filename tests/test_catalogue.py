"""Our Persian catalogue keeps what the code fills in, and the house's spelling."""

import gettext
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "dabir" / "locale").rglob("*.po"))

HALF_SPACE = "\u200c"
ARABIC_LETTERS = "\u064a\u0649\u0643\u0629"  # yeh, alef maksura, kaf, teh marbuta
PLACEHOLDER = re.compile(
    r"""
    %\(\w+\)[a-z]           # %(name)s
    | %[sd]                 # %s
    | \{\w*\}               # {name}
    | </?[a-z][^>]*>        # a tag, with all its attributes
    """,
    re.VERBOSE,
)
LOOSE_HALF_SPACE = re.compile(rf"(?<!\w){HALF_SPACE}|{HALF_SPACE}(?!\w)")


def forms(text: str | Sequence[str] | None) -> list[str]:
    """Return a text's singular and plural, or the text alone where it has no plural."""
    return [text] if isinstance(text, str) else list(text or ())


def messages() -> Iterator[tuple[Message, str, str]]:
    """Yield every message with each of its Persian forms and the English that form renders."""
    for path in CATALOGUES:
        with path.open("rb") as source:
            catalog = read_po(source, abort_invalid=True)
        for message in catalog:
            if not message.id:
                continue
            english, persian = forms(message.id), forms(message.string)
            assert len(english) == len(persian), english
            yield from ((message, *pair) for pair in zip(english, persian, strict=True))


FORMS = list(messages())


def test_there_are_catalogues_for_pages_and_for_scripts() -> None:
    assert [path.name for path in CATALOGUES] == ["django.po", "djangojs.po"]
    assert FORMS


def test_it_translates_every_message() -> None:
    assert not [english for _, english, persian in FORMS if not persian.strip()]


def test_it_leaves_no_message_in_doubt() -> None:
    assert not [message.id for message, _, _ in FORMS if message.fuzzy]


def test_it_keeps_placeholders_and_tags() -> None:
    def held(text: str) -> Counter[str]:
        return Counter(PLACEHOLDER.findall(text))

    changed = [persian for _, english, persian in FORMS if held(english) != held(persian)]
    assert not changed


def test_it_keeps_the_space_at_the_ends() -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text[0].isspace(), text[-1].isspace()

    assert not [persian for _, english, persian in FORMS if ends(english) != ends(persian)]


@pytest.mark.parametrize("letter", ARABIC_LETTERS)
def test_it_uses_persian_letters(letter: str) -> None:
    assert not [persian for _, _, persian in FORMS if letter in persian]


def test_a_half_space_stands_between_letters() -> None:
    assert not [persian for _, _, persian in FORMS if LOOSE_HALF_SPACE.search(persian)]


def test_it_doubles_no_space() -> None:
    assert not [persian for _, _, persian in FORMS if "  " in persian]


def test_the_compiled_file_answers_for_one_and_for_many() -> None:
    catalogue = ROOT / "dabir" / "locale" / "fa" / "LC_MESSAGES" / "django.mo"
    with catalogue.open("rb") as compiled:
        persian = gettext.GNUTranslations(compiled)
    one, many = "Move 1 page", "Move %(counter)s pages"
    assert persian.ngettext(one, many, 1).endswith("یک صفحه")
    assert persian.ngettext(one, many, 3).endswith("%(counter)s صفحه")


def test_the_compiled_files_are_up_to_date() -> None:
    script = ROOT / "tools" / "compile_messages.py"
    check = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout + check.stderr
