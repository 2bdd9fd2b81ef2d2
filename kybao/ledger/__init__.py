"""The book of figures: indicators, targets, entries, totals and comparisons. The door is ``models``."""
