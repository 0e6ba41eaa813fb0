"""Reading and editing .bib files: pubtrack beside bibtexparser alone and pybtex, in the same run.

    python benchmarks/bibtex.py                            # generated files of 1k, 10k and 100k entries
    python benchmarks/bibtex.py --sizes 1000 10000
    python benchmarks/bibtex.py --corpus corpus.tar.xz     # real files too: a folder or an archive of them
    python benchmarks/bibtex.py --corpus DIR --edits 5 --sizes

Times are CPU seconds, one process per engine and size; memory is the peak of that process. On real files the truth is
`bibtex` itself where it is installed (keys, names as `format.name$` gives them), else bibtexparser.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

SUFFIXES = (".bib", ".biblatex", ".bibtex")
STYLE = """ENTRY { author editor } {} {}
INTEGERS { i n }
STRINGS { s }
FUNCTION {names} { 's := s num.names$ 'n := #1 'i := { n i - #1 + }
  { "<n>" write$ s i "{ff}" format.name$ write$ "<|>" write$ s i "{vv}" format.name$ write$ "<|>" write$
    s i "{ll}" format.name$ write$ "<|>" write$ s i "{jj}" format.name$ write$ "</n>" write$ newline$ i #1 + 'i := }
  while$ }
FUNCTION {default.type} { newline$ "<e>" write$ cite$ write$ "</e>" write$ newline$
  author missing$ { } { "<author>" write$ newline$ author names } if$
  editor missing$ { } { "<editor>" write$ newline$ editor names } if$ newline$ }
READ
ITERATE {call.type$}
"""
"""A style that prints keys and the four parts of every name."""


def generated(count: int) -> str:
    """Gives a file like an export of dblp: fourteen fields, three LaTeX accents or braces an entry."""
    dice = random.Random(count)
    given = ["Anna", "Wei", "Jos{\\'{e}}", "Mary Ann", 'J{\\"{u}}rgen', "Ludwig", "S. K.", "Yan"]
    family = ["Smith", "Zhang", 'M{\\"{u}}ller', "van der Berg", "Garc{\\'{\\i}}a", "Lee", "O'Neil", "Kowalski"]
    pieces = []
    for number in range(count):
        people = [
            f"{dice.choice(given)} {dice.choice(family)}{dice.choice(['', '', ' ' + str(number % 997)])}"
            for _ in range(3)
        ]
        authors = " and\n                  ".join(people)
        pieces.append(
            f"@inproceedings{{DBLP:conf/x/A{number},\n  author       = {{{authors}}},\n"
            f"  editor       = {{Peter Jones and\n                  Mary White}},\n"
            f"  title        = {{A Study of {{BERT}} Models for Things Number {number}}},\n"
            f"  booktitle    = {{Proceedings of the 20th International Conference on Things, {{ICT}} 2020,\n"
            f"                  Berlin, Germany, June 1-5, 2020}},\n  series       = {{Lecture Notes}},\n"
            f"  volume       = {{{number % 500}}},\n  pages        = {{{number}--{number + 10}}},\n"
            f"  publisher    = {{{{ACM}}}},\n  year         = {{2020}},\n"
            f"  url          = {{https://doi.org/10.1145/{number}.{number}}},\n"
            f"  doi          = {{10.1145/{number}.{number}}},\n  timestamp    = {{Tue, 06 Nov 2018 11:07:47 +0100}},\n"
            f"  biburl       = {{https://dblp.org/rec/conf/x/A{number}.bib}},\n"
            f"  bibsource    = {{dblp computer science bibliography, https://dblp.org}}\n}}\n\n"
        )
    return "".join(pieces)


# Engines: each reads a text and gives the number of entries.


def pubtrack_index(text: str) -> int:
    """Blocks and keys."""
    from pubtrack.bibtex import Document

    return len([entry.key for entry in Document.parse(text).entries])


def pubtrack_full(text: str) -> int:
    """All fields, LaTeX not decoded."""
    from pubtrack.bibtex import Document

    return len([len(entry.fields) for entry in Document.parse(text).entries])


def pubtrack_decoded(text: str) -> int:
    """All fields as Unicode text, kept."""
    from pubtrack.bibtex import Document

    return len([entry.texts() for entry in Document.parse(text).entries])


def pubtrack_names(text: str) -> int:
    """All fields as Unicode text, and all people, kept."""
    from pubtrack.bibtex import Document

    document = Document.parse(text)
    return len([(e.texts(), e.names("author"), e.names("editor")) for e in document.entries])


def bibtexparser_split(text: str) -> int:
    """Its splitter, no middleware."""
    from bibtexparser.entrypoint import parse_string

    return len(parse_string(text, parse_stack=[]).entries)


def bibtexparser_default(text: str) -> int:
    """Its default middleware: strings resolved, delimiters removed."""
    from bibtexparser.entrypoint import parse_string

    return len(parse_string(text).entries)


def bibtexparser_names(text: str) -> int:
    """Its default middleware and its people."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    return len(parse_string(text, append_middleware=[SeparateCoAuthors(True), SplitNameParts(True)]).blocks)


def pybtex(text: str) -> int:
    """All fields and people."""
    from pybtex.database import parse_string

    return len(parse_string(text, "bibtex").entries)


ENGINES: dict[str, Callable[[str], int]] = {
    "pubtrack index": pubtrack_index,
    "pubtrack full scan": pubtrack_full,
    "pubtrack decoded": pubtrack_decoded,
    "pubtrack decoded+names": pubtrack_names,
    "bibtexparser splitter": bibtexparser_split,
    "bibtexparser default": bibtexparser_default,
    "bibtexparser +names": bibtexparser_names,
    "pybtex": pybtex,
}


def run_engine(name: str, path: Path) -> None:
    """Runs one engine in this process and prints what it took as JSON."""
    text = path.read_text(encoding="utf-8")
    engine = ENGINES[name]
    engine(text[: text.find("\n\n") + 1])  # imports and caches
    start = time.process_time()
    entries = engine(text)
    seconds = time.process_time() - start
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"entries": entries, "seconds": seconds, "peak_mb": peak_mb}))


