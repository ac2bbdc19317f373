#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# on-bare-bus.sh COMMAND…: runs it on a display and a session bus of its own that offer an
# accessibility bus and nothing else: no portal, no keyring.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "${1-}" != --inside ]; then
  BUS_CONFIG=$here/bus.conf exec "$here/../support/x11.sh" "$here/on-bare-bus.sh" --inside "$@"
fi
shift
strict=${G_DEBUG-}
unset G_DEBUG # strict with the command only
/usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null &
launcher=$!
trap 'kill "$launcher" 2>/dev/null' EXIT
env ${strict:+G_DEBUG="$strict"} "$@"
