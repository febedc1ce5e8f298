"""Log files of roles: they grow to a limit, and stop nobody."""

from pathlib import Path

from adapters.devstack.line_file import LineFile


def test_a_full_file_becomes_the_old_one(tmp_path: Path) -> None:
    """Two files of a hundred bytes at most are left of a thousand, the newest lines in them."""
    path = tmp_path / "logs" / "serve.log"
    log = LineFile(path, bytes_max=100)
    for number in range(100):
        log.write(f"line {number:04}")
    log.close()
    files = {file.name: file.read_text().splitlines() for file in path.parent.iterdir()}
    assert {name: len(lines) for name, lines in files.items()} == {
        "serve.log": 10,
        "serve.log.old": 10,
    }
    assert (files["serve.log.old"][0], files["serve.log"][-1]) == ("line 0080", "line 0099")


def test_the_next_start_goes_on_with_the_file(tmp_path: Path) -> None:
    """Nothing that was there is lost, and only the owner may read it."""
    for line in ("first", "second"):
        log = LineFile(tmp_path / "work.log")
        log.write(line)
        log.close()
    assert (tmp_path / "work.log").read_text() == "first\nsecond\n"
    assert (tmp_path / "work.log").stat().st_mode & 0o777 == 0o600


def test_a_disk_that_refuses_stops_nobody(tmp_path: Path) -> None:
    """Where there can be no file, lines are dropped; once there can, they are kept again."""
    folder = tmp_path / "logs"
    folder.write_text("in the way")
    log = LineFile(folder / "infer.log")
    log.write("dropped")
    folder.unlink()
    log.write("kept")
    log.close()
    assert (folder / "infer.log").read_text() == "kept\n"
