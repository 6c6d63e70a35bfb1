"""Plans on paper: the building's A3 sheets as vectors, for the printer and for PDF."""
