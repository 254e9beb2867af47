"""Money that must be spent before a measure is ready: what that is called. Pure."""


def late_words(days: int) -> str:
    """Say by how much it is too late: "vervalt mogelijk: 42 dagen te laat"."""
    return f"vervalt mogelijk: {days} {'dag' if days == 1 else 'dagen'} te laat"


def room_words(days: int) -> str:
    """Say how much room there is left."""
    return "geen dag ruimte" if not days else f"{days} {'dag' if days == 1 else 'dagen'} ruimte"
