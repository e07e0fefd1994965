"""Which processes run below one, from /proc."""

from pathlib import Path


def below(pid: int) -> dict[int, str]:
    """Command lines of all processes that descend from `pid`, itself included, by process id."""
    parents: dict[int, int] = {}
    lines: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text()
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        state, parent = stat[stat.rindex(")") + 2 :].split()[:2]
        if state != "Z":
            parents[int(entry.name)], lines[int(entry.name)] = int(parent), line
    found = {pid} & parents.keys()
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return {one: lines[one] for one in found}


def alive(pids: dict[int, str]) -> dict[int, str]:
    """Those of `pids` that still run the same command line."""
    now: dict[int, str] = {}
    for pid, line in pids.items():
        try:
            if Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode() == line and line:
                now[pid] = line
        except OSError:
            pass
    return now
