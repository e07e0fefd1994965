"""ci.sh's program: runs the parts and counts."""

import subprocess
import sys
import traceback
from pathlib import Path

from ci import rounds_under_fire
from ci.checks import Checks
from ci.federation import HERE


def main() -> int:
    """0 where nothing failed."""
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    tests = subprocess.run([sys.executable, "-m", "unittest", "discover", "-q", "-s", "tests"], cwd=HERE, capture_output=True, text=True, check=False)
    checks.that(tests.returncode == 0, "tests of the app's parts", tests.stderr)
    parts = [rounds_under_fire]
    if "--all" in sys.argv:
        from ci import changed_app, masked, noisy

        parts += [changed_app, masked, noisy]
    for part in parts:
        name = part.__name__.removeprefix("ci.")
        try:
            part.run(folder / name, checks)
        except Exception:
            checks.that(False, f"{name} ran to its end", traceback.format_exc())
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed != 0


if __name__ == "__main__":
    raise SystemExit(main())
