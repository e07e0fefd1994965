#!/usr/bin/env bash
# pympi and a tier whose annotations touch, each beginning where the one before ends, as episodes do.
#
# Guess: at 1 s one annotation holds (the one that begins there), between 1 s and 2 s one, removing the one at 1 s removes one;
#        moved half a second to the left, the first is cut to the half second that is left of it.
# Seen:  pympi-ling 1.71: both neighbours hold at 1 s; between 1 s and 2 s there are three; removing "the annotation at 1 s"
#        removes two, and says so only by its count. Moved to the left the first is reported as squashed and keeps its whole
#        second, so that it now lies over the second one, which no tier of ELAN can hold.
# Who meets it: who counts a session's episodes under a marker, takes an episode out, or moves an export to a film that was
#        started later. Ask from 1 ms after the beginning to 1 ms before the end, and cut what starts before zero.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check pympi-ling==1.71

cat > try.py <<'PY'
from importlib.metadata import version

from pympi import Elan

EPISODES = [(0, 1000, "neutral"), (1000, 2000, "sadness"), (2000, 3000, "neutral")]


def tier():
    eaf = Elan.Eaf(author="nobody")
    eaf.add_tier("emotion")
    for from_ms, to_ms, word in EPISODES:
        eaf.add_annotation("emotion", from_ms, to_ms, word)
    return eaf


def spans(eaf):
    return sorted((from_ms, to_ms) for from_ms, to_ms, _ in eaf.get_annotation_data_for_tier("emotion"))


removed = tier()
removed_count = removed.remove_annotation("emotion", 1000)
moved = tier()
moved.shift_annotations(-500)

seen = {
    "at 1000 ms": len(tier().get_annotation_data_at_time("emotion", 1000)),
    "between 1000 and 2000 ms": len(tier().get_annotation_data_between_times("emotion", 1000, 2000)),
    "between 1001 and 1999 ms": len(tier().get_annotation_data_between_times("emotion", 1001, 1999)),
    "removed at 1000 ms": removed_count,
    "left of three": len(spans(removed)),
    "moved by -500 ms": spans(moved),
}
print("version ", version("pympi-ling"))
print("expected 1, 1, 1, 1, 2 and [(0, 500), (500, 1500), (1500, 2500)]")
for name, what in seen.items():
    print("seen    ", name, what)
raise SystemExit(
    seen
    != {
        "at 1000 ms": 2,
        "between 1000 and 2000 ms": 3,
        "between 1001 and 1999 ms": 1,
        "removed at 1000 ms": 2,
        "left of three": 1,
        "moved by -500 ms": [(0, 1000), (500, 1500), (1500, 2500)],
    }
)
PY
venv/bin/python try.py
