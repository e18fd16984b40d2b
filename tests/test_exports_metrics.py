"""How much room a text takes, and how it is broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import metrics

SENTENCE = "On 20 April Azerbaijan, Georgia and Uzbekistan did not renew the Treaty. 6 parties to the Treaty."


def test_a_width_grows_with_the_size_and_with_weight():
    assert metrics.width(SENTENCE, 20) == pytest.approx(2 * metrics.width(SENTENCE, 10))
    assert metrics.width(SENTENCE, 20, bold=True) > metrics.width(SENTENCE, 20)
    assert metrics.width("", 20) == 0


@given(st.text(alphabet="ab Щжя-.é", max_size=80), st.floats(30, 400))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text, room):
    lines = metrics.wrap(text, 10, room)
    assert all(metrics.width(line, 10) <= room + 1e-6 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_wider_than_its_room_is_broken():
    lines = metrics.wrap(f"see https://example.org/{'x' * 90}", 10, 100)
    assert len(lines) > 4
    assert all(metrics.width(line, 10) <= 100 for line in lines)


def test_a_letter_wider_than_its_room_stands_alone():
    assert metrics.wrap("WW", 10, 1) == ("W", "W")


def test_balanced_lines_are_no_more_and_much_the_same():
    room = 0.7 * metrics.width(SENTENCE, 20)
    plain, even = metrics.wrap(SENTENCE, 20, room), metrics.balanced(SENTENCE, 20, room)
    assert len(plain) == len(even) == 2
    widths = [metrics.width(line, 20) for line in even]
    assert max(widths) - min(widths) < 0.2 * max(widths)
