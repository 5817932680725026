"""Pages as HTML: what a reader's browser got, taken apart by its markup.

    HTML -> dom.parse() -> families.recognise() -> reading.read_html() -> PageRecord
                             |                       fields   by the family's selectors, else
                             |                                by the usual names, else by hints
                             |                       blocks   paragraphs, pictures, tables, …
                             |                       furniture «بیشتر بخوانید», end marks, tools
                             └ none: readability finds the body, and the page is also read
                               line by line as any flat text is

Pure Python, no Django, no network.
"""

from dabir.archive.importers.markup.reading import read_html

__all__ = ["read_html"]
