#!/usr/bin/env bash
# hl7apy and a nurse's note with "&" or "^" in it, put into an observation of HL7 v2.
#
# Guess: what is assigned to a field of plain text (TX) is escaped, since "&", "^", "|", "~" and "\" are the message's own
#        signs: "mother & father" goes out as "mother \T\ father" and comes back whole.
# Seen:  hl7apy 1.3.5 escapes "|", "~" and "\" and leaves "&" and "^" as they are: by the standard the note is two parts
#        then, and a receiver that reads the first part of a text, as python-hl7 0.4.5 hands it out, reads "mother ". Escaped
#        by hand beforehand, it is left alone and comes back whole.
# Who meets it: whoever passes FLACC scores and notes of our CSV or JSON on to a hospital's interface engine. Write \T\ for
#        "&" and \S\ for "^" before the text is assigned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check hl7apy==1.3.5 hl7==0.4.5

cat > try.py <<'PY'
import hl7
from hl7apy.core import Segment

HEAD = "MSH|^~\\&|ward||engine||20260302||ORU^R01|1|P|2.5\r"


def sent(note):
    observation = Segment("OBX", version="2.5")
    observation.obx_2 = "TX"
    observation.obx_5 = note
    return observation.to_er7()


def received(note):
    return hl7.parse(HEAD + sent(note) + "\r").extract_field("OBX", 1, 5, 1, 1, 1)


seen = {
    "sent &": sent("mother & father").split("|")[5],
    "sent ^": sent("pain ^ since noon").split("|")[5],
    "sent | ~ \\": "|".join(sent("a | b ~ c \\ d").split("|")[5:]),
    "received &": received("mother & father"),
    "received ^": received("pain ^ since noon"),
    "received |": received("a | b"),
    "received & by hand": received("mother \\T\\ father"),
}
print("versions hl7apy 1.3.5, hl7 0.4.5")
print("expected every note back as it was")
for name, what in seen.items():
    print("seen    ", name, repr(what))
raise SystemExit(
    seen
    != {
        "sent &": "mother & father",
        "sent ^": "pain ^ since noon",
        "sent | ~ \\": "a \\F\\ b \\R\\ c \\E\\ d",
        "received &": "mother ",
        "received ^": "pain ",
        "received |": "a | b",
        "received & by hand": "mother & father",
    }
)
PY
venv/bin/python try.py
