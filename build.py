"""`python3 build.py ...` is `kaarten ...` in a fresh checkout; with no words it builds the example team.

In: the words after it, and nothing installed but Python. Out: the exit code of what it started. First it makes .venv
beside itself, once. Ready is what a stamp says that is written last: whatever was interrupted, moved, started twice or
went out of date has no fitting stamp and is made again, by one process at a time. `python3 build.py test` adds what
the tests need and runs them. Leaves alone: all that kaarten does. Never installed, and no build backend.
"""

import sys

if sys.version_info < (3, 11):  # an older Python reads no further, but it must be able to parse all of this
    sys.exit(
        f"kaarten needs Python 3.11 or newer; this is {sys.version_info[0]}.{sys.version_info[1]}. "
        "Start it with a newer one: python3.12 build.py"
    )

import contextlib
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import IO, Any, cast

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE / "content" / "teams" / "buurtteam-oost"
EVERYBODYS = ("office",)
"""Extras that every set-up has: whoever keeps a list in Excel or wants slides should not have to install anything."""
FOR_TESTS = (*EVERYBODYS, "dev")
INTERRUPTED = 130

NOT_BEGUN = "First time here"
NOT_FINISHED = "The last set-up was not finished"
MOVED = "This folder was moved or copied"
OTHER_PYTHON = "This is another Python than last time"
OUT_OF_DATE = "What kaarten needs has changed"
MISSING_EXTRA = "The tests need more"


class SetupError(Exception):
    """The set-up cannot go on; the text is for whoever typed the command."""


class Home:
    """The .venv of one checkout, with the stamp that says for what it was made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.folder / "kaarten-ready.json"

    def make_ready(self, extras: Sequence[str]) -> None:
        """Make or mend .venv when it is not ready for these extras. Raises SetupError."""
        if not self.shortfall(extras):
            return
        try:
            with alone(self.root / ".venv.lock") as lock:
                reason = self.shortfall(extras)  # again: another process may have done the work while this one waited
                if reason:
                    self._set_up(reason, extras, lock)
        except OSError as error:
            raise SetupError(f"cannot set up {self.folder}: {error}") from error

    def shortfall(self, extras: Sequence[str]) -> str:
        """Why .venv does not do, in words for the user; empty when it does."""
        if not self.folder.exists():
            return NOT_BEGUN
        stamp = self._read_stamp()
        if not stamp or not self.python.exists():
            return NOT_FINISHED
        wanted = self._stamp_for(extras)
        for key, reason in (("folder", MOVED), ("python", OTHER_PYTHON), ("inputs", OUT_OF_DATE)):
            if stamp.get(key) != wanted[key]:
                return reason
        return "" if set(extras) <= set(stamp.get("extras", [])) else MISSING_EXTRA

    def _read_stamp(self) -> dict[str, Any]:
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return cast("dict[str, Any]", stamp) if isinstance(stamp, dict) else {}

    def _stamp_for(self, extras: Sequence[str]) -> dict[str, Any]:
        inputs = hashlib.sha256()
        for name in ("pyproject.toml", "constraints.txt"):
            inputs.update((self.root / name).read_bytes())
        return {
            "folder": str(self.folder),  # a .venv holds its own path in many files
            "python": platform.python_version(),  # in full: some systems move Python with each small release
            "inputs": inputs.hexdigest(),
            "extras": sorted(extras),
        }

    def _set_up(self, reason: str, extras: Sequence[str], lock: IO[bytes]) -> None:
        say(f"{reason}: setting up .venv, about a minute ...")
        began = time.monotonic()
        extras = sorted({*extras, *self._read_stamp().get("extras", [])})  # who tests keeps the tools for it
        if reason == MISSING_EXTRA:
            self.stamp.unlink()
        else:
            self._make_venv(lock)
        self._install(extras, lock)
        fresh = self.stamp.with_suffix(".new")
        fresh.write_text(json.dumps(self._stamp_for(extras), indent=1), encoding="utf-8")
        fresh.replace(self.stamp)
        say(f"Ready, in {time.monotonic() - began:.0f} s.")

    def _make_venv(self, lock: IO[bytes]) -> None:
        hint = "Python's venv module is missing or broken. On Debian and Ubuntu: sudo apt install python3-venv"
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise SetupError(hint)
        if self.folder.exists():
            shutil.rmtree(self.folder)
        # Not sys.executable: that may be the Python of the very .venv that has just been removed.
        python = getattr(sys, "_base_executable", None) or sys.executable
        self._step([python, "-I", "-m", "venv", str(self.folder)], lock, hint)

    def _install(self, extras: Sequence[str], lock: IO[bytes]) -> None:
        project = f".[{','.join(extras)}]" if extras else "."
        pip = [str(self.python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        hint = "pip could not install what kaarten needs. The first time it needs the network: is there one?"
        self._step([*pip, "--constraint", "constraints.txt", "--editable", project], lock, hint)

    def _step(self, command: list[str], lock: IO[bytes], hint: str) -> None:
        """Run one step of the set-up in silence; when it fails, show what it said.

        The child is handed the lock: were this process killed, the next would wait until the child, too, has gone.
        """
        handed = [lock.fileno()] if os.name == "posix" else []
        done = subprocess.run(
            command,
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=handed,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            say(done.stdout.rstrip())
            raise SetupError(hint)


@contextlib.contextmanager
def alone(path: Path) -> Generator[IO[bytes]]:
    """Hold a lock file, after waiting for its holder. The system frees it when its holders die, however they die."""
    with path.open("ab") as file:
        if not take_lock(file):
            say("Waiting for another set-up to end ...")
            while not take_lock(file):
                time.sleep(0.2)
        yield file


def take_lock(file: IO[bytes]) -> bool:
    """Try to lock an open file, without waiting; closing it frees it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # held: what POSIX says, and what Windows says
        return False
    return True


