#!/usr/bin/env bash
# LSL's own configuration for "this machine only" (ResolveScope = machine, ListenAddress and Interfaces 127.0.0.1), a stream open,
# and which addresses its ports are bound to.
#
# Guess: all of them to 127.0.0.1: what may only be found on this machine listens on its loopback only.
# Seen:  liblsl 1.18 (pylsl 1.18.6): discovery (UDP 16571) is bound to 127.0.0.1; the port of the data (TCP) and that of the time (UDP)
#        are bound to 0.0.0.0, which takes connections from the network. No setting names the address that they are bound to.
# Who meets it: who streams data of patients and takes the scope for a wall. It keeps a stream from being found, not from being
#        reached: that takes a firewall, for TCP and UDP 16571 to 16603, with "AllowRandomPorts = false" so that it stays at those.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check pylsl==1.18.6 numpy==2.4.6 psutil==7.1.3

cat > lsl_api.cfg <<'CFG'
[log]
level = -2
[ports]
IPv6 = disable
AllowRandomPorts = false
[multicast]
ResolveScope = machine
ListenAddress = 127.0.0.1
Interfaces = {127.0.0.1}
CFG

cat > try.py <<'PY'
import socket

import psutil
import pylsl

outlet = pylsl.StreamOutlet(pylsl.StreamInfo("Ward", "EEG", 1, 0, "float32", "bed-7"))
pylsl.resolve_byprop("source_id", "bed-7", 1, 5)

bound = {"discovery": set(), "time": set(), "data": set()}
for connection in psutil.Process().net_connections("inet4"):
    address, port = connection.laddr
    if connection.type == socket.SOCK_STREAM and connection.status == psutil.CONN_LISTEN:
        bound["data"].add(address)
    elif connection.type == socket.SOCK_DGRAM and port == 16571:
        bound["discovery"].add(address)
    elif connection.type == socket.SOCK_DGRAM and 16572 <= port < 16604:
        bound["time"].add(address)

print("version", pylsl.library_version())
for what, addresses in bound.items():
    print(f"{what:9} expected 127.0.0.1, seen {', '.join(sorted(addresses))}")
raise SystemExit(bound != {"discovery": {"127.0.0.1"}, "time": {"0.0.0.0"}, "data": {"0.0.0.0"}})
PY
LSLAPICFG=lsl_api.cfg venv/bin/python try.py
