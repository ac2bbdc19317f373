#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of build-aux/dev that must not go wrong unseen: ending what was started, knowing what
is made, asking before installing, and telling what failed.

Usage: test-dev.py ROOT
"""
import ast
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
DEV = ROOT / 'build-aux/dev.d'
PARTS = ('system', 'place', 'inside', 'build', 'runtime', 'flatpak', 'test-flatpak')
PRELUDE = (f'set -euo pipefail; tree={ROOT}; parts={DEV}; '
           + ' '.join(f'. "$parts/{part}.sh";' for part in PARTS))


class Desk:
    """A folder with an empty home, where scripts run with the parts of build-aux/dev at hand."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='improve-dev-')
        self.path = Path(self.folder.name)
        self.programs = self.path / 'bin'
        self.programs.mkdir()
        self.environment = {'HOME': str(self.path), 'LC_ALL': 'C.UTF-8',
                            'PATH': f'{self.programs}:{os.environ["PATH"]}'}

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.folder.cleanup()

    def start(self, script):
        return subprocess.Popen(
            ['env', '--default-signal=HUP,INT,TERM', 'bash', '-c', PRELUDE + script],
            cwd=self.path, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, script):
        """The code the script ends with, and all that it said."""
        process = self.start(script)
        said = ''.join(process.communicate(timeout=60))
        return process.returncode, said

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def stand_in(self, name, script):
        self.write(f'bin/{name}', f'#!/bin/sh\n{script}\n').chmod(0o755)


def wait_until(probe):
    end = time.monotonic() + 30
    while not probe():
        assert time.monotonic() < end, 'it did not come to that'
        time.sleep(0.02)


def is_running(process_id):
    try:
        return Path(f'/proc/{process_id}/stat').read_text().rsplit(')', 1)[1].split()[0] != 'Z'
    except OSError:
        return False


def begin_work(desk, work, before=':'):
    """A script that holds lock 8 and attends to work, and the processes of that."""
    process = desk.start(f'{before}; exec 8>lock; flock 8; attend {work}')
    started = desk.path / 'started'
    wait_until(lambda: started.exists() and len(started.read_text().split()) == 2)
    return process, started.read_text().split()


def assert_all_ended(desk, process, started):
    process.communicate(timeout=30)
    wait_until(lambda: not any(map(is_running, started)))
    with (desk.path / 'lock').open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


WORK = 'sh -c \'sleep 600 & echo $$ $! >started; wait\''


def work_ends_with_the_command(desk):
    for number, code in ((signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)):
        process, started = begin_work(desk, WORK)
        process.send_signal(number)
        assert_all_ended(desk, process, started)
        assert process.returncode == code, process.returncode
        (desk.path / 'started').unlink()


def work_that_is_a_function_cleans_up(desk):
    process, started = begin_work(
        desk, 'work', f'work () ( trap "rm made" EXIT; touch made; {WORK}; true )')
    assert (desk.path / 'made').exists()
    process.terminate()
    assert_all_ended(desk, process, started)
    assert not (desk.path / 'made').exists()


def work_holds_no_lock_when_the_command_is_killed(desk):
    process, started = begin_work(desk, 'sh -c \'echo $$ $$ >started; exec sleep 600\'')
    process.kill()
    assert_all_ended(desk, process, started)


def a_step_that_fails_names_its_log(desk):
    code, said = desk.run('logs=$PWD/logs; step "build it all" sh -c "echo a reason; exit 3"')
    assert code == 1 and 'a reason' in said and 'Cannot build it all' in said, said
    log = desk.path / 'logs/build-it-all.log'
    assert str(log) in said and log.read_text() == 'a reason\n', said


MADE = {'.made-from': 'this\n', 'improve.flatpak': 'all of it',
        'repo/refs/heads/app/org.example.Improve/here/stable': 'abc\n',
        'repo/refs/heads/runtime/org.example.Improve.Platform/here/1': 'def\n'}
IS_MADE = 'manifest_branch () { echo stable; }; runtime_version () { echo 1; }; built=$PWD; is_made '


def what_was_made_is_known_by_all_its_parts(desk):
    desk.stand_in('flatpak', 'case $1 in --default-arch) echo here ;; info) cat installed ;; esac')
    parts = MADE | {'installed': 'abc\n'}
    for name, text in parts.items():
        desk.write(name, text)
    assert desk.run(IS_MADE + 'this') == (0, '')
    assert desk.run(IS_MADE + 'that')[0] == 1
    for name, text in parts.items():
        (desk.path / name).unlink()
        assert desk.run(IS_MADE + 'this')[0] == 1, f'{name} is not missed'
        desk.write(name, text)
    desk.write('installed', 'older\n')
    assert desk.run(IS_MADE + 'this')[0] == 1, 'another version is installed'


def a_tree_that_cannot_be_read_is_not_made_from(desk):
    desk.stand_in('bwrap', 'exit 0')
    desk.stand_in('tar', 'echo no such tree; exit 2')
    code, said = desk.run('choose_folder () { built=$PWD/$1; }; ready_flatpak_tools () { :; }; '
                          'set_up_runtime () { runtime=here; }; is_made () { echo MADE; }; build_flatpak')
    assert code == 1 and 'Cannot read' in said and 'MADE' not in said, said


