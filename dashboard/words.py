"""Every word a reader sees passes here: the message catalogue, dates, lists and counts of a language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list

from dashboard import names

CATALOGUES = Path(__file__).parent / "locale"
DEFAULT = "en"
LOCALES = {"en": "en_GB"}
"""Languages offered, each with the locale whose dates and lists it uses."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Words:
    """The words of one language; English is the language of the source and needs no catalogue."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language
        self.locale = LOCALES[language]
        self._catalogue = gettext.translation(
            "dashboard", CATALOGUES, languages=[language], fallback=language == DEFAULT
        )

    def text(self, message: str, **values: object) -> str:
        """The message in this language with its `{placeholders}` filled."""
        return filled(self._catalogue.gettext(message), values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The form of the message that fits the number, which fills `{count}`."""
        return filled(self._catalogue.ngettext(one, many, number), {"count": number, **values})

    def state(self, code: str) -> str:
        """Name of the state with this ISO 3166-1 alpha-3 code."""
        return names.country(code, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """The items as a list in a sentence: `A, B and C`."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: date) -> str:
        """A day in full: `20 April 1999`."""
        return format_date(day, "d MMMM y", locale=self.locale)

    def within_year(self, recorded: str) -> str:
        """A recorded date where the year is said already: `20 April`, `April`, or nothing."""
        pattern = ("", "MMMM", "d MMMM")[recorded.count("-")]
        return format_date(_first_day(recorded), pattern, locale=self.locale) if pattern else ""

    def happened(self, clause: str, recorded: str) -> str:
        """A clause with the recorded date before it, as far as it is known within the year."""
        when = self.within_year(recorded)
        if not when:
            return clause
        if recorded.count("-") == 1:
            return self.text("In {month} {clause}", clause=clause, month=when)
        return self.text("On {day} {clause}", clause=clause, day=when)

    def dated(self, recorded: str) -> str:
        """A recorded date with the precision it has: `1999`, `April 1999` or `20 April 1999`."""
        pattern = ("y", "MMMM y", "d MMMM y")[recorded.count("-")]
        return format_date(_first_day(recorded), pattern, locale=self.locale)


def filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its placeholders filled as far as they are given; braces around anything else are text."""
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), message)


def _first_day(recorded: str) -> date:
    parts = [int(part) for part in recorded.split("-")]
    return date(*(parts + [1, 1])[:3])


@cache
def words(language: str = DEFAULT) -> Words:
    """The words of a language, loaded once."""
    return Words(language)
