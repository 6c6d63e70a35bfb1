"""The rules of the whole project: every module tested, small and told, nothing of this machine."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for top in ("plans", "desktop") for path in (ROOT / top).rglob("*.py"))
TESTS = sorted(
    path for top in ("plans", "desktop") for path in (ROOT / "tests" / top).rglob("test_*.py")
)
UNTESTED = {
    "plans/errors.py",  # tables of classes: wording is tested for each
    "plans/progress.py",
    "plans/storage/migrations/env.py",  # run by every test that makes a binder
    *(f"desktop/actions/{name}.py" for name in ("action", "file", "go", "help", "view")),
    # ... the rows of one table, tested whole by test_table
    "desktop/bench/probe.py",  # a program of its own, run by bench.starting
}
MOST_LINES = 400
LESS = {"desktop/window/main.py": 250, "desktop/canvas/view.py": 250}
TOP = {"desktop", "plans", "assets", "tests", "pyproject.toml", "README.md"}


def told(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def needs_test(path: Path) -> bool:
    if path.name == "__init__.py" or "migrations/versions" in told(path):
        return False
    return told(path) not in UNTESTED


def mirror(path: Path) -> Path:
    """Where a module's tests lie; `__main__` has `test_main`, a package `test_<its name>`."""
    name = path.parent.name if path.stem == "__init__" else path.stem.strip("_")
    return ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{name}.py"


def committed() -> list[Path]:
    """Files git keeps or would keep; without git, all that are no cache."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize("path", [path for path in MODULES if needs_test(path)], ids=told)
def test_every_module_has_its_tests(path: Path) -> None:
    assert mirror(path).is_file(), f"{told(mirror(path))} is missing"


def test_every_test_has_its_module() -> None:
    modules = {mirror(path) for path in MODULES}
    assert [told(path) for path in TESTS if path not in modules] == []


def test_exceptions_are_real() -> None:
    assert [name for name in UNTESTED if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_modules_are_small_and_open_with_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LESS.get(told(path), MOST_LINES)
    said = ast.get_docstring(ast.parse(text)) or ""
    assert said, "no docstring"
    assert said.split("\n\n")[0].rstrip().endswith((".", "?", "`")), said


@pytest.mark.parametrize("path", [*TESTS, *(ROOT / "tests").rglob("conftest.py")], ids=told)
def test_tests_are_small_and_open_with_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    assert ast.get_docstring(ast.parse(text))


def test_top_level() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in committed()}
    assert {top for top in tops if not top.startswith(".")} == TOP


def test_nothing_of_this_machine_or_of_a_registry() -> None:
    machine = re.compile(r"/root/|/work/|/home/\w|C:\\\\Users", re.IGNORECASE)
    registry = re.compile(
        r"://[^\s\"'`)]*(pypi|pythonhosted|npmjs|artifactory|nexus|mirror|proxy)", re.IGNORECASE
    )
    found = []
    for path in committed():
        if path == Path(__file__).resolve():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{told(path)}: {hit.group()}" for rule in (machine, registry)
                  if (hit := rule.search(text))]  # fmt: skip
    assert found == []


def test_nothing_large_is_committed() -> None:
    large = [told(path) for path in committed() if path.stat().st_size > 1_500_000]
    assert large == []


def test_no_unfinished_work() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    found = [told(path) for path in MODULES if marks.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_readme_gives_the_commands_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in (".ci/with preplan-desk demo", ".ci/with pytest"):
        assert command in readme
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert run.rstrip().splitlines()[-1] == ".ci/with pytest"
    for name in ("run", "with"):
        assert (ROOT / ".ci" / name).stat().st_mode & 0o111
