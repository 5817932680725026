"""Measures the press on archives of any size.

archive   fills a database with stories that are all alike in kind and all different in words
"""
