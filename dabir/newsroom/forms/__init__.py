"""How editors type: Jalali dates, topics, lines, and the story's own form."""
