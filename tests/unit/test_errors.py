"""One family of errors, named by who must act, safe to show and to send to another process."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack import errors
from pubtrack.errors import (
    AuthRequired,
    BadResponse,
    ConfigError,
    ConflictError,
    InputError,
    MissingExtra,
    NotFoundError,
    PubtrackError,
    RateLimited,
    SourceDown,
    SourceError,
    StoreError,
    redact_url,
)

FAMILY = [
    InputError("is no text.", "a.bib", 3),
    InputError("is no option."),
    NotFoundError("there is no style 'appa'.", ("apa",)),
    ConfigError("unknown.", "owner.nam"),
    StoreError("the disk is full.", "bib"),
    ConflictError("saved meanwhile.", "bib/works.bib"),
    MissingExtra("pdf", "Reading PDF files"),
    SourceError("crossref", "went wrong", "https://api.crossref.org/works?mailto=a@b.org"),
    SourceDown("crossref", "timeout"),
    RateLimited("openalex", "wait", None, 2.5),
    AuthRequired("semanticscholar", "key refused"),
    BadResponse("dblp", "HTML instead of JSON"),
]


@pytest.mark.parametrize("error", FAMILY, ids=lambda e: type(e).__name__)
def test_errors_survive_pickling_with_their_data(error: PubtrackError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_every_public_error_is_of_the_family() -> None:
    classes = {value for name, value in vars(errors).items() if inspect.isclass(value) and name in errors.__all__}
    assert all(issubclass(cls, PubtrackError) for cls in classes)
    assert {type(error) for error in FAMILY} | {PubtrackError} == classes


def test_the_tree_in_the_docstring_is_the_real_one() -> None:
    tree = (errors.__doc__ or "").split("```")[1]
    parents: list[tuple[int, str]] = []
    for line in tree.strip().splitlines():
        found = re.search(r"[A-Z]\w+", line)
        assert found
        while parents and parents[-1][0] >= found.start():
            parents.pop()
        cls = getattr(errors, found[0])
        if parents:
            assert cls.__bases__ == (getattr(errors, parents[-1][1]),), f"{found[0]} is drawn under {parents[-1][1]}"
        parents.append((found.start(), found[0]))
    assert set(re.findall(r"\b[A-Z]\w+(?:Error|Extra|Down|Limited|Required|Response)\b", tree)) == {
        name for name in errors.__all__ if name[0].isupper()
    }


def test_a_failed_source_is_never_an_absent_work() -> None:
    """ADR-0004: what cannot be asked shares no class with what is not there."""
    assert not issubclass(SourceError, NotFoundError)
    assert not issubclass(NotFoundError, SourceError)


def test_an_input_error_begins_with_its_place() -> None:
    assert str(InputError("is no text.", "a.bib", 3)) == "a.bib:3: is no text."
    assert str(InputError("is no text.", "a.bib")) == "a.bib: is no text."
    assert str(InputError("is no option.")) == "is no option."
    assert InputError("x", "a.bib", 3).line == 3


def test_what_is_not_found_comes_with_near_names() -> None:
    error = NotFoundError("there is no style 'appa'.", ("apa", "apa-6"))
    assert str(error) == "there is no style 'appa'. Did you mean apa or apa-6?"
    assert str(NotFoundError("there is no style 'x'.")) == "there is no style 'x'."


def test_a_missing_extra_says_what_to_install() -> None:
    assert "pip install 'pubtrack[pdf]'" in str(MissingExtra("pdf", "Reading PDF files"))


def test_a_source_error_shows_neither_key_nor_address() -> None:
    error = SourceDown("openalex", "timeout", "https://api.openalex.org/works?api_key=s3cret&mailto=me%40home.org")
    assert "s3cret" not in repr(vars(error))
    assert "me@home.org" not in repr(vars(error))
    assert RateLimited("openalex", "wait", None, 2.5).retry_after_s == 2.5


def test_what_is_no_url_is_not_shown_at_all() -> None:
    assert redact_url("https://me:s3cret@[host/") == "(not a URL)"


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="&=#?/@:%+*"), min_size=8))
def test_no_secret_survives_in_a_url(secret: str) -> None:
    for name in ("api_key", "API-KEY", "token", "mailto", "email", "access_token"):
        assert secret not in redact_url(f"https://host.example/path?a=1&{name}={secret}")
    assert secret not in redact_url(f"https://user:{secret}@host.example/path")
