"""The message catalogues: what is found in code and records, what is kept, and what the check says of a broken one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.catalogue import check, files, interface, tables
from dashboard.catalogue.__main__ import main
from dashboard.words import CATALOGUES, DEFAULT, LOCALES
from membership_data import descriptor, records

LANGUAGES = [language for language in LOCALES if language != DEFAULT]
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 '
    ': 2);\\n"\n\n'
)

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder `locale` to write catalogues into."""
    return tmp_path / "locale"


def written(root: Path, entries: str) -> Path:
    """A Russian catalogue of the page's own messages with these entries."""
    path = root / "ru" / "dashboard.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + entries, encoding="utf-8")
    return path


# The shipped catalogues


@every_language
def test_no_message_lacks_its_translation_and_none_is_outdated(language):
    assert [str(problem) for problem in check.problems(language)] == []


@every_language
def test_the_catalogues_hold_exactly_what_code_and_records_say(language, root):
    shutil.copytree(CATALOGUES / language, root / language)
    files.update(language, root)
    for path in files.sources(language, root):
        shipped = CATALOGUES / path.relative_to(root)
        command = f"python -m dashboard.catalogue update {language}"
        assert path.read_bytes() == shipped.read_bytes(), f"{shipped.name} is out of date: {command}"


@every_language
def test_what_the_program_reads_is_compiled_from_what_translators_edit(language):
    for path, packed in files.compiled(language).items():
        assert path.read_bytes() == packed, f"{path.name} is out of date: python -m dashboard.catalogue"


@every_language
def test_a_message_has_one_place(language):
    said = [message.id for path in files.sources(language) for message in files.read(path, language) if message.id]
    assert len(said) == len(set(said)) > 2000


# What is found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('words.text("Map")', ["Map"]),
        ('atlas.words.text("{a} of {b}", a=1, b=2)', ["{a} of {b}"]),
        ('words.count("{count} row", "{count} rows", n)', [("{count} row", "{count} rows")]),
        ('text = words.text\ntext("Map")', ["Map"]),
        ('words.text(\n    "One. "\n    "Two."\n)', ["One. Two."]),
        ('words.text(words.text("Inner"))', ["Inner"]),
        ('words.text("A"), words.text("B")', ["A", "B"]),
        ("words.text(row.text)", []),
        ("words.count(row.one, row.many, n)", []),
        ("listed.count('x')", []),
        ('assets.text("map", "js", script)', []),
        ('words.text("")', []),
    ],
)
def test_a_message_is_what_is_written_out_in_a_call(code, found):
    assert list(interface.messages(code)) == found


def test_every_column_that_is_translated_is_one_of_free_text():
    chosen = [
        (spec.name, column)
        for spec in descriptor.read(records.FOLDER).specs
        for column in spec.columns
        if column.translated
    ]
    assert len(chosen) > 80
    assert all(column.kind == "string" and not column.enum and not column.references for _, column in chosen)
    assert ("sources", "title") not in [(table, column.name) for table, column in chosen]


def test_every_table_has_its_own_file_and_a_message_names_its_row():
    found = tables.templates(interface.template())
    assert {"statuses", "event_types", "claims", "disputed", "dictionary"} <= found.keys()
    assert found["statuses"]["Member; says participation is frozen"].auto_comments == ["frozen: label"]
    assert found["event_types"]["{states} signs the Charter"].id == (
        "{states} signs the Charter", "{count} sign the Charter",
    )  # fmt: skip


# What is kept


def test_a_translation_is_kept_and_what_is_new_comes_beside_it(root):
    path = written(root, 'msgid "Map"\nmsgstr "Карта"\n\nmsgid "Gone"\nmsgstr "Нет"\n')
    files.update("ru", root)
    text = path.read_text(encoding="utf-8")
    assert 'msgid "Map"\nmsgstr "Карта"' in text
    assert '#~ msgid "Gone"\n#~ msgstr "Нет"' in text
    assert 'msgid "Find a country"\nmsgstr ""' in text
    assert "POT-Creation-Date" not in text


def test_a_record_that_was_reworded_keeps_its_translation_until_somebody_has_looked(root):
    files.update("ru", root)
    path = root / "ru" / "records" / "chapters.po"
    old = 'msgid "The Treaty is in force"\nmsgstr "Договор в силе"\n'
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "The Treaty in force"\nmsgstr ""\n', old))
    files.update("ru", root)
    text = path.read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "The Treaty in force"\nmsgstr "Договор в силе"' in text
    found = [str(one) for one in check.problems("ru", root) if "'The Treaty in force'" in str(one)]
    line = text[: text.index('msgid "The Treaty in force"')].count("\n") + 1
    assert found == [
        f"locale/ru/records/chapters.po:{line}: 'The Treaty in force' was reworded after it was translated; expected a "
        "translation of these words; correct it and delete the word fuzzy above it"
    ]


