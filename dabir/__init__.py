"""Dabir (the desk editor): a Persian-first online newspaper."""
