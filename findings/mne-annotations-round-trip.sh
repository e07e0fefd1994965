#!/usr/bin/env bash
# MNE-Python and its own files of annotations: what was saved, read again.
#
# Guess: a description with a comma and letters of a Polish name, and onsets without a date of recording, come back as they
#        were saved, in each of MNE's three formats.
# Seen:  mne 1.13.2: in none. From .csv the onsets count from the first annotation (1.5 s becomes 0 s) and a date in 1970
#        is there that nobody gave. .txt is written as Latin-1, which has no "ł": saving ends with an error; without that
#        letter a file is written whose comma makes reading it end with one. From .fif the letter comes back as "&#322;".
# Who meets it: people who lay a session's entries beside an EEG or a pulse by MNE and keep them in its files: every time is
#        moved by that of the first entry, or nothing can be read. Give the recording's date, or add the first onset again.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check mne==1.13.2 pandas==3.1.1

cat > try.py <<'PY'
import mne

mne.set_log_level("ERROR")


def again(ending, descriptions):
    saved = mne.Annotations(onset=[1.5, 60.25], duration=[2, 0], description=descriptions)
    try:
        saved.save(f"session-annot.{ending}", overwrite=True)
        read = mne.read_annotations(f"session-annot.{ending}")
    except Exception as error:
        return type(error).__name__
    return [float(onset) for onset in read.onset], [str(each) for each in read.description]


typed = ["pijn, erg", "Łukasz woła"]
plain = ["pijn, erg", "wacht"]
seen = {
    "csv": again("csv", typed),
    "fif": again("fif", typed),
    "txt": again("txt", typed),
    "txt, Latin-1": again("txt", plain),
}
print("version ", mne.__version__)
print("expected", ([1.5, 60.25], typed))
for name, what in seen.items():
    print("seen    ", name, what)
raise SystemExit(
    seen
    != {
        "csv": ([0.0, 58.75], typed),
        "fif": ([1.5, 60.25], ["pijn, erg", "&#321;ukasz wo&#322;a"]),
        "txt": "UnicodeEncodeError",
        "txt, Latin-1": "ValueError",
    }
)
PY
venv/bin/python try.py
