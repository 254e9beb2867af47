"""What starts and stops the portal: its own PostgreSQL and Valkey, and the processes beside them. No Django here."""
