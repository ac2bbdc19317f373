#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every shell script of the tree, known by its first line, passes shellcheck.
cd "$1" || exit
grep -rlE --exclude-dir='_build*' '^#!.*\b(ba)?sh$' .ci build-aux tests | xargs shellcheck --external-sources --check-sourced