def nothing_is_installed_where_no_sandbox_can_be(desk):
    installs = 'ready_flatpak_tools () { echo INSTALLED; }; '
    for lacks in ('', '--unshare-net', '--unshare-ipc'):
        desk.stand_in('bwrap', f'case "$*" in *{lacks}*) exit 1 ;; esac')
        code, said = desk.run(installs + 'build_flatpak')
        assert code == 1 and 'Cannot make the Flatpak' in said and 'INSTALLED' not in said, said
        code, said = desk.run(installs + 'test_flatpak 2>/dev/null')
        assert code == 0 and said.startswith('NOT RUN: all tests in the sandbox'), said
        assert said.count('\n') == 2 and said.endswith('\n0 passed, 0 failed\n'), said


def a_test_nobody_knows_is_an_error(desk):
    code, said = desk.run('can_sandbox () { echo ASKED; }; test_flatpak main-job lunch')
    assert code == 1 and 'no test "lunch"' in said and ' main-job' in said, said
    assert 'ASKED' not in said, said


def result(name, words, stdout, stderr=''):
    return json.dumps({'name': f'improve:{name}', 'result': words, 'stdout': stdout, 'stderr': stderr})


def what_failed_is_told_before_the_counts(desk):
    many = ''.join(f'line {n}\n' for n in range(100))
    log = desk.write('testlog.json', '\n'.join((
        result('store / good', 'OK', 'TAP version 14\nok 1 /a\nok 2 /b\n'),
        result('store / bad', 'ERROR', 'TAP version 14\nok 1 /a\nnot ok 2 /b\n', 'it broke\n'),
        result('ui / long', 'FAIL', many),
        result('ui / left', 'SKIP', ''))))
    code, said = desk.run(f'python3 "$parts/count-tests.py" {log}')
    assert code == 1
    assert 'FAILED: store / bad (ERROR)\n    | not ok 2 /b\n    | it broke\n' in said, said
    assert 'good' not in said and 'left' not in said and 'ok 1' not in said, said
    assert 'line 59' not in said and 'line 60' in said, said
    assert said.endswith('line 99\n3 passed, 2 failed\n'), said


def make_figures():
    """A line for each part of the table, as tests print them."""
    code = 'import runpy; print(runpy.run_path("%s")["REQUIRED"])' % (DEV / 'long-table.py')
    required = ast.literal_eval(subprocess.run([sys.executable, '-c', code], capture_output=True,
                                               text=True, check=True).stdout)
    return [f'# {name}: {least} {what}' for name, what, least in required]


def the_table_fails_where_a_part_of_it_is_missing(desk):
    good = make_figures()

    def judge(lines, words='OK'):
        log = desk.write('testlog.json', result('store / all', words, '\n'.join(lines) + '\n'))
        return desk.run(f'python3 "$parts/long-table.py" {log}')

    code, said = judge(good)
    assert code == 0 and said.count(' holds ') == len(good), said
    for i, line in enumerate(good):
        name, _, rest = line[2:].partition(': ')
        few = f'# {name}: {int(rest.split()[0]) - 1} {rest.partition(" ")[2]}'
        assert judge(good[:i] + good[i + 1:])[0] == 1, line
        assert judge(good[:i] + [few] + good[i + 1:])[0] == 1, few
    code, said = judge(good, 'FAIL')
    assert code == 1 and 'FAILED' in said, said
    code, said = judge(good + ['# D3: 24 of 870 calls failed once, and so on'])
    assert code == 1 and 'TOO FEW  24 of 870' in said, said
    assert judge(good + ['# S1: laptop 5 has another backlog'])[0] == 0


PART = """#!/bin/sh
case $2 in
  --asan) echo; echo 'FAILED: store / bad'; seq -f '    | line %g' 30; echo '4 passed, 1 failed'; exit 1 ;;
  --flatpak) echo 'half a'; exit 1 ;;
  *) echo 'NOT RUN: a part'; echo '5 passed, 0 failed' ;;
esac
"""


def the_gate_repeats_what_failed_and_what_was_not_run(desk):
    desk.write('build-aux/dev', PART).chmod(0o755)
    desk.write('.ci/run', '')
    shutil.copy(ROOT / '.ci/run', desk.path / '.ci/run')
    code, said = desk.run('.ci/run')
    told = said.split('test --flatpak took')[1]
    assert code == 1
    assert 'FAILED: store / bad, in build-aux/dev test --asan\n    | line 21\n' in told, told
    assert '\nNOT RUN: a part\n' in told, told
    assert 'FAILED: build-aux/dev test --flatpak did not come to its tests' in told, told
    assert told.endswith('\n9 passed, 2 failed\n'), told


TESTS = (work_ends_with_the_command, work_that_is_a_function_cleans_up,
         work_holds_no_lock_when_the_command_is_killed, a_step_that_fails_names_its_log,
         what_was_made_is_known_by_all_its_parts, a_tree_that_cannot_be_read_is_not_made_from,
         nothing_is_installed_where_no_sandbox_can_be, a_test_nobody_knows_is_an_error,
         what_failed_is_told_before_the_counts, the_table_fails_where_a_part_of_it_is_missing,
         the_gate_repeats_what_failed_and_what_was_not_run)


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for number, test in enumerate(TESTS, 1):
        try:
            with Desk() as desk:
                test(desk)
            print(f'ok {number} /dev/{test.__name__.replace("_", "-")}', flush=True)
        except Exception as error:  # whatever goes wrong is this test's failure
            failed += 1
            print(f'not ok {number} /dev/{test.__name__.replace("_", "-")}\n# {error!r}', flush=True)
    sys.exit(1 if failed else 0)


main()