def compare(sizes: list[int], slow_limit: int) -> None:
    """Prints a table of all engines at all sizes, with ratios to bibtexparser's splitter."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.bib"
            path.write_text(generated(size), encoding="utf-8")
            print(f"\n{size:,} generated entries, {path.stat().st_size / 1e6:.1f} MB")
            print(f"{'engine':26}{'CPU s':>9}{'entries/s':>12}{'peak MB':>10}{'found':>9}{'x splitter':>12}")
            rows = {name: _measured(name, path) for name in ENGINES if _runs(name, size, slow_limit)}
            base = rows["bibtexparser splitter"]["seconds"]
            for name, row in rows.items():
                print(
                    f"{name:26}{row['seconds']:9.2f}{row['entries'] / row['seconds']:12,.0f}{row['peak_mb']:10.0f}"
                    f"{row['entries'] / size:9.2%}{base / row['seconds']:12.1f}"
                )


def _runs(name: str, size: int, slow_limit: int) -> bool:
    if name == "pybtex":
        return size <= slow_limit and importlib.util.find_spec("pybtex") is not None
    return size <= slow_limit or name != "bibtexparser +names"


def _measured(name: str, path: Path) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__).resolve()), "--engine", name, "--file", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


# Real files


def real_files(source: Path) -> Iterator[tuple[str, bytes]]:
    """Gives name and bytes of every .bib file of a folder or an archive."""
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                yield str(path.relative_to(source)), path.read_bytes()
        return
    with tarfile.open(source) as archive:
        for member in archive:
            stored = archive.extractfile(member) if member.isfile() and member.name.endswith(SUFFIXES) else None
            if stored:
                yield member.name, stored.read()


def ask_bibtex(data: bytes, folder: Path) -> bytes:
    """Gives what BibTeX prints for all entries of a file."""
    (folder / "x.bib").write_bytes(data)
    (folder / "x.bbl").unlink(missing_ok=True)
    sizes = {"max_strings": "3000000", "hash_size": "3000000", "ent_str_size": "5000", "glob_str_size": "500000"}
    env = {**os.environ, "BSTINPUTS": ".", "BIBINPUTS": ".", **sizes}
    subprocess.run(["bibtex", "-min-crossrefs=1000000", "x"], cwd=folder, env=env, capture_output=True, check=False)
    result = folder / "x.bbl"
    return result.read_bytes() if result.is_file() else b""


def check_corpus(source: Path, edits: int) -> None:
    """Prints the figures of correctness on real files."""
    from pubtrack.bibtex import Document

    counts: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    dice = random.Random(1)
    truth = "bibtex" if shutil.which("bibtex") else "bibtexparser"
    start, seconds = time.perf_counter(), 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "all.bst").write_text(STYLE)
        (folder / "x.aux").write_text("\\citation{*}\n\\bibstyle{all}\n\\bibdata{x}\n")
        for _, data in real_files(source):
            begun = time.process_time()
            document = Document.parse(data)
            for entry in document.entries:
                entry.texts()
                entry.names("author")
            seconds += time.process_time() - begun
            counts["files"] += 1
            counts["identical"] += document.render_bytes() == data
            counts["entries"] += len(document)
            counts.update(f"reading {entry.reading}" for entry in document.entries)
            issues.update(issue.kind for issue in document.issues)
            _recall(document, ask_bibtex(data, folder) if truth == "bibtex" else data, truth, counts)
            _edit(data, document, edits, dice, counts)
    _report(counts, issues, truth, seconds, time.perf_counter() - start)


def _recall(document: object, answer: bytes, truth: str, counts: Counter[str]) -> None:
    from pubtrack.bibtex import Document

    assert isinstance(document, Document)
    if document.encoding.name.startswith("utf-16"):
        return  # BibTeX cannot read it
    mine = {entry.key.lower() for entry in document.entries}
    if truth == "bibtexparser":
        from bibtexparser.entrypoint import parse_string

        keys = [entry.key for entry in parse_string(document.render(), parse_stack=[]).entries]
    else:
        text = answer.decode(document.encoding.name, "surrogateescape").replace("\n  ", " ")
        keys = re.findall(r"<e>(.*?)</e>", text, re.DOTALL)
        _names(document, text, counts)
    counts["keys"] += len(keys)
    counts["keys found"] += sum(key.lower() in mine for key in keys)


def _names(document: object, text: str, counts: Counter[str]) -> None:
    from pubtrack.bibtex import Document, parse_name, split_names

    assert isinstance(document, Document)
    for chunk in text.split("<e>")[1:]:
        entry = document.get(chunk.partition("</e>")[0])
        for role in ("author", "editor"):
            block = re.search(rf"<{role}>\s*(.*?)(?=<editor>|\Z)", chunk, re.DOTALL)
            if not block or entry is None or entry.value("crossref"):
                continue
            theirs = [n.split("<|>") for n in re.findall(r"<n>(.*?)</n>", block[1], re.DOTALL)]
            theirs = [parts for parts in theirs if any(map(_plain, parts))]  # "and and": BibTeX counts an empty name
            mine = [parse_name(one) for one in split_names(entry.value(role) or "")]
            counts["names"] += len(theirs)
            if len(mine) != len(theirs):
                continue
            for name, parts in zip(mine, theirs, strict=True):
                ours = [name.first, name.von, name.last or name.literal or "others" * name.others, name.jr]
                counts["names equal"] += list(map(_plain, ours)) == list(map(_plain, parts))


def _plain(text: str) -> str:
    return re.sub(r"[ ~\t\r\n]+", " ", text).strip(" {}")


def _fields(document: object) -> list[tuple[str, str, list[tuple[str, str]]]]:
    from pubtrack.bibtex import Document

    assert isinstance(document, Document)
    return [(e.key, e.type, [(name.lower(), raw) for name, raw in _raw_fields(e)]) for e in document.entries]


def _raw_fields(entry: object) -> list[tuple[str, str]]:
    from pubtrack.bibtex import Entry

    assert isinstance(entry, Entry)
    source = entry._source
    return [(source[s.name_start : s.name_end].strip(), source[s.value_start : s.value_end]) for s in entry.spans()]


def _edit(data: bytes, document: object, edits: int, dice: random.Random, counts: Counter[str]) -> None:
    """Sets or adds one field in some entries, reads the file again, and looks for any other change."""
    from pubtrack.bibtex import Document
    from pubtrack.errors import InputError

    before = _fields(document)
    for number in dice.sample(range(len(before)), min(edits, len(before))):
        names = [name for name, _ in before[number][2]]
        name = dice.choice([*names, "doi", "zzfield"])
        value = dice.choice(["Größe & {x} 50%", "2021", 'A "quoted" text', "10.1000/a_b#c", "Müller, Ü."])
        edited = Document.parse(data)
        try:
            edited.set(edited.entries[number], name, value)
        except InputError:
            counts["edits refused"] += 1
            continue
        again = Document.parse(edited.render_bytes())
        after = _fields(again)
        others = [row for at, row in enumerate(after) if at != number]
        kept = others == [row for at, row in enumerate(before) if at != number]
        same = [f for f in after[number][2] if f[0] != name] == [f for f in before[number][2] if f[0] != name]
        counts["edits right" if kept and same else "edits WRONG"] += 1
        counts["edits not idempotent"] += again.set(again.entries[number], name, value)


def _report(counts: Counter[str], issues: Counter[str], truth: str, seconds: float, wall: float) -> None:
    done = counts["edits right"] + counts["edits WRONG"] + counts["edits refused"]
    print(f"\n{counts['files']} real files, {counts['entries']:,} entries ({wall:.0f} s in all)")
    print(f"  read and decoded in {seconds:.1f} s: {counts['entries'] / seconds:,.0f} entries/s")
    print(f"  saved without an edit, identical: {counts['identical']} ({counts['identical'] / counts['files']:.2%})")
    print(f"  keys of {truth} found: {counts['keys found']:,} of {counts['keys']:,}", end=" ")
    print(f"({counts['keys found'] / max(counts['keys'], 1):.3%})")
    if counts["names"]:
        print(f"  names as in BibTeX: {counts['names equal']:,} of {counts['names']:,}", end=" ")
        print(f"({counts['names equal'] / counts['names']:.3%})")
    print(f"  edits of one field: {done:,}; right {counts['edits right'] / max(done, 1):.3%}", end=", ")
    print(f"wrong {counts['edits WRONG']}, refused {counts['edits refused']}", end=", ")
    print(f"not idempotent {counts['edits not idempotent']}")
    print(f"  readings: { {k.removeprefix('reading '): v for k, v in counts.items() if k.startswith('reading')} }")
    print(f"  issues: {dict(issues.most_common())}")


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--slow-limit", type=int, default=10_000, help="entries that the slow engines get at most")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--edits", type=int, default=2, help="entries of each real file to edit")
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    if arguments.engine:
        run_engine(arguments.engine, arguments.file)
        return
    if arguments.sizes:
        compare(arguments.sizes, arguments.slow_limit)
    if arguments.corpus:
        check_corpus(arguments.corpus, arguments.edits)


if __name__ == "__main__":
    main()
