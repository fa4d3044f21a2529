"""Every rule file has examples, they hold, and no row can go without breaking one."""

from __future__ import annotations

import pytest

from tests.support.examples import KINDS, examples, files, lexicon, misses, row_strings
from tests.support.rooms import ROOMS, way


@pytest.mark.parametrize("file", files())
def test_file_has_every_kind_of_example(file: str) -> None:
    kinds = {example.kind for example in examples(file)}
    assert kinds == set(KINDS), f"{file}.examples.yml lacks {set(KINDS) - kinds}"


@pytest.mark.parametrize("file", files())
def test_examples_hold(file: str) -> None:
    run = ROOMS[way(file)](lexicon())
    wrong = [miss for example in examples(file) if (miss := misses(example, run(example)))]
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("file", files())
def test_examples_differ(file: str) -> None:
    texts = [example.folded for example in examples(file)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("file", files())
def test_no_row_is_idle(file: str) -> None:
    build = ROOMS[way(file)]
    pool = [example for other in files() if way(other) == way(file) for example in examples(other)]
    idle = []
    for section, rows in lexicon().sections(file).items():
        for row in rows:
            run = build(lexicon().without(f"{file}/{section}/{row['id']}"))
            strings = row_strings(dict(row))
            near = [e for e in pool if any(s in e.folded for s in strings if s)]
            far = [e for e in pool if e not in near]
            if not any(misses(e, run(e)) for e in near) and not any(misses(e, run(e)) for e in far):
                idle.append(f"{file}/{section}/{row['id']}")
    assert not idle, f"{len(idle)} rows without which every example still holds: {idle[:20]}"
