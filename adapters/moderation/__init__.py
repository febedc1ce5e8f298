"""Judges of content outside this program, behind one question and one verdict."""
