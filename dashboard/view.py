"""What is looked at, as a value; read from and written to an address. Defaults stay out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from dashboard.timeline import Timeline
from dashboard.words import LOCALES, Words, filled

LAYERS = ("membership", "areas", "operation")
PAGES = (
    "map", "timeline", "forces", "calls", "exercises", "organisation", "bases", "sources", "disagreements", "data",
    "share",
)  # fmt: skip
MARKS = ("units", "exercises", "crises", "bases")
THEMES = ("light", "dark")
PRESENT, LOCKED = "1", "none"
"""The values of `present` and of `controls`, which are else empty."""
FIELDS = (
    "year", "on", "day", "country", "layer", "page", "marks", "compare", "present", "controls", "theme", "language",
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """`on` is an exact day that stands before the year's last; `day` is a day of the operation (ISO, or empty).

    `marks` names the small marks shown on the map, with a space between them. `compare` is a year or an exact day that
    is shown beside; an operation, which has days of its own, is compared with nothing. `present` is for a talk: large
    type, and keys that step through time; `controls` leaves no way to another year, day or layer. `language` is
    empty where the browser's own is used, `theme` where Streamlit's is, or the system's.
    """

    year: int
    on: str = ""
    day: str = ""
    country: str = ""
    layer: str = LAYERS[0]
    page: str = PAGES[0]
    marks: str = ""
    compare: str = ""
    present: str = ""
    controls: str = ""
    language: str = ""
    theme: str = ""

    def shown(self, timeline: Timeline) -> date:
        """The day that is on screen."""
        if self.layer == "operation":
            return date.fromisoformat(self.day)
        return date.fromisoformat(self.on) if self.on else timeline.day_of(self.year)

    def compared(self, timeline: Timeline) -> date | None:
        """The day that is shown beside, None where none is."""
        if not self.compare or self.layer == "operation":
            return None
        return timeline.day_of(int(self.compare)) if self.compare.isdigit() else date.fromisoformat(self.compare)

    def swapped(self, timeline: Timeline) -> View:
        """The view of the day that is shown beside, compared with this one's; itself where none is."""
        other = self.compared(timeline)
        if other is None:
            return self
        exact = "" if other == timeline.day_of(other.year) else other.isoformat()
        return replace(self, year=other.year, on=exact, compare=self.on or str(self.year))

    def as_dict(self) -> dict[str, object]:
        """Field by name, as the browser knows a view."""
        return asdict(self)


def default(timeline: Timeline) -> View:
    """The last year, all states; the operation, once asked for, opens on its first day."""
    return View(timeline.last_year, day=timeline.data.operations[0].starts.last.isoformat())


def read(given: Mapping[str, object], timeline: Timeline, words: Words) -> tuple[View, tuple[str, ...]]:
    """The view an address or the browser asks for, and a notice for each value that was not understood."""
    wanted, notices = default(timeline), []
    for field, understand in _READERS.items():
        value = str(given.get(field, "") or "")
        if not value:
            continue
        patch = understand(value[:80], timeline)
        if patch is None:
            notices.append(_notice(field, value[:80], timeline, words))
        else:
            wanted = replace(wanted, **patch)
    if wanted.layer == "operation":
        wanted = replace(wanted, year=timeline.data.operations[0].starts.last.year, on="", compare="")
    else:
        wanted = replace(wanted, day=default(timeline).day)
    return wanted, tuple(notices)


def write(view: View, timeline: Timeline) -> dict[str, str]:
    """The fields of the view that differ from the default, for an address."""
    usual = default(timeline).as_dict()
    written = {field: str(value) for field, value in view.as_dict().items() if value != usual[field]}
    if view.on:
        written.pop("year", None)
    if view.layer == "operation":
        written.pop("year", None)
    else:
        written.pop("day", None)
    return written


def _year(value: str, timeline: Timeline) -> dict[str, object] | None:
    if not (value.isascii() and value.isdigit()) or int(value) not in timeline.years:
        return None
    return {"year": int(value)}


def _on(value: str, timeline: Timeline) -> dict[str, object] | None:
    day = _date(value)
    if day is None or not timeline.first_day <= day <= timeline.last_day:
        return None
    return {"year": day.year, "on": "" if day == timeline.day_of(day.year) else day.isoformat()}


def _day(value: str, timeline: Timeline) -> dict[str, object] | None:
    days = {row.date.text for row in timeline.data.operation_days}
    day = _date(value)
    return {"day": value} if day and min(days) <= value <= max(days) else None


def _country(value: str, timeline: Timeline) -> dict[str, object] | None:
    return {"country": value.upper()} if value.upper() in timeline.states else None


def _layer(value: str, _: Timeline) -> dict[str, object] | None:
    return {"layer": value} if value in LAYERS else None


def _page(value: str, _: Timeline) -> dict[str, object] | None:
    return {"page": value} if value in PAGES else None


def _marks(value: str, _: Timeline) -> dict[str, object] | None:
    asked = value.split()
    return {"marks": " ".join(mark for mark in MARKS if mark in asked)} if set(asked) <= set(MARKS) else None


def _compare(value: str, timeline: Timeline) -> dict[str, object] | None:
    patch = _year(value, timeline) or _on(value, timeline)
    return {"compare": str(patch.get("on") or patch["year"])} if patch else None


def _present(value: str, _: Timeline) -> dict[str, object] | None:
    return {"present": value} if value == PRESENT else None


def _controls(value: str, _: Timeline) -> dict[str, object] | None:
    return {"controls": value} if value == LOCKED else None


def _language(value: str, _: Timeline) -> dict[str, object] | None:
    return {"language": value} if value in LOCALES else None


def _theme(value: str, _: Timeline) -> dict[str, object] | None:
    return {"theme": value} if value in THEMES else None


_READERS = {
    "year": _year, "on": _on, "day": _day, "country": _country, "layer": _layer, "page": _page, "marks": _marks,
    "compare": _compare, "present": _present, "controls": _controls, "language": _language, "theme": _theme,
}  # fmt: skip


def _date(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if value == day.isoformat() else None


def _notice(field: str, value: str, timeline: Timeline, words: Words) -> str:
    return filled(notice(words), {"field": field, "value": value, "expected": expected(timeline, words)[field]})


def notice(words: Words) -> str:
    """What is said of a value that is not understood; `{field}`, `{value}` and `{expected}` stay open."""
    return words.text(
        "The link's {field} “{value}” is not understood; expected {expected}. Shown instead: the usual view."
    )


def expected(timeline: Timeline, words: Words) -> dict[str, str]:
    """What an address may say of each field, in words."""
    days = sorted(row.date.text for row in timeline.data.operation_days)
    year = words.text("a year from {first} to {last}", first=timeline.first_year, last=timeline.last_year)
    day = words.text("a day as 1999-03-24, from {first} to {last}", first=timeline.first_day, last=timeline.last_day)
    return {
        "year": year,
        "on": day,
        "day": words.text("a day of the operation, {first} to {last}", first=days[0], last=days[-1]),
        "country": words.text("one of {codes}", codes=" ".join(timeline.states)),
        "layer": words.text("one of {codes}", codes=" ".join(LAYERS)),
        "page": words.text("one of {codes}", codes=" ".join(PAGES)),
        "marks": words.text("some of {codes}", codes=" ".join(MARKS)),
        "compare": words.text("{one}, or {other}", one=year, other=day),
        "present": PRESENT,
        "controls": LOCKED,
        "language": words.text("one of {codes}", codes=" ".join(LOCALES)),
        "theme": words.text("one of {codes}", codes=" ".join(THEMES)),
    }
