"""The practice environment: fictional roles and what they said, written from public facts."""
