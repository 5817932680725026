"""What the analysis knows of Persian words: verbs, doubles of spelling, and compounds.

Made from the lexicon of the language (``language``) and from the half-spaces of the paper's
own archive (``taught``) when an index is built; kept beside the index, so that queries are
read as stories were.

    forms    a form of a verb -> its infinitive: «رفتند» -> «رفتن»; behind می: «روند» -> «رفتن»
    doubles  another spelling of one word: «هیات» -> «هییت», «گفتگو» and «گفت و گو» are one
    pairs    two pieces that are one word: «بهره برداری», with the compound's own term

A pair whose glued form is a word of the dictionaries («کتابخانه») is one term wherever the
two stand side by side; any other («بهرهبرداری») is its two parts and, beside them, a
compound.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import marisa_trie

VERSION: Final = 2
"""Raise it with every change of what the analysis makes of a text."""
FILE: Final = "vocabulary.marisa"
LEARNT: Final = "learnt.marisa"
FACTS: Final = "vocabulary.json"
"""The vocabulary's three files in the folder of an index."""
FORM, MI, DOUBLE, PAIR, TRIPLE, EI, FIRST, SECOND = "vmdptebs"
"""What the first letter of a key says of the rest."""


class Vocabulary:
    """The words of the analysis in two mapped tries: of the language, and of the archive."""

    def __init__(
        self,
        language: marisa_trie.BytesTrie,
        learnt: marisa_trie.BytesTrie | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        self._language, self._learnt = language, learnt or trie_of({})
        self.facts = dict(facts or {})

    @classmethod
    def open(cls, folder: Path) -> "Vocabulary":
        """Return the vocabulary kept in ``folder``; OSError where it is not there."""
        facts = json.loads((folder / FACTS).read_text())
        return cls(mapped(folder / FILE), mapped(folder / LEARNT), facts)

    def save(self, folder: Path) -> None:
        """Keep the vocabulary in ``folder``."""
        self._language.save(str(folder / FILE))
        self._learnt.save(str(folder / LEARNT))
        (folder / FACTS).write_text(json.dumps(self.facts))

    @property
    def common(self) -> frozenset[str]:
        """The archive's commonest terms: their pairs are noted, for phrases of them."""
        return frozenset(self.facts.get("common", ()))

    @property
    def stories(self) -> int:
        """How many stories it was learnt from."""
        return int(self.facts.get("stories", 0))

    def _get(self, kind: str, key: str) -> str | None:
        found = self._language.get(kind + key) or self._learnt.get(kind + key)
        return found[0].decode() if found else None

    def _has(self, key: str) -> bool:
        return key in self._language or key in self._learnt

    def infinitive(self, form: str) -> str | None:
        """Return the infinitive of a form that is a verb wherever it stands."""
        return self._get(FORM, form)

    def behind_mi(self, form: str) -> str | None:
        """Return the infinitive of what stands behind می, نمی, or a prefix with them."""
        return self._get(MI, form)

    def double(self, word: str) -> str | None:
        """Return the spelling that ``word`` is kept under, if it is another one."""
        return self._get(DOUBLE, word)

    def pair(self, first: str, second: str) -> str | None:
        """Return the term of two stems that are one word: «=…» where nothing but it is kept."""
        return self._get(PAIR, f"{first} {second}")

    def triple(self, first: str, second: str) -> str | None:
        """Return the word that the two are with «و» between them."""
        return self._get(TRIPLE, f"{first} {second}")

    def means_ei(self, rest: str) -> bool | None:
        """Say whether the archive has «ای» behind ``rest``, a word in ه, more often than «های»
        behind what is left without that ه; None where it does not tell."""
        found = self._get(EI, rest)
        return None if found is None else found == "1"

    def ends_pair(self, second: str) -> bool:
        """Say whether any pair ends with this word or stem."""
        return self._has(f"{SECOND}{second}")

    def begins_pair(self, first: str) -> bool:
        """Say whether any pair begins with this stem."""
        return self._has(f"{FIRST}{first}")


def mapped(file: Path) -> marisa_trie.BytesTrie:
    """Return the trie of a file, mapped and not read; OSError where none can be read there."""
    trie = marisa_trie.BytesTrie()
    try:
        trie.mmap(str(file))
    except RuntimeError as error:  # what marisa raises whatever is wrong with a file
        raise OSError(f"No trie can be read from {file}: {error}") from error
    return trie


def trie_of(entries: Mapping[str, str]) -> marisa_trie.BytesTrie:
    """Return entries, text to text, as a trie."""
    return marisa_trie.BytesTrie((key, value.encode()) for key, value in entries.items())
