#!/bin/sh
# Writes, reads and removes a secret in a real gnome-keyring, in sessions of their own:
# keychain_test.sh PROBE
set -eu

probe=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/share"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS || true

for tool in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: $tool is not installed"
        exit 77
    fi
done

# in_session PASSWORD COMMAND…: runs the command in a session whose keyring was opened with it.
in_session() {
    password=$1
    shift
    # shellcheck disable=SC2016
    dbus-run-session -- sh -c '
        printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        shift
        "$@"' sh "$password" "$@"
}

expect() {
    wanted=$1
    shift
    if ! got=$("$@"); then
        echo "failed: $*: $got"
        exit 1
    fi
    if [ "$got" != "$wanted" ]; then
        echo "wrong: $*: expected '$wanted', got '$got'"
        exit 1
    fi
    echo "ok: $got"
}

# One session: an entry is found only after it was written, and gone after it was removed.
expect "keychain (nothing)" in_session right "$probe" read "$home/data" token
expect "keychain done" in_session right "$probe" write "$home/data" token "se cret"
# Another session, the same keyring.
expect "keychain se cret" in_session right "$probe" read "$home/data" token

# Opened with a wrong password the keyring stays locked; it would answer as if it were empty.
expect "file (nothing)" in_session wrong "$probe" read "$home/data" token
expect "keychain se cret" in_session right "$probe" read "$home/data" token

# Reading from the wrong place leaves nothing there.
if [ -e "$home/data/secrets.json" ]; then
    echo "wrong: a file beside the keychain"
    exit 1
fi

expect "keychain done" in_session right "$probe" remove "$home/data" token
expect "keychain (nothing)" in_session right "$probe" read "$home/data" token

# A session without a keychain: the file; and from then on the file, even where there is one.
expect "file done" dbus-run-session -- "$probe" write "$home/data" token "in the file"
expect "file in the file" in_session right "$probe" read "$home/data" token
