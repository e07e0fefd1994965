#!/usr/bin/env bash
# mediabunny and a film that was shortened on a telephone: the file keeps everything, its edit list says what is shown.
#
# Guess: what a player hides is left out. Of 6 s, trimmed to 2 s ... 5 s, 3 s are given, from 0 on; with the middle third
#        cut out, the four seconds that are left.
# Seen:  mediabunny 1.61.0 moves the times by the first edit's beginning and does nothing else. The trimmed film begins at
#        -2 s, with what was trimmed away, goes on to 4 s though a player ends at 3 s, and says that it lasts 4 s. Of the
#        film without its middle everything is given, for 6 s, with a line on the console. FFmpeg shows 3 s and 4 s.
# Who meets it: everybody who reads families' films in a browser: minutes that were cut out on purpose are read, and every
#        moment after a cut lies elsewhere than in the player beside it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check av==18.1.0 numpy==2.4.6
npm init -y >/dev/null
npm install --silent --no-fund --no-audit mediabunny@1.61.0

cat > film.py <<'PY'
import struct
from fractions import Fraction

import av
import numpy as np

RATE, FRAMES = 30, 180


def children(data, start, end):
    """(kind, offset, size) of the boxes that lie side by side in an MP4."""
    while start < end:
        size, kind = struct.unpack_from(">I4s", data, start)
        yield kind, start, size
        start += size


def box(data, kind, start, end):
    return next(((at, size) for name, at, size in children(data, start, end) if name == kind), None)


def with_edits(edits):
    """The plain film with an edit list; each edit is (length in ms, beginning in the media in s)."""
    data = bytearray(open("plain.mp4", "rb").read())
    moov, _ = box(data, b"moov", 0, len(data))
    trak, trak_size = box(data, b"trak", moov + 8, len(data))
    before = box(data, b"edts", trak + 8, trak + trak_size)
    if before:
        del data[before[0]:sum(before)]
    after_header = sum(box(data, b"tkhd", trak + 8, len(data)))
    entries = b"".join(struct.pack(">IiI", ms, round(s * TIMESCALE), 1 << 16) for ms, s in edits)
    elst = struct.pack(">I4sII", 16 + len(entries), b"elst", 0, len(edits)) + entries
    edts = struct.pack(">I4s", 8 + len(elst), b"edts") + elst
    data[after_header:after_header] = edts
    for at in (moov, trak):
        (size,) = struct.unpack_from(">I", data, at)
        struct.pack_into(">I", data, at, size + len(edts) - (before[1] if before else 0))
    return data


with av.open("plain.mp4", "w") as container:
    stream = container.add_stream("libx264", rate=RATE)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
    stream.options = {"bf": "0", "g": "15"}
    for number in range(FRAMES):
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number, np.uint8), format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
with av.open("plain.mp4") as container:
    TIMESCALE = container.streams.video[0].time_base.denominator

for name, edits in {"trimmed": [(3000, 2)], "cut": [(2000, 0), (2000, 4)]}.items():
    open(f"{name}.mp4", "wb").write(with_edits(edits))
    with av.open(f"{name}.mp4") as container:
        print(f"FFmpeg     {name}: {sum(1 for _ in container.decode(video=0)) / RATE} s")
PY
venv/bin/python film.py

cat > read.mjs <<'JS'
import assert from 'node:assert/strict';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';

const seen = {};
for (const name of ['trimmed', 'cut']) {
  const input = new Input({ source: new FilePathSource(`${name}.mp4`), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  let packets = 0;
  for await (const _ of new EncodedPacketSink(track).packets()) packets += 1;
  seen[name] = { packets, firstS: await track.getFirstTimestamp(), endS: await track.computeDuration() };
  console.log('mediabunny', name, seen[name]);
}
assert.deepEqual(seen, {
  trimmed: { packets: 180, firstS: -2, endS: 4 },
  cut: { packets: 180, firstS: 0, endS: 6 },
});
JS
node read.mjs
