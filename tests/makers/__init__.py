"""What each action of the portal needs to be tried once: a table of makers per room."""
