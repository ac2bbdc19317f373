# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program on a terminal of nobody: an empty home, no display, no session bus.

Usage of the tests that import it: TEST.py PROGRAM [NAME…]
"""
import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

DONE, FAILED, USAGE, PARTLY = 0, 1, 2, 3
KEPT = ('PATH', 'LANG', 'LC_ALL', 'TZ', 'LD_LIBRARY_PATH', 'G_DEBUG', 'ASAN_OPTIONS',
        'UBSAN_OPTIONS', 'LSAN_OPTIONS')


class Terminal:
    """One empty home with a folder to stand in. Everything is gone with it."""

    def __init__(self, program, folder):
        self.program = Path(program).resolve()
        self.home = Path(folder)
        self.environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.environment |= {'HOME': folder, 'XDG_RUNTIME_DIR': folder, 'COLUMNS': '80',
                             'DBUS_SESSION_BUS_ADDRESS': ''}

    @property
    def backlog(self):
        return self.home / '.local/share/improve/backlog.db'

    def run(self, *words, **options):
        """The finished process, its output as text."""
        options = {'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE, 'timeout': 120,
                   'cwd': self.home, 'env': self.environment} | options
        if any(os.fsencode(word).endswith(b'.pdf') for word in words):
            leaks = self.environment.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
            options['env'] = options['env'] | {'ASAN_OPTIONS': leaks}  # fontconfig keeps its own
        done = subprocess.run([self.program, *words], check=False, **options)
        done.stdout = (done.stdout or b'').decode()
        done.stderr = (done.stderr or b'').decode()
        return done

    def does(self, *words, **options):
        """What a command prints that must be done without a message."""
        done = self.run(*words, **options)
        assert (done.returncode, done.stderr) == (DONE, ''), f'{words}: {done}'
        return done.stdout

    def fails(self, *words, code=FAILED, says, **options):
        """The command must fail with this exit code, a message with these words, no result."""
        done = self.run(*words, **options)
        assert done.returncode == code, f'{words}: {done}'
        assert done.stdout == '', f'{words}: {done}'
        assert done.stderr.startswith('improve: '), f'{words}: {done}'
        for part in [says] if isinstance(says, str) else says:
            assert part in done.stderr, f'{words}: no “{part}” in {done.stderr}'
        return done.stderr

    def write(self, name, text):
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def export(self, *words):
        """The whole backlog, as exported."""
        path = self.home / 'state.json'
        path.unlink(missing_ok=True)
        self.does(*words, 'export', str(path))
        return path.read_text()

    def rank(self, *words):
        return json.loads(self.does('rank', '--json', *words))


def main(tests):
    """Runs the tests, each on a terminal of its own, and reports in TAP."""
    program, *names = sys.argv[1:]
    chosen = [test for test in tests if not names or test.__name__ in names]
    failed = 0
    print(f'1..{len(chosen)}')
    for number, test in enumerate(chosen, 1):
        with tempfile.TemporaryDirectory(prefix='improve-') as folder:
            try:
                test(Terminal(program, folder))
                print(f'ok {number} {test.__name__}', flush=True)
            except Exception:  # whatever goes wrong is this test's failure
                failed += 1
                print(f'not ok {number} {test.__name__}', flush=True)
                print('# ' + traceback.format_exc(-1).replace('\n', '\n# '), flush=True)
    sys.exit(1 if failed else 0)
