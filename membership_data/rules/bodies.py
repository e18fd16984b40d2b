"""Who answers to whom: no body, through others, to itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from membership_data.rules.finding import Finding, Tables

READ = {"bodies": ("id", "answers_to")}


def _circles(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A chain of bodies ends at one that answers to none; a circle is reported once, on its first line."""
    above = {row.id: row.answers_to for _, row in tables["bodies"].sound()}
    reported: set[str] = set()
    for line, row in tables["bodies"].sound():
        chain = [row.id]
        while (body := above.get(chain[-1])) is not None and body not in chain:
            chain.append(body)
        if body == row.id and not reported & set(chain):
            reported |= set(chain)
            found = " answers to ".join([*chain, body])
            yield Finding("bodies", line, found, "a chain that ends", "correct answers_to of one of them")


RULES = (_circles,)
