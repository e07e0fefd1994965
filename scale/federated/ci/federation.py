"""A coordinator and hospitals on loopback, each started by the scripts that a real one is started by."""

import json
import os
import signal
import socket
import subprocess
from pathlib import Path

from ci import processes
from ci.checks import wait_until

HERE = Path(__file__).resolve().parent.parent
REPOSITORY = HERE.parent.parent
FACEWARD = os.environ.get("FACEWARD", f"node {REPOSITORY}/src/hosts/cli/faceward.mjs")


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody listens on just now."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Federation:
    """One federation in a folder. Every process is a child of this one, in a session of its own."""

    def __init__(self, folder: Path, sites: list[str], app: Path = HERE) -> None:
        self.folder = folder
        self.app = app
        self.sites = sites
        self.keys = folder / "keys"
        self.log = folder / "log"
        self.log.mkdir(parents=True, exist_ok=True)
        self.link_port, self.door_port, *node_ports = free_ports(2 + len(sites))
        self.node_ports = dict(zip(sites, node_ports, strict=True))
        self.running: dict[str, subprocess.Popen] = {}
        self.runs = 0
        self.fab = ""

    def make(self) -> None:
        """Keys, the app's file, and at each hospital the pinned app."""
        self._do("keys.sh", "ca", self.keys, "127.0.0.1")
        for site in self.sites:
            self._do("keys.sh", "site", self.keys, site)
        self.fab = self.build(self.app, self.folder / "app")
        for name, port in (("link", self.link_port), ("door", self.door_port)):
            home = self.folder / f"cli-{name}"
            home.mkdir(exist_ok=True)
            (home / "config.toml").write_text(
                f'[superlink]\ndefault = "{name}"\n[superlink.{name}]\naddress = "127.0.0.1:{port}"\nroot-certificates = "{self.keys}/ca.crt"\n'
            )

    def build(self, source: Path, to: Path) -> str:
        """Makes an app's file of its source."""
        script = source / "build.sh"
        return subprocess.run([str(script), str(to)], check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout.strip()

    def pin(self, site: str, fab: str) -> None:
        """Installs the reviewed app at a hospital."""
        self._do("pin.sh", self.folder / f"home-{site}", fab)

    def start_coordinator(self) -> None:
        """SuperLink; returns when it listens."""
        self._start("superlink", ["superlink.sh", self.keys, self.folder / "state.db", self.link_port])
        self._listens(self.link_port)

    def start_door(self) -> None:
        """nginx; returns when it listens."""
        self._start("door", ["door.sh", self.keys, self.folder / "door", f"127.0.0.1:{self.door_port}", self.link_port])
        self._listens(self.door_port)

    def start_site(self, site: str) -> None:
        """A hospital's SuperNode; it comes by itself."""
        words = [self.folder / f"home-{site}", self.keys / "ca.crt", self.keys / site, f"127.0.0.1:{self.door_port}", self.node_ports[site]]
        self._start(site, ["supernode.sh", *words, site, self.folder / f"{site}.json", FACEWARD], KEPT=str(self.folder / f"kept-{site}"))

    def register(self, site: str) -> None:
        """The coordinator takes a hospital's public key in."""
        self.flwr("supernode", "register", str(self.keys / f"{site}.pub"), "--name", site)

    def online(self) -> int:
        """How many hospitals the coordinator sees."""
        return sum(node["status"] == "online" for node in json.loads(self.flwr("supernode", "list", "--format", "json").stdout)["nodes"])

    def begin_run(self, **config: object) -> Path:
        """Submits a run at the coordinator and follows it in the background. Returns its log."""
        self.runs += 1
        words = " ".join(f"{key}={json.dumps(value)}" for key, value in config.items())
        log = self.log / f"run-{self.runs}.log"
        home = {"FLWR_HOME": str(self.folder / "cli-link")}
        with log.open("w") as file:
            self.running["run"] = subprocess.Popen(
                ["flwr", "run", str(self.app), "--run-config", words, "--stream"], stdout=file, stderr=file, env=os.environ | home, start_new_session=True
            )
        return log

    def end_run(self, within_s: float) -> str:
        """Waits for the run that is followed and returns its state, as finished:completed."""
        self.running.pop("run").wait(within_s)
        return self.state()

    def state(self) -> str:
        """The newest run's state."""
        return json.loads(self.flwr("list", "--format", "json").stdout)["runs"][0]["status"]

    def flwr(self, *words: str, by: str = "link", check: bool = True) -> subprocess.CompletedProcess:
        """Flower's command, at SuperLink itself or through the door."""
        home = {"FLWR_HOME": str(self.folder / f"cli-{by}")}
        return subprocess.run(["flwr", *words], env=os.environ | home, capture_output=True, text=True, check=check, timeout=60)

    def node(self, site: str) -> dict[int, str]:
        """The processes of a hospital's SuperNode, by process id."""
        return processes.below(self.running[site].pid)

    def at_work(self, site: str, task: str, number: int) -> bool:
        """Whether a hospital is at a round's task just now."""
        return any("federated-round --federation" in line and f"--task {task} --round {number} " in line for line in self.node(site).values())

    def kill(self, name: str, command: str) -> dict[int, str]:
        """Kills with -9 the one process of a part whose command line begins so. Returns all processes of the part as they were."""
        before = processes.below(self.running[name].pid)
        victim = [pid for pid, line in before.items() if command in line and "bound.py" not in line and "supernode.sh" not in line]
        os.kill(min(victim), signal.SIGKILL)
        # The script that starts a SuperNode again is meant to stay.
        return {pid: line for pid, line in before.items() if "supernode.sh" not in line}

    def stop(self) -> None:
        """Ends everything; nothing is left behind."""
        for child in self.running.values():
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGTERM)
        for child in self.running.values():
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait(5)

    def _do(self, script: str, *words: object) -> str:
        return subprocess.run([str(HERE / script), *map(str, words)], check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout

    def _start(self, name: str, words: list[object], **more: str) -> None:
        script, *rest = words
        with (self.log / f"{name}.log").open("a") as file:
            self.running[name] = subprocess.Popen(
                [str(HERE / str(script)), *map(str, rest)], stdout=file, stderr=file, env=os.environ | more, start_new_session=True
            )

    def _listens(self, port: int) -> None:
        def answers() -> bool:
            with socket.socket() as one:
                return one.connect_ex(("127.0.0.1", port)) == 0

        wait_until(answers, 60, f"port {port}")
