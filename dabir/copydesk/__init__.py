"""The copy desk reads Persian copy and marks its slips.

Pure Python, no Django. The room stands here with its place in the order of imports;
its reader and its rules come with the copy desk itself.
"""
