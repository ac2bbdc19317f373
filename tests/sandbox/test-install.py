#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever has nothing but the repository has all that the program needs."""
import gettext

from sandbox import ID, REPO, main


def installs_from_the_repository_alone(home):
    for name in ('FLATPAK_SYSTEM_DIR', 'FLATPAK_USER_DIR'):
        home.environment[name] = str(home.path / name)
    home.flatpak('remote-add', '--user', '--no-gpg-verify', 'improve', str(REPO))
    home.flatpak('install', '--user', '--noninteractive', 'improve', ID)
    assert home.improve('--version').stdout.startswith('improve ')


def brings_its_translations(home):
    """The one file, too, of which no part can be had from elsewhere."""
    folder = home.installation / 'app' / ID / 'current/active/files/share/locale'
    german = gettext.translation('improve', folder, ['de'])
    assert german.gettext('What we fixed') == 'Was wir behoben haben'


main(installs_from_the_repository_alone, brings_its_translations)
