"""Lists of whole numbers as short texts: geometry in half the bytes of its digits, for a file that carries it all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MARK = "~"
"""Begins every packed list, and no other text beside one."""
LEAST = 6
"""Numbers in a list that is worth packing: a ring of three points."""
SIGNS = "".join(chr(code) for code in range(ord("#"), ord("~")) if chr(code) not in "&<>\\")
"""What may stand in JSON and in markup as it is; page/unpack.js knows the same."""
ENDS = 80
"""The first so many signs end a number, the others lead one that is too large for a single sign."""
LEADS = len(SIGNS) - ENDS


def packed(content: Any) -> Any:
    """The content, made of dicts, lists and plain values, with every list of LEAST or more whole numbers as a text."""
    if isinstance(content, dict):
        return {key: packed(value) for key, value in content.items()}
    if not isinstance(content, list | tuple):
        return content
    if len(content) >= LEAST and all(type(value) is int for value in content):
        return text(content)
    return [packed(value) for value in content]


def text(numbers: Sequence[int]) -> str:
    """The numbers as a text; the small ones, of either sign, take a single sign each."""
    return MARK + "".join(_signs(2 * number if number >= 0 else -2 * number - 1) for number in numbers)


def _signs(number: int) -> str:
    high, low = divmod(number, ENDS)
    signs = SIGNS[low]
    while high:
        high, lead = divmod(high - 1, LEADS)
        signs = SIGNS[ENDS + lead] + signs
    return signs
