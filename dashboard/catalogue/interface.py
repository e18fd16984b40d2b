"""What the code says: the messages that stand in calls of `Words.text` and `Words.count`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[2]
OWN = Path(__file__).parent
FORMS = {"text": 1, "count": 2, "gettext": 1}
"""Methods of Words, with how many of their first arguments are messages: a count has two forms in English."""
OTHERS = {"assets"}
"""What has a method of such a name and says nothing to a reader."""


def template(folder: Path = ROOT / "dashboard") -> Catalog:
    """All messages of the code below a folder, in the order of files and lines, each with the files that say it."""
    found = Catalog()
    for path in sorted(folder.rglob("*.py")):
        if path.parent != OWN:
            place = str(path.relative_to(folder.parent))
            for message in messages(path.read_text(encoding="utf-8")):
                found.add(message, locations=[(place, 0)])
    return found


def messages(code: str) -> Iterator[str | tuple[str, str]]:
    """Every message of a module, in order of lines: a text, or the two forms of a count.

    A call whose message is not written out in it is left aside: it says a record.
    """
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        forms = FORMS.get(_method(call), 0)
        said = [node.value for node in call.args[:forms] if isinstance(node, ast.Constant)]
        if forms and len(said) == forms and all(isinstance(one, str) and one for one in said):
            yield said[0] if forms == 1 else (said[0], said[1])


def _method(call: ast.Call) -> str:
    """The name that is called, where it may be a method of Words."""
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner)) if owner in OTHERS:
            return ""
        case ast.Attribute(attr=name):
            return name
    return ""
