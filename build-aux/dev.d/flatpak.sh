# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people get it: a Flatpak, as a repository and as one file. Flatpak cannot work
# inside the Debian 13 root, so this is the host's; what is installed stays in folders of its own.
# Installations are a person's, not the system's: nothing here wants an administrator.

app_id=org.example.Improve
manifest=$tree/build-aux/$app_id.json

dev_flatpak () {
  build_flatpak
  cat >&2 <<EOF

Ready: $built/improve.flatpak ($(du -h "$built/improve.flatpak" | cut -f1)) and $built/repo
It may use, beside its own folders, nothing but:
$(flatpak info --show-permissions "$app_id" | sed -n 's/^[a-z]/  &/p')
To have it among your own programs, with the runtime it was made on:
  flatpak remote-add --user --if-not-exists --no-gpg-verify improve ${built@Q}/repo
  flatpak install --user improve $app_id
EOF
}

# Sets `built` to the folder with repo, improve.flatpak and installation, all of this tree. They are
# this command's alone until it ends.
build_flatpak () {
  local wanted
  can_sandbox || die "Cannot make the Flatpak: $no_sandbox"
  ready_flatpak_tools
  choose_folder _build-flatpak
  logs=$built/logs
  set_up_runtime
  use_installation "$built/installation"
  mkdir -p "$built"
  exec 8>"$built/.lock"
  take_turn 8 "uses $built"
  wanted=$(hash_tree) || die "Cannot read all of $tree. What tar said stands above."
  wanted+=-$(basename "$runtime")
  if is_made "$wanted"; then
    note "Nothing has changed since $built was made."
  else
    make_flatpak
    printf '%s\n' "$wanted" >"$built/.made-from"
  fi
}

# is_made WANTED: it was made from this, and all of it is still there and of one piece.
is_made () {
  local arch commit
  [ "$(cat "$built/.made-from" 2>/dev/null)" = "$1" ] || return 1
  arch=$(flatpak --default-arch)
  commit=$(flatpak info --user --show-commit "$app_id" 2>/dev/null) || return 1
  [ -s "$built/improve.flatpak" ] \
    && [ -e "$built/repo/refs/heads/runtime/$runtime_id/$arch/$(runtime_version)" ] \
    && [ "$(cat "$built/repo/refs/heads/app/$app_id/$arch/$(manifest_branch)" 2>/dev/null)" = "$commit" ]
}

ready_flatpak_tools () {
  make_cache
  ready_host packages-flatpak
  command -v flatpak flatpak-builder eu-strip >/dev/null || die \
    "Cannot make the Flatpak: flatpak, flatpak-builder or elfutils is missing." \
    "Install them with your package manager, then repeat."
}

no_sandbox="this system lets no program make the namespaces of a sandbox.
In a container, start it with the right to make them; build-aux/dev run says more."

# Asked before anything is installed: bubblewrap, which comes with Flatpak, or else the kernel. All
# that Flatpak will unshare is asked for: a container may grant processes, but no network of its own.
can_sandbox () {
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(--user --map-root-user)
  if command -v bwrap >/dev/null; then
    bwrap --unshare-pid --unshare-net --unshare-ipc --ro-bind / / --proc /proc --dev /dev true 2>/dev/null
  else
    unshare "${as_root[@]}" --mount --pid --net --ipc --fork --mount-proc true 2>/dev/null
  fi
}

# Flatpak looks for programs there, and for runtimes also among what the stand-in came with; never
# among those of the person who works on this.
use_installation () {
  export FLATPAK_SYSTEM_DIR=$runtime/installation FLATPAK_USER_DIR=$1
}

# Of all that the Flatpak is made from; what is only read by people is not.
hash_tree () {
  tar --create --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
    --exclude=.git --exclude=./.ci --exclude='./_build*' --exclude=./tests \
    --exclude=./README.md --exclude='./docs/*.md' --exclude=./docs/pictures \
    --exclude='./build-aux/dev.d/test*' --directory "$tree" . | sha256sum | cut -c1-12
}

make_flatpak () {
  note "Making the Flatpak in $built"
  rm -f "$built/.made-from"
  step "build the program and install it" run_builder
  step "bring the runtime into the repository" bring_runtime
  step "write it as one file" attend flatpak build-bundle "$built/repo" "$built/improve.flatpak" \
    "$app_id" "$(manifest_branch)"
}

manifest_branch () {
  sed -n 's/.*"default-branch": "\(.*\)".*/\1/p' "$manifest"
}

# So that whoever adds the repository finds there all that the program needs.
bring_runtime () {
  attend flatpak build-commit-from --disable-fsync --src-repo="$runtime/repo" "$built/repo" \
    "runtime/$runtime_id/$(flatpak --default-arch)/$(runtime_version)"
}

# Flatpak asks the system bus what an ordinary person may install. Where there is none, as in a
# container, an empty one has nothing against it.
attend_on_bus () {
  local bus=()
  # shellcheck disable=SC2016
  [ "$(id -u)" = 0 ] || [ -S /run/dbus/system_bus_socket ] || bus=(dbus-run-session -- sh -c
    'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec setpriv --pdeathsig TERM "$@"' sh)
  attend "${bus[@]}" "$@"
}

run_builder () {
  python3 "$parts/derive-manifest.py" "$manifest" "$tree" "$runtime_id" >"$built/manifest.json" \
    && attend_on_bus flatpak-builder --user --install --force-clean --disable-rofiles-fuse --disable-updates \
      --state-dir="$built/state" --repo="$built/repo" "$built/program" "$built/manifest.json"
}
