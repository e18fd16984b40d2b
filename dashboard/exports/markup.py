"""What the records say, as it may stand in an XML file, whatever it is."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def allowed(said: str) -> str:
    """The text without what XML 1.0 cannot hold: control characters, halves of surrogate pairs, and non-characters."""
    return FORBIDDEN.sub("", said)


def text(said: str) -> str:
    """The text as content of an element."""
    return escape(allowed(said))


def quoted(said: str) -> str:
    """The text as the value of an attribute, in its quotation marks."""
    return quoteattr(allowed(said))


def address(link: str) -> str:
    """An address in the characters that one may have (RFC 3986): the others percent-encoded, its own escapes kept."""
    return quote(allowed(link), safe="%:/?#[]@!$&'()*+,;=~")
