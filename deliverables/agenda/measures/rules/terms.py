"""For when a measure is, reckoned from the year it ends. Pure."""

from datetime import date

from deliverables.agenda.measures.enums import Term

SHORT_YEARS, MEDIUM_YEARS = 2, 5
"""So many years after this one the short and the medium term end."""


def term_of(end: date, today: date) -> Term:
    """Return the term in which a day lies, by its year."""
    years = end.year - today.year
    return Term.SHORT if years <= SHORT_YEARS else Term.MEDIUM if years <= MEDIUM_YEARS else Term.LONG


def term_words(term: Term, today: date) -> str:
    """Return a term with the years it means: "Korte termijn, tot en met 2028"."""
    if term == Term.LONG:
        return f"{term.label}, na {today.year + MEDIUM_YEARS}"
    last = SHORT_YEARS if term == Term.SHORT else MEDIUM_YEARS
    return f"{term.label}, tot en met {today.year + last}"
