"""Bytes become text, or one clear sentence."""

from __future__ import annotations

import pytest

from pubtrack.errors import InputError
from pubtrack.readers.decode import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf_8_are_understood(encoding: str) -> None:
    assert decode("Schölkopf 中".encode(encoding)).text == "Schölkopf 中"
    assert decode("Schölkopf 中".encode(encoding)).issues == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_with_a_remark(encoding: str) -> None:
    found = decode("plain english words".encode(encoding))
    assert found.text == "plain english words"
    assert [issue.check for issue in found.issues] == ["encoding"]


def test_windows_1252_is_read_with_the_line_of_the_first_such_byte() -> None:
    found = decode("a\nb\nMüller – “x”\n".encode("cp1252"))
    assert found.text == "a\nb\nMüller – “x”\n"
    assert found.encoding == "cp1252"
    assert found.issues[0].line == 3


def test_a_file_of_two_encodings_keeps_both() -> None:
    found = decode("Müller\n".encode() + "Müller\n".encode("cp1252"))
    assert found.text == "Müller\nMüller\n"
    assert found.encoding == "utf-8+cp1252"


def test_a_mark_of_utf_8_before_other_bytes_is_no_error() -> None:
    assert decode(b"\xef\xbb\xbfM\xfcller").text == "Müller"


def test_bytes_without_a_character_are_not_lost() -> None:
    assert decode(b"a\x81b").text == "a\x81b"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"BZh91AY", "bzip2"),
        (b"a\nb\x00c", "NUL"),
        ("a\x00b".encode("utf-8-sig"), "NUL"),
        (b"\x01\x02\x03\x04" * 20, "binary"),
        (b"\xff\xfea", "utf-16"),
        (b"a\x00b\x00c\xd8d\x00", "NUL"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, word: str) -> None:
    with pytest.raises(InputError, match=word) as caught:
        decode(data, path="x.bib")
    assert str(caught.value).startswith("x.bib:")
    assert str(caught.value).endswith(".")


def test_the_line_of_a_nul_byte_is_told() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"a\nb\nc\x00", path="x.bib")
    assert caught.value.line == 3


def test_words_that_begin_like_an_archive_are_text() -> None:
    assert decode(b"BZhang, 2020").text == "BZhang, 2020"


def test_line_ends_stay() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"
