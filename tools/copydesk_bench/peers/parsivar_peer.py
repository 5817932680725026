"""Corrects each line of standard input with the normaliser of parsivar."""

import json
import sys

from parsivar import Normalizer

normaliser = Normalizer()
for line in sys.stdin:
    text = line.rstrip("\n")
    mended = normaliser.normalize(text) if text.strip() else text
    print(json.dumps({"text": text, "mended": " ".join(mended.split("\n"))}, ensure_ascii=False))
