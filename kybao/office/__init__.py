"""Word, PDF and text files in and out: the only room that knows their libraries."""
