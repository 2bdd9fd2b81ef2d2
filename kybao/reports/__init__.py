"""Reports of one agency for one period: outline, draft, manifest. The door is ``models``."""
