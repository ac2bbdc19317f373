#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox is closed: these permissions and no other, and nothing left outside its folders."""
import os
import subprocess
import tempfile
from pathlib import Path

from sandbox import ID, MADE, RUN, main

ANNOUNCE = ('announce', '--from', '2026-01-01', '--to', '2026-12-31')

PERMISSIONS = """[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;"""


def files(folder):
    return {path.relative_to(folder) for path in folder.rglob('*') if not path.is_dir()}


def begins_with_nothing_of_a_person(home):
    """The bus and the portals of a test must not touch the folders of whoever runs it."""
    left = [name for name in home.environment if name.startswith('XDG_') and name.endswith('_HOME')]
    assert not left, left
    assert Path(os.environ['HOME']).is_relative_to('/run'), os.environ['HOME']


def has_the_listed_permissions_only(home):
    assert home.flatpak('info', '--show-permissions', ID).strip() == PERMISSIONS


def exports_are_named_by_the_id(home):
    active = home.installation / 'app' / ID / 'current/active'
    exported = [path.name for path in files(active / 'export')]
    assert len(exported) >= 5, exported
    assert all(name == ID or name.startswith((f'{ID}.', f'{ID}-')) for name in exported), exported
    assert (active / 'files/share/licenses' / ID / 'COPYING').is_file()


def writes_in_its_folders_only(home):
    before = files(home.path)
    home.improve('sample')
    home.improve('rank')
    home.improve(*ANNOUNCE, '-o', home.data / 'issue.pdf')
    home.improve('export', home.data / 'all.json')
    (home.data / 'second').mkdir()
    home.improve('backup', home.data / 'second')
    for name in ('issue.pdf', 'all.json', 'second'):
        assert (home.data / name).exists(), name
    own = home.path / '.var/app' / ID
    for path in files(home.path) - before:
        full = home.path / path
        assert full.is_relative_to(own) or full.is_relative_to(home.path / '.cache'), path
    left = {path.parts[0] for path in files(own)}
    assert left <= {'data', 'config', 'cache', '.local'}, left


def refuses_what_would_be_lost(home):
    """Anywhere else it could write, but nobody would ever see the file."""
    home.improve('sample')
    (home.path / 'list.csv').write_text('title\nThe door sticks\n')
    before = files(home.path)
    for folder in (home.path, home.path / 'Documents', Path('/tmp'), Path('/var/tmp'),
                   Path('/var/data'), Path('/run/user') / str(os.getuid()), Path('/nowhere')):
        for command in ((*ANNOUNCE, '-o', folder / 'issue.pdf'), ('export', folder / 'all.json'),
                        ('backup', folder), ('--backlog', folder / 'other.db', 'sample'),
                        ('--backlog', folder / 'other.db', 'rank'),
                        ('import', '--as', 'csv', folder / 'list.csv'),
                        ('restore', folder / 'backup.db')):
            said = home.improve(*command, code=1)
            assert 'sandbox' in said.stderr and '--filesystem=' in said.stderr, said
            assert not said.stdout, said
    own = Path('.var/app', ID)
    kept = (own / 'data/improve/backups', own / 'cache', Path('.cache'))
    left = {path for path in files(home.path) - before if not any(map(path.is_relative_to, kept))}
    left.update(path for path in (home.path / own / 'cache').rglob('improve-*')
                if path.name != home.path.name)  # where the sandbox has the home's own place
    assert not left, left


def writes_to_the_standard_output(home):
    home.improve('sample')
    pdf = home.improve(*ANNOUNCE, '-o', '-', '--format', 'pdf', text=False).stdout
    assert pdf.startswith(b'%PDF-') and pdf.endswith(b'%%EOF\n'), pdf[:100]
    home.improve('export', home.data / 'all.json')
    assert home.improve('export', '-').stdout == (home.data / 'all.json').read_text()


def uses_a_folder_that_is_opened_to_it(home):
    """As a person may do for one command; it is in nobody's way there."""
    home.improve('sample')
    with tempfile.TemporaryDirectory(dir=MADE) as folder:
        def improve(*words):
            return home.run(*RUN, f'--filesystem={folder}', ID, *words)
        improve(*ANNOUNCE, '-o', f'{folder}/issue.pdf')
        improve('export', f'{folder}/all.json')
        improve('backup', f'{folder}')
        improve('--backlog', f'{folder}/other.db', 'import', f'{folder}/all.json')
        assert improve('--backlog', f'{folder}/other.db', 'export', '-').stdout \
            == Path(folder, 'all.json').read_text()
        assert Path(folder, 'issue.pdf').read_bytes().startswith(b'%PDF-')


def sees_nothing_of_the_home(home):
    (home.path / 'secret').write_text('of a person')
    home.inside(f'cat {home.path}/secret', code=1)
    home.inside(f'echo spoilt >{home.path}/secret')
    assert (home.path / 'secret').read_text() == 'of a person'


def has_no_network(home):
    devices = home.inside('cat /proc/net/dev').stdout.splitlines()[2:]
    assert [line.split(':')[0].strip() for line in devices] == ['lo'], devices


def leave_the_bus(home):
    """Where no address is given, one would be looked for in the runtime directory."""
    del home.environment['DBUS_SESSION_BUS_ADDRESS']
    home.environment['XDG_RUNTIME_DIR'] = str(home.path)


def works_without_a_session_bus(home):
    leave_the_bus(home)
    home.improve('sample')
    assert home.improve('rank').stdout
    (home.data / 'list.csv').write_text('title\nThe door sticks\n')
    home.improve('import', '--as', 'csv', home.data / 'list.csv')
    assert 'The door sticks' in home.improve('export', '-').stdout
    home.improve(*ANNOUNCE, '-o', home.data / 'issue.pdf')
    home.improve('backup')
    home.improve('restore', 'latest')
    assert 'The door sticks' in home.improve('rank', '--json').stdout


def opens_its_window_without_a_session_bus(home):
    leave_the_bus(home)
    home.environment['G_DEBUG'] = ''  # GTK warns that there is none
    started = subprocess.Popen([*RUN, ID], env=home.environment)
    try:
        home.run('timeout', '30', 'xdotool', 'search', '--sync', '--onlyvisible', '--name',
                 '^Improve$')
        assert started.poll() is None, 'the program has ended'
    finally:
        started.terminate()
        started.wait()


main(begins_with_nothing_of_a_person, has_the_listed_permissions_only,
     exports_are_named_by_the_id, writes_in_its_folders_only, refuses_what_would_be_lost,
     writes_to_the_standard_output, uses_a_folder_that_is_opened_to_it, sees_nothing_of_the_home,
     has_no_network, works_without_a_session_bus, opens_its_window_without_a_session_bus)
