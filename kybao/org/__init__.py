"""Agencies and their dated tree, people and roles. The door is ``models``."""
