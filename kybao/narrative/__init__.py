"""Sentences, footnotes and tables out of figures."""
