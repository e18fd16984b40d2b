"""Every word a reader sees passes here: the message catalogue, dates, lists and counts of a language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from dashboard import names

CATALOGUES = Path(__file__).parent / "locale"
DOMAINS = ("dashboard", "records")
"""Catalogues of a language: what the code says, and what the records say."""
DEFAULT = "en"
LOCALES = {"en": "en_GB", "ru": "ru_RU"}
"""Languages offered, each with the locale whose dates and lists it uses."""
_AFTER_A_YEAR = {"ru": " 'года'"}
"""What follows a year within a sentence, as a pattern of Babel's."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SAID = re.compile(r"[^\W\d_]|\d[.,]\d")


class Words:
    """The words of one language; English is the language of the source and needs no catalogue."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language
        self.locale = LOCALES[language]
        self._catalogue = _catalogue(language)

    def text(self, message: str, **values: object) -> str:
        """The message in this language with its `{placeholders}` filled; one without a translation says so."""
        # A catalogue answers the empty message with its own head.
        return filled(self._catalogue.gettext(message), values) if message else ""

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The form of the message that fits the number, which fills `{count}`."""
        return filled(self._catalogue.ngettext(one, many, number), {"count": number, **values})

    def number(self, value: float) -> str:
        """A number with thousands apart: `1,450` or `0.5`."""
        return format_decimal(value, locale=self.locale)

    def state(self, code: str) -> str:
        """Name of the state with this ISO 3166-1 alpha-3 code."""
        return names.country(code, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """The items as a list in a sentence: `A, B and C`."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: date) -> str:
        """A day in full, as it stands in a sentence: `20 April 1999`."""
        return self.dated(day.isoformat(), inside=True)

    def within_year(self, recorded: str) -> str:
        """A recorded date where the year is said already: `20 April`, `April`, or nothing."""
        pattern = ("", "LLLL", "d MMMM")[recorded.count("-")]
        return format_date(_first_day(recorded), pattern, locale=self.locale) if pattern else ""

    def happened(self, clause: str, recorded: str) -> str:
        """A clause with the recorded date before it, as far as it is known within the year."""
        when = self.within_year(recorded)
        if not when:
            return clause
        if recorded.count("-") == 1:
            return self.text("In {month} {clause}", clause=clause, month=when)
        return self.text("On {day} {clause}", clause=clause, day=when)

    def dated(self, recorded: str, inside: bool = False) -> str:
        """A recorded date with the precision it has: `1999`, `April 1999` or `20 April 1999`.

        `inside` a sentence, after a word as *since*, some languages say it otherwise than by itself.
        """
        pattern = ("y", "MMMM y" if inside else "LLLL y", "d MMMM y")[recorded.count("-")]
        after = _AFTER_A_YEAR.get(self.language, "") if inside else ""
        return format_date(_first_day(recorded), pattern + after, locale=self.locale)


class _Untranslated(gettext.NullTranslations):
    """What is said where a language lacks a message: the English one, marked as such and never empty."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def gettext(self, message: str) -> str:
        return filled(self._mark, {"text": message}) if is_said(message) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(super().ngettext(msgid1, msgid2, n))


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == DEFAULT:
        return gettext.NullTranslations()
    first, *others = (gettext.translation(domain, CATALOGUES, languages=[language]) for domain in DOMAINS)
    for other in [*others, _Untranslated(first.gettext("{text} (in English)"))]:
        first.add_fallback(other)
    return first


def is_said(message: str) -> bool:
    """Whether a message is said in words, or in a figure that others write otherwise, as 2,500; signs are the same."""
    return bool(_SAID.search(_PLACEHOLDER.sub("", message)))


def placeholders(message: str) -> frozenset[str]:
    """Names of the placeholders in a message."""
    return frozenset(_PLACEHOLDER.findall(message))


def filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its placeholders filled as far as they are given; braces around anything else are text."""
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), message)


def _first_day(recorded: str) -> date:
    parts = [int(part) for part in recorded.split("-")]
    return date(*(parts + [1, 1])[:3])


def languages() -> dict[str, str]:
    """What each language that is offered calls itself, by its code."""
    return {code: Locale.parse(code).get_display_name(code).capitalize() for code in LOCALES}


@cache
def words(language: str = DEFAULT) -> Words:
    """The words of a language, loaded once."""
    return Words(language)
