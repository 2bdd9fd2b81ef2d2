"""One check a file: each takes a Reading and yields findings."""
