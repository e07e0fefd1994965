#!/usr/bin/env bash
# OpenCV and a moment in a film whose frame rate drops, as that of a telephone does when the light goes.
#
# Guess: set(CAP_PROP_POS_MSEC, t) multiplies by the average rate, so that it lands at a wrong frame: in this film
#        t = 15 s becomes frame 262, which is shown at 8.75 s.
# Seen:  opencv-python-headless 5.0.0.93 (and 4.12.0.88) lands early in the first half and late in the second, and for the
#        last quarter of the film finds no frame at all: 2 s gives 1.6 s, 11 s gives 13.6 s, 15 s gives nothing. No
#        error. Read from its beginning, the same film gives every frame with its right time.
# Who meets it: people who compare our timeline of a film with py-feat, DeepFace or own code and jump to "the moment at
#        11 s" to look: they see another moment. Read on frame by frame instead and use the time of each.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check opencv-python-headless==5.0.0.93 av==18.1.0 numpy==2.4.6

cat > try.py <<'PY'
from fractions import Fraction

import av
import cv2
import numpy as np

# Ten seconds at 30 frames a second, then ten at 5.
TIMES_MS = [round(frame * 1000 / 30) for frame in range(300)] + [10_000 + 200 * frame for frame in range(50)]

with av.open("film.mp4", "w") as container:
    stream = container.add_stream("libx264", rate=30)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
    stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
    stream.options = {"bf": "0", "g": "30", "sc_threshold": "0"}
    for number, at_ms in enumerate(TIMES_MS):
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number % 250, np.uint8), format="rgb24")
        frame.pts, frame.time_base = at_ms, Fraction(1, 1000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def frame_at(ms):
    film = cv2.VideoCapture("film.mp4", cv2.CAP_FFMPEG)
    film.set(cv2.CAP_PROP_POS_MSEC, ms)
    found, _ = film.read()
    return round(film.get(cv2.CAP_PROP_POS_MSEC)) if found else None


def all_in_order():
    film, times = cv2.VideoCapture("film.mp4", cv2.CAP_FFMPEG), []
    while film.read()[0]:
        times.append(round(film.get(cv2.CAP_PROP_POS_MSEC)))
    return times


seen = {ms: frame_at(ms) for ms in (2000, 5000, 11_000, 12_000, 15_000)}
print("version ", cv2.__version__)
print("expected", {ms: ms for ms in seen}, "within one frame")
print("seen    ", seen)
recorded = {2000: 1567, 5000: 4567, 11_000: 13_600, 12_000: 17_200, 15_000: None}
raise SystemExit(seen != recorded or all_in_order() != TIMES_MS)
PY
venv/bin/python try.py
