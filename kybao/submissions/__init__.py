"""What a unit owes for a period: form, deadline, state, completeness. The door is ``models``."""
