"""bound.py [--limit SECONDS] -- COMMAND…: a command none of whose processes outlives it, or whoever started it.

Flower starts a process per message, and that one starts Faceward. Killed with -9, a SuperNode would leave a training behind that nobody
waits for. This stands between: it ends every process that the command started when the command ends, when it is told to stop (TERM, INT,
HUP: the command is told first and has GRACE_S to save), when its own parent is gone, or when the limit is over (exit 124, as timeout(1)).
On Linux the command also dies with this process (PR_SET_PDEATHSIG), and what its dead children leave behind comes here
(PR_SET_CHILD_SUBREAPER), daemons included. Elsewhere the process group alone is ended.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

# How long a command may take to save once it has been told to stop, seconds.
GRACE_S = 10.0
# How often the parent is looked for, seconds.
LOOK_S = 0.2
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LINUX = sys.platform == "linux"


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def _die_with_parent() -> None:
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _children() -> list[int]:
    """Process ids of the direct children of this process; empty where the system does not tell."""
    try:
        return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
    except OSError:
        return []


def _end_all(group: int) -> None:
    """Kills the command's process group, then what is left below this process, generation by generation."""
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    while pids := _children():
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def run(command: list[str], limit_s: float | None, parent: int) -> int:
    """Runs the command to its end.

    Returns its exit status; 128 + n where signal n ended it, 124 where the limit was over, 143 where this process was told to stop and the
    command did not end by itself.
    """
    told = False

    def tell(_signal: int, _frame: object) -> None:
        nonlocal told
        told = True

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, tell)
    if LINUX:
        _prctl(PR_SET_CHILD_SUBREAPER, 1)
    child = subprocess.Popen(command, start_new_session=True, preexec_fn=_die_with_parent if LINUX else None)
    ends_at = None if limit_s is None else time.monotonic() + limit_s
    stops_at: float | None = None
    code: int | None = None
    try:
        while True:
            try:
                code = child.wait(LOOK_S)
                return code if code >= 0 else 128 - code
            except subprocess.TimeoutExpired:
                pass
            now = time.monotonic()
            if stops_at is not None:
                if now > stops_at:
                    return 143
            elif told or os.getppid() != parent:
                os.killpg(child.pid, signal.SIGTERM)
                stops_at = now + GRACE_S
            elif ends_at is not None and now > ends_at:
                return 124
    finally:
        _end_all(child.pid)
        if code is None:
            child.wait()


def main() -> int:
    """Reads the command line; 64 where it says nothing to run."""
    words = sys.argv[1:]
    limit_s = None
    if words[:1] == ["--limit"] and len(words) > 1:
        limit_s = float(words[1])
        words = words[2:]
    if words[:1] != ["--"] or len(words) < 2:
        print("bound.py [--limit SECONDS] -- COMMAND…", file=sys.stderr)
        return 64
    return run(words[1:], limit_s, os.getppid())


if __name__ == "__main__":
    raise SystemExit(main())
