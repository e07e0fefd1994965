"""An app that was changed after the review runs at no hospital that has pinned the reviewed one, and does run where it is the pinned one."""

import shutil
from pathlib import Path

from ci.checks import Checks
from ci.federation import HERE, Federation
from ci.ready import SITES, ready

# What the changed app does besides: it leaves a file where it ran.
CHANGE = '\nimport os\nfrom pathlib import Path\n\nPath(os.environ["FLWR_HOME"], "changed-app-ran").touch()\n'


def run(folder: Path, checks: Checks) -> None:
    """Runs all of it in the folder."""
    source = folder / "changed"
    shutil.copytree(HERE, source, ignore=shutil.ignore_patterns("__pycache__"))
    with (source / "faceward_fl" / "client_app.py").open("a") as file:
        file.write(CHANGE)
    federation = Federation(folder, SITES, app=source)
    try:
        reviewed = federation.build(HERE, folder / "reviewed")
        again = federation.build(HERE, folder / "reviewed-again")
        checks.that(Path(reviewed).read_bytes() == Path(again).read_bytes(), "one source gives one app file, byte for byte")
        ready(federation, {"a": reviewed, "b": reviewed})
        federation.begin_run(init=str(folder / "init.safetensors"), out=str(folder / "rounds"), rounds=1, quorum=2, timeout=120, grace=100)
        state = federation.end_run(240)
        ran = [site for site in SITES if (folder / f"home-{site}" / "changed-app-ran").exists()]
        checks.that(ran == ["c"], "a changed app runs only where it was pinned", ran)
        checks.that(state.startswith("finished:failed"), "and its run ends as failed", state)
    finally:
        federation.stop()
