"""The words the deliverables app knows."""

# Days before the checkpoint on which the people concerned hear of it; negative is afterwards.
REMINDER_OFFSETS = (42, 28, 14, 7, 1, 0, -7)
