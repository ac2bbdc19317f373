# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The stand-in for GNOME's runtime: the Debian 13 root as a Flatpak runtime and SDK in one, so that
# the real sandbox can be built and tested with no network but Debian's packages.

runtime_id=org.example.Improve.Platform

# Large things of the root that neither building nor running the program wants; under usr/.
left_out='bin/*-lto-dump-* bin/gdb bin/shellcheck include/c++ include/vulkan lib/debug lib/git-core
lib/llvm-* lib/*/libLLVM* lib/*/libclang* lib/*/libgallium* lib/*/libicudata.a lib/*/libz3*
lib/*/valgrind libexec/gcc/*/*/cc1plus libexec/gcc/*/*/lto1 libexec/valgrind share/gir-1.0
share/locale share/man share/poppler share/vulkan'

# Sets `runtime` to a folder with `repo`, which can be installed from, and `installation`, which
# has the runtime installed. Made once for each list of packages and runtime version.
set_up_runtime () {
  local wanted
  root=$cache/root-$(hash_wanted)
  wanted=$({ cat "$parts/packages" "$parts/fonts.conf" "$parts/runtime.sh"; runtime_version; } \
    | sha256sum | cut -c1-12)
  runtime=$cache/flatpak-$wanted
  [ -d "$root" ] || make_root "$root"
  touch -c "$root"
  [ -d "$runtime" ] || attend make_runtime
  touch -c "$runtime"
}

make_runtime () (
  exec 9>"$cache/lock"
  take_turn 9 "makes the runtime"
  [ ! -d "$runtime" ] || return 0
  rm -rf -- "$cache"/flatpak-*.new.* # left by one that was killed
  new=$(mktemp -d "$runtime.new.XXXXXX")
  trap 'rm -rf -- "$new"' EXIT
  note "Making a stand-in for GNOME's runtime in $runtime. This is done once: about two minutes."
  step "copy what it needs of the root" lay_out_runtime "$new/tree"
  step "put it into a repository" attend flatpak build-export --runtime --disable-fsync \
    --subject="Stand-in for GNOME's runtime" "$new/repo" "$new/tree" "$(runtime_version)"
  step "install it" install_runtime "$new"
  rm -rf -- "$new/tree"
  chmod 755 "$new"
  mv -T "$new" "$runtime"
  find "$cache" -maxdepth 1 -name 'flatpak-*' -mtime +14 -exec rm -rf -- {} +
)

runtime_version () {
  sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest"
}

# Hard links to the root's files: no copy, no time.
lay_out_runtime () {
  local new=$1 ref
  ref=$runtime_id/$(flatpak --default-arch)/$(runtime_version)
  mkdir -p "$new/files" "$new/var" \
    && cp -al "$root/usr" "$new/usr" \
    && cp -a "$root/etc" "$new/usr/etc" \
    && printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' "$runtime_id" "$ref" "$ref" \
      >"$new/metadata" \
    && leave_out "$new/usr"
}

leave_out () (
  # shellcheck disable=SC2086
  cd "$1" && rm -rf -- $left_out
)

install_runtime () {
  local -x FLATPAK_USER_DIR=$1/installation
  flatpak remote-add --user --no-gpg-verify stand-in "file://$1/repo" \
    && attend flatpak install --user --noninteractive stand-in "$runtime_id//$(runtime_version)" \
    && flatpak remote-delete --user --force stand-in
}
