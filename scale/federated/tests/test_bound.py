"""No process outlives its guard, or the guard's parent."""

import os
import signal
import subprocess
import sys
import unittest
from pathlib import Path

from ci.checks import wait_until
from faceward_fl import bound

GUARD = [sys.executable, bound.__file__]
# A command that starts another in a session of its own, as a daemon would, says both process ids and waits.
FAMILY = "import os,subprocess,time; p=subprocess.Popen(['sleep','60'],start_new_session=True); print(os.getpid(),p.pid,flush=True); time.sleep(60)"


def gone(pids: list[int], within_s: float) -> bool:
    try:
        wait_until(lambda: not any(runs(pid) for pid in pids), within_s, "processes gone", every_s=0.05)
    except TimeoutError:
        return False
    return True


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@unittest.skipUnless(bound.LINUX, "process trees are looked at in /proc")
class Bound(unittest.TestCase):
    def start(self, *before: str) -> tuple[subprocess.Popen, list[int]]:
        child = subprocess.Popen([*before, *GUARD, "--", sys.executable, "-c", FAMILY], stdout=subprocess.PIPE, text=True)
        self.addCleanup(child.wait)
        self.addCleanup(child.stdout.close)
        return child, [int(word) for word in child.stdout.readline().split()]

    def test_status_of_the_command(self) -> None:
        self.assertEqual(subprocess.run([*GUARD, "--", "sh", "-c", "exit 75"], check=False).returncode, 75)
        self.assertEqual(subprocess.run([*GUARD, "--", "sh", "-c", "kill -9 $$"], check=False).returncode, 137)
        self.assertEqual(subprocess.run(GUARD, check=False, stderr=subprocess.DEVNULL).returncode, 64)

    def test_the_limit(self) -> None:
        self.assertEqual(subprocess.run([*GUARD, "--limit", "0.3", "--", "sleep", "60"], check=False).returncode, 124)

    def test_a_killed_command_leaves_no_daemon(self) -> None:
        child, pids = self.start()
        os.kill(pids[0], signal.SIGKILL)
        self.assertEqual(child.wait(10), 137)
        self.assertTrue(gone(pids, 5))

    def test_told_to_stop(self) -> None:
        child, pids = self.start()
        child.terminate()
        self.assertEqual(child.wait(15), 143)
        self.assertTrue(gone(pids, 5))

    def test_a_killed_parent_takes_all_along(self) -> None:
        parent = "import subprocess,sys; subprocess.run(sys.argv[1:])"
        child, pids = self.start(sys.executable, "-c", parent)
        child.kill()
        child.wait()
        self.assertTrue(gone(pids, 15))

    def test_a_killed_guard_takes_the_command_along(self) -> None:
        child, pids = self.start()
        child.kill()
        child.wait()
        self.addCleanup(lambda: [os.kill(pid, signal.SIGKILL) for pid in pids if runs(pid)])
        self.assertTrue(gone(pids[:1], 5))


if __name__ == "__main__":
    unittest.main()
