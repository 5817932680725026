"""Search: how a story is found by any spelling of its words.

    letters, words, analysis   text -> terms, the same for every spelling (pure Python)
    vocabulary                 what the analysis knows: verbs, doubles of spelling, compounds
    entries                    a story as the index takes it
    wishes                     what is looked for, in terms
    index                      terms -> codes of stories; tantivy stands behind this module alone
    place                      where the index lies, and its newest state

The index is derived: it may be deleted and built anew at any time. To ask it:

    opened = Reader(lambda: folder).opened()
    opened.analyser.read("متن").terms                  the terms of a text
    opened.index.find(wish, limit=10).codes            codes of stories
    opened.index.like({"شهر": 2.0, "باران": 1.0}, limit=50)   [(code, score)], the best first
    opened.index.frequency("شهر"), opened.index.stories       in how many of how many stories
"""
