#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands while the window is open: it does them on its backlog, and nobody else writes there.

Each test has a display, a session bus and a window of its own.
"""
import contextlib
import os
import subprocess
import sys
import time

import terminal
from terminal import DONE, FAILED, PARTLY, USAGE

PATIENCE = 60  # seconds until a start counts as failed


def wait_until(happens, what):
    end = time.monotonic() + PATIENCE
    while not (result := happens()):
        assert time.monotonic() < end, f'{what} did not happen within {PATIENCE} s'
        time.sleep(0.1)
    return result


@contextlib.contextmanager
def process(*words, **options):
    """A process that is ended, by its own id, at the end."""
    started = subprocess.Popen(words, **options)
    try:
        yield started
    finally:
        started.terminate()
        started.wait(PATIENCE)


@contextlib.contextmanager
def display(t):
    """A display and a session bus that are in nobody's way: their names stand in this home."""
    bus_out, bus_in = os.pipe()
    t.environment |= {
        'WAYLAND_DISPLAY': 'test', 'GDK_BACKEND': 'wayland', 'GDK_DEBUG': 'no-portals',
        'ADW_DISABLE_PORTAL': '1', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'none',
        'GSETTINGS_BACKEND': 'memory',
        'GSETTINGS_SCHEMA_DIR': os.environ['GSETTINGS_SCHEMA_DIR'],
    }
    with process('weston', '--backend=headless', '--socket=test', '--no-config',
                 '--idle-time=0', env=t.environment, stdout=subprocess.DEVNULL,
                 stderr=subprocess.DEVNULL), \
            process('dbus-daemon', '--session', '--nofork', '--nosyslog',
                    f'--print-address={bus_in}', pass_fds=[bus_in], stderr=subprocess.DEVNULL):
        t.environment['DBUS_SESSION_BUS_ADDRESS'] = os.read(bus_out, 1000).decode().strip()
        wait_until((t.home / 'test').exists, 'the display')
        yield
    os.close(bus_out)
    os.close(bus_in)


def serves(t, backlog):
    """Whether the window has this backlog open, asked without opening it oneself."""
    call = ['gdbus', 'call', '--session', '--dest', 'org.example.Improve',
            '--object-path', '/org/example/Improve',
            '--method', 'org.example.Improve.Backlog.Run',
            f"b'{backlog}'", "[b'improve', b'--version']", "b'/'", '80']
    return subprocess.run(call, env=t.environment, check=False, capture_output=True).returncode == 0


@contextlib.contextmanager
def window(t, *words, backlog=None):
    said = t.home / 'window.log'
    with display(t), open(said, 'wb') as log, \
            process(t.program, *words, env=t.environment, cwd=t.home, stderr=log) as started:

        def opened():
            assert started.poll() is None, f'the window ended with {started.returncode}'
            return serves(t, os.path.realpath(backlog or t.backlog))

        try:
            wait_until(opened, 'the window')
        except AssertionError as error:
            raise AssertionError(f'{error}: {said.read_text()}') from error
        yield started


def alone(t):
    """The environment of somebody who does not see the session bus."""
    return t.environment | {'DBUS_SESSION_BUS_ADDRESS': ''}


def window_does_the_commands(t):
    with window(t):
        t.write('wish.csv', 'title,site\nA new wish,Porto\n')
        assert '1 irritant, 1 report, 1 site' in t.does('import', 'wish.csv', '--as', 'csv')
        assert [row['title'] for row in t.rank()] == ['A new wish']
        assert t.does('record', 'It jams', '--site', 'Porto') == 'Recorded: It jams\n'
        assert len(t.rank()) == 2
        assert str(t.backlog)[:40] in t.does('check')
        t.does('export', 'here.json')
        assert 'A new wish' in (t.home / 'here.json').read_text()
        t.fails('rank', '--all', '--backlog', t.backlog, env=alone(t), says=['Cannot', 'Close it'])
    assert {row['title'] for row in t.rank()} == {'A new wish', 'It jams'}


def window_backs_up_and_is_not_restored_over(t):
    t.does('sample')
    with window(t):
        t.does('backup')
        assert 'by hand' in t.does('backup', '--list')
        assert 'none' in t.does('check', '--deep')
        t.fails('restore', 'latest', says=['Cannot restore', 'Close it'])
        assert len(t.rank()) > 5


def exit_codes_come_back(t):
    t.write('some.csv', 'title,date\nGood one,2026-11-02\nBad day,2026-02-31\n')
    t.write('cut.csv', 'title\n"Cut')
    with window(t):
        done = t.run('import', 'some.csv', '--as', 'csv')
        assert done.returncode == PARTLY and 'Line 3' in done.stderr, done
        t.fails('import', 'cut.csv', '--as', 'csv', code=FAILED, says='Cannot')
        t.fails('export', 'nowhere/out.json', code=FAILED, says=['Cannot', 'nowhere'])
        t.fails('rank', '--nonsense', code=USAGE, says='improve help rank')


def paths_are_the_callers(t):
    folder = t.home / 'elsewhere'
    folder.mkdir()
    (folder / 'wish.csv').write_text('title\nFrom elsewhere\n')
    with window(t):
        t.does('import', 'wish.csv', '--as', 'csv', cwd=folder)
        t.does('export', 'out.json', cwd=folder)
    assert 'From elsewhere' in (folder / 'out.json').read_text()


def another_backlog_is_not_the_windows(t):
    with window(t):
        t.does('--backlog', 'other.db', 'sample')
        assert t.rank() == []
    assert t.rank('--backlog', 'other.db')


def window_on_another_backlog(t):
    path = t.home / 'other.db'
    with window(t, '--backlog', 'other.db', backlog=path):
        t.does('--backlog', str(path), 'sample')
        (t.home / 'link.db').symlink_to(path)
        assert t.rank('--backlog', 'link.db')
        assert not t.backlog.exists()
        t.fails('--backlog', 'third.db', says=['Cannot', 'another'])
        assert t.run('--backlog', 'other.db').returncode == DONE


def second_start_raises_the_first(t):
    with window(t) as first:
        assert t.run().returncode == DONE
        assert t.run('--record').returncode == DONE
        assert first.poll() is None
    print('# D9: 1 writer: the first window raised, work handed over')


if 'GSETTINGS_SCHEMA_DIR' not in os.environ:
    sys.exit('GSETTINGS_SCHEMA_DIR is not set: run this through meson test')
terminal.main([
    window_does_the_commands, window_backs_up_and_is_not_restored_over, exit_codes_come_back, paths_are_the_callers,
    another_backlog_is_not_the_windows, window_on_another_backlog, second_start_raises_the_first,
])
