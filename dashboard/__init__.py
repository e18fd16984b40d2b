"""The dashboard: the join of boundaries and records, what is drawn for a day, and the page around it."""
