#!/usr/bin/env bash
# MoviePy and a moment in a film whose frame rate drops, as that of a telephone does when the light goes.
#
# Guess: MoviePy has ffmpeg make a constant rate of it, so that get_frame(15.5) is what a player shows at 15.5 s, within one
#        frame.
# Seen:  moviepy 2.2.1 (imageio-ffmpeg 0.8.1) has frames doubled to 30 a second and counts them at the average rate that
#        it read, 17.65. Read on in order, it gives at 5.5 s the picture of 3 s and at 15.5 s that of 9 s. A far jump starts
#        anew and is right, so that the picture depends on what was asked before: 15.5 s asked first is 15 s. The film's
#        duration is right throughout, and nothing is said.
# Who meets it: people who cut pictures out of a film by the times of our export, an episode after the other: the face shown
#        is that of another moment. Make the film's rate constant first (ffmpeg -vf fps=30), or read frames with their times
#        by PyAV.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check moviepy==2.2.1 imageio-ffmpeg==0.8.1 av==18.1.0 numpy==2.4.6

cat > try.py <<'PY'
from fractions import Fraction
from importlib.metadata import version

import av
import numpy as np
from moviepy import VideoFileClip

# Ten seconds at 30 frames a second, then ten at 5. How bright a picture is tells which second it belongs to.
TIMES_MS = [round(frame * 1000 / 30) for frame in range(300)] + [10_000 + 200 * frame for frame in range(50)]
STEP = 10

with av.open("film.mp4", "w") as container:
    stream = container.add_stream("libx264", rate=30)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
    stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
    stream.options = {"bf": "0", "g": "30", "crf": "10"}
    for at_ms in TIMES_MS:
        grey = np.full((48, 64, 3), 20 + STEP * (at_ms // 1000), np.uint8)
        frame = av.VideoFrame.from_ndarray(grey, format="rgb24")
        frame.pts, frame.time_base = at_ms, Fraction(1, 1000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def second_of(picture):
    return round((float(np.mean(picture)) - 20) / STEP)


def in_order(*moments):
    with VideoFileClip("film.mp4") as film:
        return [second_of(film.get_frame(at)) for at in moments]


MOMENTS = (2.5, 5.5, 9.5, 11.5, 15.5, 18.5)
with VideoFileClip("film.mp4") as film:
    duration = round(film.duration, 1)
seen = {
    "one after the other": in_order(*MOMENTS),
    "each alone": [in_order(at)[0] for at in MOMENTS],
    "duration": duration,
}
print("version  moviepy", version("moviepy"))
print("expected", [int(at) for at in MOMENTS], "twice, and 19.8")
print("seen    ", seen)
raise SystemExit(
    seen
    != {
        "one after the other": [1, 3, 5, 6, 9, 10],
        "each alone": [1, 3, 9, 11, 15, 18],
        "duration": 19.8,
    }
)
PY
venv/bin/python try.py
