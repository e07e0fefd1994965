#!/usr/bin/env bash
# MNELAB and an XDF file of readings some eight a second, with a gap of 40 s and a marker at 200 s, where the value changes.
#
# Guess: declared as irregular (rate 0) it is read when a new rate is asked for; declared at its rate, the gap is kept or
#        closed, but the marker stays where the value changes; on a regular grid with NaN in the gap all is well at any rate.
# Seen:  mnelab 1.4.0 over pyxdf 1.17.5: a stream of rate 0 is a marker stream, whatever its type, and is refused ("at least
#        one stream must be a regular stream"). Declared at 8 Hz, without the empty time, the change lies at 186.2 s and the
#        marker at 190.5 s: pyxdf spreads the readings evenly over the gap, start included. On the grid all is right as read,
#        but a new rate makes every value NaN, with "gap_threshold" too where the new rate is lower.
# Who meets it: who opens a slow stream with gaps (a face's readings, a ward's pulse) beside an EEG. pyxdf alone wants rate 0,
#        MNELAB wants a grid: a file for both holds both, and is not resampled in MNELAB.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check mne==1.13.2 pyxdf==1.17.5 pybvrf==0.1.3
# Without its window's libraries, of which the reader needs none.
venv/bin/pip install --quiet --no-compile --disable-pip-version-check --no-deps mnelab==1.4.0

cat > try.py <<'PY'
import logging
import struct
from importlib.metadata import version

import mne
import numpy
from mnelab.io.xdf import read_raw_xdf

mne.set_log_level("ERROR")
logging.disable(logging.WARNING)


def sized(body):
    """XDF's variable-length prefix, of one byte or of four."""
    count = len(body)
    return (b"\x01" + struct.pack("B", count) if count < 256 else b"\x04" + struct.pack("<I", count)) + body


def chunk(tag, body):
    return sized(struct.pack("<H", tag) + body)


def stream(number, name, kind, rate, form, times, values):
    head = (
        f'<?xml version="1.0"?><info><name>{name}</name><type>{kind}</type><channel_count>1</channel_count>'
        f"<nominal_srate>{rate}</nominal_srate><channel_format>{form}</channel_format><desc/></info>"
    )
    foot = (
        f'<?xml version="1.0"?><info><first_timestamp>{times[0]}</first_timestamp>'
        f"<last_timestamp>{times[-1]}</last_timestamp><sample_count>{len(times)}</sample_count></info>"
    )
    rows = b"".join(b"\x08" + struct.pack("<d", time) + value for time, value in zip(times, values))
    identity = struct.pack("<I", number)
    samples = identity + b"\x04" + struct.pack("<I", len(times)) + rows
    return chunk(2, identity + head.encode()) + chunk(3, samples) + chunk(6, identity + foot.encode())


def write(path, rate, times, values):
    floats = [struct.pack("<f", value) for value in values]
    with open(path, "wb") as file:
        file.write(b"XDF:" + chunk(1, b'<?xml version="1.0"?><info><version>1.0</version></info>'))
        file.write(stream(1, "readings", "Emotion", rate, "float32", times, floats))
        file.write(stream(2, "markers", "Markers", 0, "string", [1200.0], [sized(b"needle")]))


def read(path, **how):
    try:
        raw = read_raw_xdf(path, stream_ids=[1], **how)
    except RuntimeError as error:
        return str(error).split(",")[0]
    values = raw.get_data()[0]
    high = numpy.flatnonzero(values > 0.5)
    if not len(high):
        return "every value NaN" if numpy.isnan(values).all() else "no change"
    change = high[0] / raw.info["sfreq"]
    return f"change at {change:.1f} s, marker at {raw.annotations[0]['onset']:.1f} s, NaN {numpy.isnan(values).mean():.2f}"


grid = [1000 + k / 8 for k in range(2400)]
values = [0.05 if time < 1200 else 0.95 for time in grid]
there = [not 1060 <= time < 1100 for time in grid]
kept = [time for time, is_there in zip(grid, there) if is_there]
kept_values = [value for value, is_there in zip(values, there) if is_there]
write("irregular.xdf", 0, kept, kept_values)
write("declared.xdf", 8, kept, kept_values)
write("grid.xdf", 8, grid, [value if is_there else float("nan") for value, is_there in zip(values, there)])

seen = {
    "irregular, 8 Hz asked for": read("irregular.xdf", fs_new=8),
    "declared": read("declared.xdf"),
    "grid": read("grid.xdf"),
    "grid, 8 Hz asked for": read("grid.xdf", fs_new=8),
    "grid, 4 Hz and gaps asked for": read("grid.xdf", fs_new=4, gap_threshold=1),
}
print("versions", version("mnelab"), version("pyxdf"))
print("expected change at 200.0 s, marker at 200.0 s in each")
for name, what in seen.items():
    print(f"seen     {name}: {what}")
right = "change at 200.0 s, marker at 200.0 s, NaN 0.13"
raise SystemExit(
    seen
    != {
        "irregular, 8 Hz asked for": "Loading only marker streams is not supported",
        "declared": "change at 186.2 s, marker at 190.5 s, NaN 0.00",
        "grid": right,
        "grid, 8 Hz asked for": "every value NaN",
        "grid, 4 Hz and gaps asked for": "every value NaN",
    }
)
PY
venv/bin/python try.py
