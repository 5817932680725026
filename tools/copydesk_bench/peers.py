"""Other programs that correct Persian, run on the same lines in the same run."""

from tools.copydesk_bench.readers import Reader


def readers() -> list[Reader]:
    """Return the peers that could be installed."""
    return []
