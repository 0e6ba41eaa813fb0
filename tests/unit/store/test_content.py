"""The content of a library: which file holds what, and only what changed is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pubtrack.errors import ConfigError, InputError
from pubtrack.model import Fields, Provenance, SourceRecord
from pubtrack.store.blob import Blob
from pubtrack.store.content import ALL_FILES, Content


def content(**files: bytes) -> Content:
    named = {"pubtrack.toml": b"format = 1\n", **{k.replace("_", "."): v for k, v in files.items()}}
    return Content.read({name: Blob.of(data) for name, data in named.items()}.get, "bib")


def test_an_unchanged_library_writes_nothing():
    one = content(works_bib=b"@misc{k,\n}\n")
    assert one.files_changed_since(one) == {}


def test_only_the_changed_part_is_written_in_its_fixed_order():
    one = content()
    records = one.records.copy()
    for key in ("b", "a"):
        records.put(key, [SourceRecord(work=key, fields=Fields(title="T"), provenance=Provenance(source="acl"))])
    files = replace(one, records=records).files_changed_since(one)
    assert list(files) == ["records.jsonl"]
    written = files["records.jsonl"].data.decode()
    assert written.index('"work": "a"') < written.index('"work": "b"')


def test_a_new_library_writes_everything():
    assert set(content().files_changed_since(None)) == set(ALL_FILES)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"works_bib": b"@misc{k,\n<<<<<<< HEAD\n"}, r"bib/works.bib:2: a git conflict"),
        ({"works_bib": b"@misc{k}\n\0"}, r"bib/works.bib:2: holds a NUL byte"),
        ({"awards_toml": b"<<<<<<< HEAD\n"}, r"bib/awards.toml:1: a git conflict"),
        ({"awards_toml": b"a = 1\n# \xff\n"}, r"bib/awards.toml:2: not UTF-8"),
        ({"records_jsonl": b"{}\n"}, r"bib/records.jsonl:1: "),
    ],
)
def test_a_broken_file_is_named_with_its_line(files, sentence):
    with pytest.raises(InputError, match=sentence):
        content(**files)


def test_a_library_of_a_newer_format_is_refused():
    with pytest.raises(ConfigError, match="update pubtrack"):
        content(pubtrack_toml=b"format = 2\n")


def test_the_digest_is_that_of_what_the_files_say():
    one = content(works_bib=b"@misc{k,\n}\n")
    assert one.digest == content(works_bib=b"@misc{k,\n}\n").digest
    assert one.digest != content(works_bib=b"@misc{l,\n}\n").digest
