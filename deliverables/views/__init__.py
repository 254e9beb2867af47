"""Pages of checkpoints and reminders."""
