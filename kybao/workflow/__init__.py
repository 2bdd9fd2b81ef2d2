"""Everything that may change the database, one verb a file."""
