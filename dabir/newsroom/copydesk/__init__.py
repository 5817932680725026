"""The copy desk's place in the newsroom: its rulebook, its marks in the editor, its pages.

    rulebook + style -> house -> reader -> marks -> HTTP -> editor, page, other programs
                                   |
    story saved -> parts ----------+--> state of the story -> column, «publish all the same?»

house.py      the house's decisions as the desk takes them, the same in every process
reader.py     paragraphs read once and remembered; a mark's key; offsets as browsers count
wire.py       what comes and goes as JSON, and how much of it
views.py      the addresses: paragraphs of the editor, copy of other programs, the page
parts.py      a story's parts as plain text
state.py      what is open, fixed and ignored in a saved story
publishing.py asks once before errors go out
wording.py    the words around a mark, for lists
trial.py      tries an entry of the rulebook on the archive, a few stories at a time
rulebook.py   the rulebook in the admin
style.py      the choice of a profile and of single rules
panel.py      the side panel of the story's form
archive.py    what the desk learns from: stories that changed since a moment
hooks.py      all of it, told to Wagtail
"""
