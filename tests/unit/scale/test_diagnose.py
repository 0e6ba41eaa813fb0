"""Where a file is broken, and what is left of it."""

from __future__ import annotations

import gzip
import json

import pytest

from pubtrack.scale.diagnose import Fault, mended_copy, misfit, verify_gzip

GOOD = [{"id": str(i), "title": f"T{i}"} for i in range(200)]
DATA = gzip.compress("".join(json.dumps(row) + "\n" for row in GOOD).encode(), mtime=0)


def wants_id(value):
    return None if value.get("id") else "no id"


def test_a_whole_file_has_no_fault(tmp_path):
    path = tmp_path / "a.gz"
    for data in (DATA, DATA + DATA, DATA + b"\0\0\0"):
        path.write_bytes(data)
        assert verify_gzip(path) is None


@pytest.mark.parametrize(
    "data",
    [DATA[:-4], DATA[:100], DATA + DATA[:50], DATA[:-6] + b"abcdef", DATA + b"\x1f\x8bxx", b"no gzip at all"],
    ids=("no end", "cut", "second cut", "checksum", "junk behind", "no gzip"),
)
def test_a_broken_member_is_found(tmp_path, data):
    path = tmp_path / "a.gz"
    path.write_bytes(data)
    fault = verify_gzip(path)
    assert fault
    assert "gzip data" in fault.reason


def test_a_copy_keeps_what_can_be_read_and_names_the_rest(tmp_path):
    path, copy = tmp_path / "a.jsonl", tmp_path / "b.gz"
    path.write_bytes(b'{"id": "1"}\n\n{"id": \n[1]\n{"title": "T"}\n{"id": "\xff"}\n{"id": "2"}')
    faults = mended_copy(path, copy, wants_id)
    assert [(f.line, f.reason.partition(" (")[0]) for f in faults] == [
        (3, "this is no JSON"), (4, "this is no JSON object"), (5, "no id"), (6, "this is no JSON"),
    ]  # fmt: skip
    assert [json.loads(line)["id"] for line in gzip.decompress(copy.read_bytes()).splitlines()] == ["1", "2"]


def test_an_envelope_is_mended_item_by_item(tmp_path):
    path, copy = tmp_path / "a.json.gz", tmp_path / "b.gz"
    path.write_bytes(gzip.compress(json.dumps({"items": [{"id": "1"}, {}, 3]}).encode()))
    faults = mended_copy(path, copy, wants_id, enveloped=True)
    assert [f.reason for f in faults] == ["item 2: no id", "item 3: this is no JSON object"]
    assert json.loads(gzip.decompress(copy.read_bytes())) == {"items": [{"id": "1"}]}


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b"[1]", mtime=0), gzip.compress(b'{"items": [', mtime=0), DATA[:60]],
    ids=("a list", "cut", "broken"),
)
def test_an_envelope_that_is_none_is_left_out_as_a_whole(tmp_path, data):
    path, copy = tmp_path / "a.json.gz", tmp_path / "b.gz"
    path.write_bytes(data)
    assert len(mended_copy(path, copy, wants_id, enveloped=True)) == 1
    assert json.loads(gzip.decompress(copy.read_bytes())) == {"items": []}


def test_values_of_another_shape_are_named():
    shape = {"a": ["string"], "b": {"c": "int64"}, "d": {"*": [{"id": "string"}]}}
    assert misfit({"a": ["x", None], "b": {"c": 1}, "d": {"any": [{"id": "1"}]}, "more": {}}, shape) is None
    assert misfit({"a": "x"}, shape) == "`a` is no list"
    assert misfit({"b": []}, shape) == "`b` is no object"
    assert misfit({"b": {"c": [1]}}, shape) == "`c` is no plain value"
    assert misfit({"d": {"any": {"id": 1}}}, shape) == "`any` is no list"
    assert misfit([], shape) == "this is no JSON object"


def test_a_fault_is_an_error_that_says_what_to_do():
    error = Fault("x.gz", 3, "this is no JSON").error()
    assert str(error) == ("x.gz:3: this is no JSON. Get the file again, or leave such lines out with --skip-bad.")
