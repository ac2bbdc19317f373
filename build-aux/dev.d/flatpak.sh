# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people get it: a Flatpak, as a repository and as one file. Flatpak cannot work
# inside the Debian 13 root, so this is the host's; what is installed stays in folders of its own.

manifest=$tree/build-aux/org.example.Improve.json

dev_flatpak () {
  build_flatpak
  cat >&2 <<EOF

Ready: $built/improve.flatpak ($(du -h "$built/improve.flatpak" | cut -f1)) and $built/repo
To have it among your own programs:
  flatpak remote-add --user --if-not-exists --no-gpg-verify improve ${built@Q}/repo
  flatpak install --user improve org.example.Improve
EOF
}

# Sets `built` to the folder with repo, improve.flatpak and installation, all of this tree.
build_flatpak () {
  local wanted
  ready_flatpak_tools
  can_sandbox || die "Cannot make the Flatpak: $no_sandbox"
  set_up_runtime
  choose_folder _build-flatpak
  use_installation "$built/installation"
  mkdir -p "$built"
  exec 8>"$built/.lock"
  flock 8
  wanted=$(hash_tree)-$(basename "$runtime")
  if [ "$(cat "$built/.made-from" 2>/dev/null)" = "$wanted" ]; then
    note "Nothing has changed since $built was made."
  else
    make_flatpak
    printf '%s\n' "$wanted" >"$built/.made-from"
  fi
  exec 8>&-
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

can_sandbox () {
  bwrap --unshare-pid --ro-bind / / --proc /proc --dev /dev true 2>/dev/null
}

# Flatpak looks for programs there, and for runtimes also among what the stand-in came with; never
# among those of the person who works on this.
use_installation () {
  export FLATPAK_SYSTEM_DIR=$runtime/installation FLATPAK_USER_DIR=$1
}

# Of all that the Flatpak is made from.
hash_tree () {
  tar --create --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
    --exclude=.git --exclude=./.ci --exclude='./_build*' --exclude=./tests \
    --exclude='./build-aux/dev.d/test*' --directory "$tree" . | sha256sum | cut -c1-12
}

make_flatpak () {
  note "Making the Flatpak in $built"
  rm -f "$built/.made-from"
  step "build the program and install it" run_builder
  step "bring the runtime into the repository" bring_runtime
  step "write it as one file" flatpak build-bundle "$built/repo" "$built/improve.flatpak" \
    org.example.Improve "$(manifest_branch)"
}

manifest_branch () {
  sed -n 's/.*"default-branch": "\(.*\)".*/\1/p' "$manifest"
}

# So that whoever adds the repository finds there all that the program needs.
bring_runtime () {
  flatpak build-commit-from --disable-fsync --src-repo="$runtime/repo" "$built/repo" \
    "runtime/$runtime_id/$(flatpak --default-arch)/$(runtime_version)"
}

run_builder () {
  python3 "$parts/derive-manifest.py" "$manifest" "$tree" "$runtime_id" >"$built/manifest.json" \
    && flatpak-builder --user --install --force-clean --disable-rofiles-fuse --disable-updates \
      --state-dir="$built/state" --repo="$built/repo" "$built/program" "$built/manifest.json"
}
