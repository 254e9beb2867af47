"""Reading checkpoints and reminders."""
