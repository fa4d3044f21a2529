"""The rules of the house that a program can check."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import khabar

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "khabar"
MODULES = sorted(PACKAGE.rglob("*.py"))

# The way of a report through the house; a room imports what stands before it, and the reader and the command all.
ORDER = [
    "errors", "model", "records", "intake", "lexicon", "text", "numbers", "dates", "context", "actors", "places",
    "clauses", "claims", "incidents", "store", "exports", "workspace", "_pool", "reader", "__init__", "cli",
]  # fmt: skip
LARGEST_MODULE = 320
LARGEST_FUNCTION = 45
# A closed class of grammar (relative pronouns, conjunctions) is short; a longer list is vocabulary.
ARABIC_WORD = re.compile("[\u0621-\u064a]{4,}")
MOST_WORDS_OF_A_LIST = 10
MOST_WORDS_OF_A_MODULE = 40


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The rooms that a module imports, those for types alone aside."""
    package = ["khabar", *path.relative_to(PACKAGE).parts[:-1]]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "khabar" else [module]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "khabar":
                yield parts[1] if len(parts) > 1 and parts[1] in ORDER else "__init__"


def short(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_room_imports_only_what_stands_before_it(path: Path) -> None:
    own = room(path)
    assert own in ORDER, f"{own} has no place in the order of the house"
    later = {name for name in imports(path) if ORDER.index(name) > ORDER.index(own)}
    # Everybody may ask for the version.
    later -= {"__init__"} if "from . import __version__" in path.read_text(encoding="utf-8") else set()
    assert not later, f"{own} imports {sorted(later)}, which come after it"


def docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "lexicon"], ids=short)
def test_arabic_word_lists_lie_in_the_lexicon(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = docstrings(tree)

    def words(node: ast.AST) -> set[str]:
        return {
            word
            for part in ast.walk(node)
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in prose
            for word in ARABIC_WORD.findall(part.value)
        }

    lists = [
        f"line {node.lineno}: {sorted(found)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict | ast.Constant)
        and len(found := words(node)) > MOST_WORDS_OF_A_LIST
        and id(node) not in prose
    ]
    assert not lists, "move to lexicon/ar: " + "; ".join(lists)
    assert len(words(tree)) <= MOST_WORDS_OF_A_MODULE, "much Arabic for code; what of it is vocabulary?"


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_modules_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    assert lines <= LARGEST_MODULE
    large = [
        f"{node.name} ({length})"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and (length := node.end_lineno - node.lineno + 1) > LARGEST_FUNCTION  # type: ignore[operator]
    ]
    assert not large


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def project_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_no_file_names_a_machine_or_a_registry() -> None:
    registries = r"py" r"pi\.org|python" r"hosted\.org|registry\.np" r"mjs|proxy\.golang|crates\.io"
    options = r"--(?:extra-)?index-u" r"rl|--find-li" r"nks|--trusted-ho" r"st"
    paths = r"(?<![\w.$}~/])/(?:wo" r"rk|ho" r"me|ro" r"ot|Us" r"ers|opt|mnt)/\w"
    forbidden = re.compile(f"{registries}|{options}|{paths}")
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a compiled artefact
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in forbidden.finditer(text)]
    assert not found, found[:20]


def test_no_gold_text_lies_in_the_project() -> None:
    shared = ROOT.parent / "shared" / "gold"
    if not shared.exists():
        pytest.skip("../shared is absent: its texts cannot be compared")
    import json

    sentences = set()
    for name in ("seed", "dev", "train", "not_conflict"):
        for line in (shared / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            sentences |= {text[i : i + 60] for i in range(0, len(text) - 60, 60)}
    copied = []
    for path in project_files():
        if path.suffix in (".yml", ".py", ".md", ".txt", ".jsonl", ".json", ".toml"):
            text = path.read_text(encoding="utf-8")
            copied += [
                f"{path.relative_to(ROOT)}: {text[i : i + 60]!r}"
                for i in range(len(text) - 60)
                if text[i : i + 60] in sentences
            ]
    assert not copied, copied[:5]


def test_the_docs_name_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {room(path) for path in MODULES} - {"__init__", "_pool"}
    missing = sorted(name for name in rooms if not re.search(rf"`{name}(?:/|\.py)`", page))
    assert not missing


def test_the_changelog_knows_this_version() -> None:
    assert f"## {khabar.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'version = "{khabar.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
