#!/usr/bin/env bash
# A program that sends an LSL stream is killed; once as it is, once after it has started another program (a viewer, a player)
# that still runs.
#
# Guess: in both cases a receiver is told within two seconds that the stream is lost: the system closes what a dead program held.
# Seen:  pylsl 1.18.6 over liblsl 1.18: alone, it is told at once. With the other program still running, it is told nothing in 20 s: liblsl
#        opens its sockets without close-on-exec, what is started by a shell inherits them, and the connection stays up with nobody
#        behind it. The port stays taken, too.
# Who meets it: who starts a stimulus or a viewer from the program that sends, and takes "no error" for "nothing to send". Python's
#        subprocess closes what it should not pass on; os.system, and a shell from C or Node, do not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check pylsl==1.18.6 numpy==2.4.6

cat > send.py <<'PY'
import os
import sys
import time

import pylsl

name = sys.argv[1]
outlet = pylsl.StreamOutlet(pylsl.StreamInfo(name, "EEG", 1, 0, "float32", name))
outlet.wait_for_consumers(20)
if name == "with a child":
    os.system("sleep 30 &")
outlet.push_sample([1.0])
time.sleep(60)
PY

cat > try.py <<'PY'
import subprocess
import sys
import time

import pylsl


def told_after_kill(name):
    sender = subprocess.Popen([sys.executable, "send.py", name], stderr=subprocess.DEVNULL)
    found = pylsl.resolve_byprop("name", name, 1, 10)
    inlet = pylsl.StreamInlet(found[0], recover=False)
    inlet.open_stream(10)
    assert inlet.pull_sample(timeout=10)[0] == [1.0]
    sender.kill()
    sender.wait()
    began = time.monotonic()
    while time.monotonic() - began < 20:
        try:
            inlet.pull_sample(timeout=0.5)
        except pylsl.util.LostError:
            return "told at once" if time.monotonic() - began < 2 else "told late"
    return "not told in 20 s"


print("version", pylsl.library_version())
seen = {name: told_after_kill(name) for name in ("alone", "with a child")}
for name, what in seen.items():
    print(f"{name:12} expected told at once, seen {what}")
raise SystemExit(seen != {"alone": "told at once", "with a child": "not told in 20 s"})
PY
venv/bin/python try.py 2>log || { code=$?; tail -5 log; exit "$code"; }
