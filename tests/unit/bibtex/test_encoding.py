from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubtrack.bibtex.encoding import Encoding, decode_bytes, dominant_eol, repair_surrogates
from pubtrack.errors import InputError


@given(st.binary(max_size=300))
@settings(max_examples=500)
def test_any_bytes_come_back(data):
    text, encoding = decode_bytes(data)
    assert encoding.encode(text) == data


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        ("Gödel".encode(), "Gödel", "utf-8"),
        ("Gödel".encode("utf-8-sig"), "Gödel", "utf-8"),
        ("Gödel".encode("utf-16"), "Gödel", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Gödel".encode("utf-16-be"), "Gödel", "utf-16-be"),
        ("Gödel".encode("utf-32"), "Gödel", "utf-32-le"),
        ("@misc{Gödel}".encode("utf-16-le"), "@misc{Gödel}", "utf-16-le"),
        ("@misc{Gödel}".encode("utf-16-be"), "@misc{Gödel}", "utf-16-be"),
        ("Gödel – €".encode("cp1252"), "Gödel – €", "cp1252"),
        (b"\x81\xf6", "\x81ö", "latin-1"),
        (b"\xff\xfea", "ÿþa", "latin-1"),
        (b"a\0b\0\0\0\0\0\xd8\xd8", None, None),
    ],
)
def test_the_encoding_is_found(data, text, name):
    found, encoding = decode_bytes(data)
    assert encoding.encode(found) == data
    if name:
        assert (found, encoding.name) == (text, name)


def test_single_old_bytes_in_a_utf8_file_survive_and_read_as_windows_1252():
    data = "é".encode() + b" \xf6"
    text, encoding = decode_bytes(data)
    assert encoding.errors == "surrogateescape"
    assert repair_surrogates(text) == "é ö"
    assert encoding.encode(text) == data
    text, encoding = decode_bytes(codecs.BOM_UTF8 + b"\xf6")
    assert encoding.encode(text) == codecs.BOM_UTF8 + b"\xf6"


def test_a_sign_the_encoding_lacks_is_refused():
    assert not Encoding("cp1252").can_encode("中")
    with pytest.raises(InputError, match="no sign for '中'"):
        Encoding("cp1252").encode("a中")


def test_the_first_line_end_counts():
    assert [dominant_eol(text) for text in ("a\r\nb\n", "a\rb", "a", "")] == ["\r\n", "\r", "\n", "\n"]
