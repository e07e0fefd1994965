#!/usr/bin/env bash
# keys.sh ca DIR HOST…     at the coordinator: its own CA, and a certificate for the names or addresses by which hospitals reach it
# keys.sh site DIR NAME    at a hospital: its key pair. NAME.pub goes to the coordinator, NAME never leaves the hospital
set -euo pipefail
umask 077
usage() { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
[ $# -ge 3 ] || usage
what=$1
mkdir -p "$2"
cd "$2"
shift 2
case $what in
ca)
  names=
  for host in localhost 127.0.0.1 "$@"; do
    case $host in
    *[!0-9.]*) names="$names,DNS:$host" ;;
    *) names="$names,IP:$host" ;;
    esac
  done
  openssl ecparam -name prime256v1 -genkey -noout -out ca.key
  openssl req -x509 -new -key ca.key -days 365 -subj "/CN=Faceward federation" -out ca.crt
  openssl ecparam -name prime256v1 -genkey -noout -out server.key
  openssl req -new -key server.key -subj "/CN=coordinator" -out server.csr
  openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out server.crt \
    -extfile <(printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE' "${names#,}") 2>/dev/null
  rm server.csr
  ;;
site) ssh-keygen -q -t ecdsa -b 384 -N '' -C "$1" -f "$1" ;;
*) usage ;;
esac