def run_kaarten(home: Home, words: Sequence[str]) -> int:
    """Run kaarten where the user stands. -P: no folder of the user's is taken for one of our packages."""
    # -X utf8: what is sent into a file or a pipe is then the same on Windows as elsewhere.
    return run([str(home.python), "-P", "-X", "utf8", "-m", "kaarten", *(words or ["build", str(EXAMPLE)])])


def run_tests(home: Home, words: Sequence[str]) -> int:
    """Run every check in turn, pytest last and with `words`; stop at the first that fails."""
    python = str(home.python)
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "pyright": ["-m", "pyright", "--pythonpath", python],
        "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
        "pytest": ["-m", "pytest", "-n", "auto", "--dist", "loadfile", *words],  # files side by side
    }
    for name, command in checks.items():
        say(f"== {name}")
        code = run([python, "-X", "utf8", *command], home.root)
        if code:
            say(f"build.py: {name} failed (exit {code}); no check after it has run")
            return code
    return 0


def run(command: Sequence[str], folder: Path | None = None) -> int:
    """Run to the end and return the exit code. Ctrl-C reaches the child by itself: give it time to tidy up."""
    child = subprocess.Popen(command, cwd=folder)
    interrupted = False
    while True:
        try:
            code = child.wait()
            break
        except KeyboardInterrupt:
            interrupted = True
    if interrupted and code:
        return INTERRUPTED
    return 128 - code if code < 0 else code  # ended by a signal: what a shell would say


def say(text: str) -> None:
    """Tell the user; not on standard output, which is kaarten's own."""
    print(text, file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    """Make ready what `words` need, do what they ask, and return the exit code."""
    testing = words[:1] == ["test"]
    home = Home(HERE)
    try:
        home.make_ready(FOR_TESTS if testing else EVERYBODYS)
        return run_tests(home, words[1:]) if testing else run_kaarten(home, words)
    except SetupError as error:
        say(f"build.py: {error}")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    if __spec__ is not None:  # `python -m build` means the tool of that name, but found this file
        sys.exit("build.py is no build backend. To build a wheel: pyproject-build (pip install build)")
    sys.exit(main(sys.argv[1:]))
