#!/usr/bin/env bash
# Photographs of a telephone, which lie sideways and say so in their EXIF, saved as HEIC or AVIF in Python.
#
# Guess: Pillow with pillow-heif saves a picture with the EXIF that it is given, and shows it upright afterwards, whether the
#        EXIF is given as bytes or as the object that getexif() returns; that object stays as it was.
# Seen:  pillow-heif 1.8.1 turns the picture if the EXIF is bytes or is not given. Given as the object, the picture stays
#        sideways and nothing says so any more. Pillow 13.0.0 saves an AVIF rightly and takes the orientation out of the
#        caller's object: whatever is saved with it next, a WebP here, is sideways.
# Who meets it: people who make a folder smaller before they bring it into the training lab: its faces lie on their side,
#        where they are hard to find, for people as well. Turn first (ImageOps.exif_transpose), or hand over
#        image.info["exif"].
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check pillow==13.0.0 pillow-heif==1.8.1

cat > try.py <<'PY'
import pillow_heif
from PIL import Image, ImageOps

pillow_heif.register_heif_opener()
ORIENTATION = 0x0112

# A picture of 80 x 40 that is 40 x 80 once it is upright.
exif = Image.Exif()
exif[ORIENTATION] = 6
Image.new("RGB", (80, 40), "red").save("telephone.jpg", exif=exif)
telephone = Image.open("telephone.jpg")


def upright(path):
    width, height = ImageOps.exif_transpose(Image.open(path)).size
    return height > width


def saved(path, **options):
    telephone.save(path, **options)
    return upright(path)


one_object = telephone.getexif()
seen = {
    "jpg": upright("telephone.jpg"),
    "heic, exif not given": saved("none.heic"),
    "heic, exif as bytes": saved("bytes.heic", exif=telephone.info["exif"]),
    "heic, exif as object": saved("object.heic", exif=one_object),
    "webp, exif as object": saved("before.webp", exif=one_object),
    "avif, exif as object": saved("object.avif", exif=one_object),
    "webp, the same object after": saved("after.webp", exif=one_object),
}
print("versions Pillow 13.0.0, pillow-heif 1.8.1")
print("expected upright, all seven")
print("seen    ", seen)
raise SystemExit(
    seen
    != {
        "jpg": True,
        "heic, exif not given": True,
        "heic, exif as bytes": True,
        "heic, exif as object": False,
        "webp, exif as object": True,
        "avif, exif as object": True,
        "webp, the same object after": False,
    }
)
PY
venv/bin/python try.py
