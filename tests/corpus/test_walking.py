"""Which files below a folder are documents, and what is told of the others."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashgen.corpus import walking
from flashgen.corpus.article import read_bytes
from flashgen.corpus.walking import walk
from flashgen.records.documents import Document


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# T\n\nx\n", "utf-8")


def names(folder: Path) -> list[str]:
    return walk(folder, (".md",)).names


def messages(folder: Path) -> list[str]:
    return [str(problem) for problem in walk(folder, (".md",)).problems]


def test_files_come_before_folders_and_both_are_sorted(tmp_path: Path) -> None:
    put(tmp_path, "b/b.md", "b/a.md", "a/z.MD", "c.md", ".hidden/x.md", ".x.md", "a/x.png")
    assert names(tmp_path) == ["c.md", "a/z.MD", "b/a.md", "b/b.md"]
    assert messages(tmp_path) == []


def test_a_pipe_is_left_out_and_told_without_being_opened(tmp_path: Path) -> None:
    put(tmp_path, "it/a.md")
    os.mkfifo(tmp_path / "it/b.md")
    assert names(tmp_path) == ["it/a.md"]
    assert messages(tmp_path) == ["it/b.md: not a regular file but a pipe, socket or device; left out"]


def test_a_socket_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("s.md")
        assert messages(tmp_path) == ["s.md: not a regular file but a pipe, socket or device; left out"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "it/a.md", "pl/a.md")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "pl":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(tmp_path) == ["it/a.md"]
    assert messages(tmp_path) == ["pl: this folder cannot be read (Permission denied); left out"]


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder with folders so deep inside each other that their path is longer than the system allows."""
    folder = tmp_path / "deep"
    folder.mkdir()
    here = os.open(folder, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("abcdefgh", dir_fd=here)  # noqa: PTH102  # a path cannot name it
        deeper = os.open("abcdefgh", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)  # Python's own rmtree recurses, and pytest would call it


def test_paths_that_are_too_long_are_told_and_deep_folders_are_walked(deep: Path) -> None:
    put(deep, "a.md")
    assert names(deep) == ["a.md"]
    (message,) = messages(deep)
    assert message.endswith("abcdefgh: this folder cannot be read (File name too long); left out")


def test_links_lead_to_files_inside_the_corpus_or_are_told(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    put(corpus, "it/a.md")
    put(tmp_path, "outside/secret.md")
    (corpus / "it/b.md").symlink_to("a.md")
    (corpus / "it/c.md").symlink_to(tmp_path / "outside/secret.md")
    (corpus / "it/d.md").symlink_to("gone.md")
    (corpus / "pl").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert names(corpus) == ["it/a.md", "it/b.md"]
    assert messages(corpus) == [
        "pl: a link to a folder, which is not followed",
        "it/c.md: a link that leads out of the corpus; left out",
        "it/d.md: cannot be read (No such file or directory); left out",
    ]


def test_a_link_to_a_device_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "z.md").symlink_to("/dev/zero")
    assert names(tmp_path) == []
    assert len(messages(tmp_path)) == 1


def test_a_document_has_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.md").open("wb") as stream:
        stream.truncate(walking.LARGEST_DOCUMENT + 1)
    assert messages(tmp_path) == ["a.md: larger than 16 MiB, the most that a document may have; left out"]
    data, problems = read_bytes(Document(str(tmp_path / "a.md"), "a.md", "a", "it"))
    assert data is None
    assert "larger than 16 MiB" in str(problems[0])
