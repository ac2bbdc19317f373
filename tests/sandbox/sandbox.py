# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An empty home and an empty Flatpak installation, with the bundle that is tested.

Usage of the tests that import it: TEST.py FOLDER, the folder of improve.flatpak and repo. Runtimes
are found in FLATPAK_SYSTEM_DIR.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ID = 'org.example.Improve'
MADE = Path(sys.argv[1]).resolve()
BUNDLE, REPO = MADE / 'improve.flatpak', MADE / 'repo'
BRANCH = json.loads((MADE / 'manifest.json').read_text())['default-branch']
RUN = ('flatpak', 'run', '--die-with-parent')


class Home:
    """One person's home; nothing in it but what the test does."""

    def __init__(self, **environment):
        self.folder = tempfile.TemporaryDirectory(prefix='improve-home-')
        self.path = Path(self.folder.name)
        self.installation = self.path / 'installation'
        self.environment = os.environ | environment | {
            'HOME': str(self.path), 'FLATPAK_USER_DIR': str(self.installation)}

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.folder.cleanup()

    @property
    def data(self):
        return self.path / '.var/app' / ID / 'data'

    @property
    def backlog(self):
        return self.data / 'improve/backlog.db'

    def run(self, *command, code=0, **options):
        """The finished process; it must have ended with this code."""
        options = {'env': self.environment, 'text': True, 'timeout': 300} | options
        done = subprocess.run(command, capture_output=True, check=False, **options)
        assert done.returncode == code, f'{command}: {done}'
        return done

    def flatpak(self, *words, **options):
        return self.run('flatpak', *words, **options).stdout

    def install(self):
        self.flatpak('install', '--user', '--noninteractive', str(BUNDLE))

    def improve(self, *words, **options):
        return self.run(*RUN, ID, *words, **options)

    def inside(self, script, **options):
        """A shell command with the program's own rights."""
        return self.run(*RUN, '--command=sh', ID, '-c', script, **options)


def main(*tests):
    """Runs the tests, each in a home of its own with the program installed, and reports in TAP."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            with Home() as home:
                home.install()
                test(home)
            print(f'ok {number} {test.__name__}', flush=True)
        except Exception as error:  # whatever goes wrong is this test's failure
            failed += 1
            print(f'not ok {number} {test.__name__}\n# {error}', flush=True)
    sys.exit(1 if failed else 0)
