"""The QR code of an address."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=1024)
def qr_code(address: str) -> Markup:
    """Return the QR code of an address as inline SVG (segno, error correction M)."""
    code = segno.make(address, error="m", micro=False)
    return Markup(  # noqa: S704  segno writes numbers only
        code.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass="qr__ink")
    )
