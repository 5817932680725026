"""Fronts: which stories stand where on the paper's front page and on the fronts of its sections.

An *arrangement* is a list of *containers* in the order in which they stand on the page. Each
has places, stories that an editor set there (*items*), and a rule by which the places that
are left are filled.

    arrangement.py  containers, items, rules; as they are stored, and as a new paper has them
    deeds.py        what an editor does with an arrangement, one deed at a time
    filling.py      arrangement + lists of stories -> the stories that stand in each place
    views.py        the editor's page

    editor -> deeds -> draft (FrontVersion) -> publish -> live -> the press prints the front

The press fills with the same function, so that the editor's page, the preview and the
printed front never differ.
"""
