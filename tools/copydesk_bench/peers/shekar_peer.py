"""Corrects each line of standard input with shekar: its normaliser, then its speller."""

import json
import sys

from shekar import Normalizer, SpellChecker

normalise, spell = Normalizer(), SpellChecker()
for line in sys.stdin:
    text = line.rstrip("\n")
    mended = spell(normalise(text)) if text.strip() else text
    print(json.dumps({"text": text, "mended": " ".join(mended.split("\n"))}, ensure_ascii=False))
