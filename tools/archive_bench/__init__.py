"""Parts of ``tools.bench_archive``: stories to measure with, and engines to measure."""
