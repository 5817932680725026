"""Related stories, and the same story twice.

    weights     a story -> its terms, and the telling ones among them
    latent      terms -> a point, near to those of stories about the same things
    points      where all stories lie, as files beside the index
    finding     the index's candidates, ordered by their points; the one that is a copy
    twice       what makes two stories the same
    learning    the model, from the paper's own archive
    suggesting  records of what is printed beside a story whose editor chose nothing

    indexer -> suggesting.want() -> suggesting.make() -> Suggestion -> ledger -> page

``latent`` and ``twice`` know no story and no index. What is derived (model and points) may be
deleted at any time; a ``Suggestion`` is a record like any other.
"""
