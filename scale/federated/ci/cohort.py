"""The rendered demo cohort, split by child into hospitals."""

import csv
import json
import shutil
from pathlib import Path

from ci.federation import REPOSITORY

COHORT = REPOSITORY / "resources" / "demo-cohort"


def split(folder: Path, sites: list[str], children: int, adults: int, **settings: object) -> None:
    """Gives each hospital so many children and adults of its own, one more child to each next hospital, and writes its federation file."""
    with (COHORT / "manifest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    subjects = {group: sorted({row["subject"] for row in rows if row["group"] == group}) for group in ("child", "adult")}
    for index, site in enumerate(sites):
        mine = {subjects["child"].pop(0) for _ in range(children + index)} | {subjects["adult"].pop(0) for _ in range(adults)}
        data = folder / f"images-{site}"
        # One take of two of each expression: half the time.
        taken = [row for row in rows if row["subject"] in mine and row["path"].endswith("_1.jpg")]
        for row in taken:
            to = data / row["path"]
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(COHORT / row["path"], to)
        with (data / "manifest.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(taken)
        may_share = folder / f"may-share-{site}.txt"
        may_share.write_text("".join(f"{subject}\n" for subject in sorted(mine)))
        write_federation(folder, site, str(data), seed=index + 1, **settings)


def write_federation(folder: Path, site: str, dataset: str, **settings: object) -> None:
    """A hospital's federation file."""
    (folder / f"{site}.json").write_text(json.dumps({"dataset": [dataset], "mayShare": f"may-share-{site}.txt", **settings}))