def test_an_outdated_or_missing_translation_is_not_compiled(root):
    written(root, 'msgid "A"\nmsgstr ""\n\n#, fuzzy\nmsgid "B"\nmsgstr "Б"\n\nmsgid "C"\nmsgstr "В"\n')
    packed = files.compiled("ru", root)[root / "ru" / "LC_MESSAGES" / "dashboard.mo"]
    assert "В".encode() in packed
    assert "Б".encode() not in packed
    assert b"A\0" not in packed


# What is broken


@pytest.mark.parametrize(
    ("entries", "line", "said"),
    [
        (
            'msgid "In {year}"\nmsgstr "За {god} год"\n', 7,
            "the placeholders {god} in 'За {god} год'; expected {year}; write them as in English",
        ),
        (
            'msgid "Map"\nmsgstr "Карта"\n\nmsgid "In {year}"\nmsgstr "За год"\n', 10,
            "the placeholders none in 'За год'; expected {year}; write them as in English",
        ),
        (
            'msgid "{count} row"\nmsgid_plural "{count} rows"\nmsgstr[0] "{count} строка"\nmsgstr[1] "{count} строки"\n'
            'msgstr[2] ""\n', 7,
            "2 plural forms of '{count} row'; expected 3; add the others",
        ),
        (
            'msgid "one row"\nmsgid_plural "{count} rows"\nmsgstr[0] "{count} строка"\nmsgstr[1] "{n} строки"\n'
            'msgstr[2] "{count} строк"\n', 7,
            "the placeholders {n} in '{n} строки'; expected none or {count}; write them as in English",
        ),
        ('msgid "Map"\nmsgstr ""\n', 7, "no translation of 'Map'; expected one; translate it"),
        ('msgid "Map"\nmsgstr "Карта\n', 8, "a line that cannot be read; expected a text in quotation marks; mend it"),
        ('msgid "Map"\nmsgstr Карта\n', 8, "a line that cannot be read; expected a text in quotation marks; mend it"),
        ('<<<<<<< HEAD\nmsgid "Map"\nmsgstr "Карта"\n', 7, "a line that cannot be read; expected a text in quo"),
    ],
)  # fmt: skip
def test_what_is_broken_is_told_with_its_file_and_line(root, entries, line, said):
    written(root, entries)
    (found,) = check.problems("ru", root)
    assert str(found).startswith(f"locale/ru/dashboard.po:{line}: {said}")


def test_the_command_says_the_problems_and_fails(monkeypatch, capsys, root):
    written(root, 'msgid "In {year}"\nmsgstr "За {god} год"\n')
    monkeypatch.setattr(check.problems, "__defaults__", (root,))
    monkeypatch.setattr(files.languages, "__defaults__", (root,))
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("locale/ru/dashboard.po:7: the placeholders {god}")


def test_a_word_that_is_no_language_is_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["update", "klingon"])
    assert "'klingon' is no language; expected a code as ru or pl" in capsys.readouterr().err


def test_a_new_language_begins_with_everything_to_translate(root):
    files.update("pl", root)
    assert files.languages(root) == ["pl"]
    assert len(files.sources("pl", root)) > 30
    text = (root / "pl" / "dashboard.po").read_text(encoding="utf-8")
    assert text.startswith("# Polish for CSTO through time: what the page itself says.")
    assert "nplurals=3" in text or "nplurals=4" in text


def test_what_is_broken_is_not_compiled_and_a_gap_is_no_obstacle(monkeypatch, capsys, root):
    monkeypatch.setattr(check.problems, "__defaults__", (root,))
    for function in (files.languages, files.sources, files.compiled):
        monkeypatch.setattr(function, "__defaults__", (root,))
    written(root, 'msgid "In {year}"\nmsgstr "За {god} год"\n')
    assert (main([]), list(root.rglob("*.mo"))) == (1, [])
    written(root, 'msgid "In {year}"\nmsgstr "За {year} год"\n\nmsgid "Map"\nmsgstr ""\n')
    assert (main([]), len(list(root.rglob("*.mo")))) == (1, 2)
    capsys.readouterr()
