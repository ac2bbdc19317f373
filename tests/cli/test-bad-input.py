#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input, bad disks: a message with the remedy, the exit code, and nothing changed."""
import contextlib
import datetime
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import terminal
from terminal import FAILED, PARTLY, USAGE

TODAY = datetime.date.today()
LATELY = ('--from', str(TODAY - datetime.timedelta(18)), '--to', str(TODAY))  # the sample moves along
GOOD = '{"kind": "site", "id": "a", "name": "A"}'


def unchanged_after(t, *words, says, **options):
    """The command fails, and the backlog is as it was before."""
    before = t.export()
    message = t.fails(*words, says=says, **options)
    assert t.export() == before, words
    return message


def not_a_backlog(t):
    for name, content in (('text.db', b'This is a letter.\n' * 400), ('empty.txt.db', b'\0' * 8192),
                          ('picture.db', b'\x89PNG\r\n\x1a\n' + bytes(5000))):
        path = t.write(name, content)
        for words in (['rank'], ['check'], ['sample'], ['export', 'out.json']):
            t.fails('--backlog', name, *words, says=['Cannot', name])
            assert path.read_bytes() == content, (name, words)
        assert not (t.home / 'out.json').exists()


def meddle(path, statement):
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


def damaged_backlog(t):
    t.does('sample')
    meddle(t.backlog, "UPDATE journal SET value = 'other' WHERE rseq = 100")
    done = t.run('check')
    assert done.returncode == FAILED and 'changed from outside' in done.stdout, done
    assert done.stderr.startswith('improve: The backlog is damaged: “improve restore latest”'), done


def own_backlog_is_damaged(t):
    """It says what is wrong with which file, and which command helps; and changes nothing."""
    t.does('sample')
    first = t.export()
    t.does('backup')
    whole = t.backlog.read_bytes()
    for content in (b'', b'\x5a' * 64 + whole[64:], None):
        t.backlog.unlink()
        if content is not None:
            t.backlog.write_bytes(content)
        for words in (['rank'], ['check'], ['sample'], ['check', '--deep'], ['import', 'state.json'],
                      ['import', '--dry-run', 'state.json']):
            said = t.fails(*words, says=['Cannot open', str(t.backlog), 'estore a backup',
                                         '“improve restore latest”'])
            assert ('--from-damaged' in said) == bool(content), said  # of nothing nothing is left
        assert content is None and not t.backlog.exists() or t.backlog.read_bytes() == content
        t.does('restore', 'latest')
        assert t.export() == first


def file_without_a_byte(t):
    path = t.write('zero.db', '')
    for words in (['check'], ['check', '--deep']):
        t.fails('--backlog', 'zero.db', *words, says=['Cannot open', 'zero.db', 'empty'])
        assert path.read_bytes() == b'' and list(t.home.glob('zero.db*')) == [path]
    t.does('--backlog', 'zero.db', 'sample')  # as a first start leaves it that was killed


def backlog_that_cannot_be_opened(t):
    t.does('sample')
    whole = t.backlog.read_bytes()
    t.write('newer.db', whole)
    meddle(t.home / 'newer.db', 'PRAGMA user_version = 99')
    t.write('foreign.db', whole)
    meddle(t.home / 'foreign.db', 'PRAGMA application_id = 5')
    t.write('cut.db', whole[:len(whole) // 2])
    for name, says in (('newer.db', 'newer version'), ('foreign.db', 'not a backlog'),
                       ('cut.db', 'restore a backup')):
        before = (t.home / name).read_bytes()
        for command in (['check'], ['rank'], ['sample']):
            t.fails('--backlog', name, *command, says=['Cannot open', name, says])
        assert (t.home / name).read_bytes() == before, name


def backlog_is_a_folder(t):
    (t.home / 'folder.db').mkdir()
    t.fails('--backlog', 'folder.db', 'check', says='Cannot')


def unreadable_folder(t):
    locked = t.home / 'locked'
    locked.mkdir()
    t.write('in.json', wrap(GOOD))
    locked.chmod(0o000)
    try:
        if os.geteuid() != 0:
            t.fails('--backlog', 'locked/b.db', 'sample', says=['Cannot', 'locked'])
            t.fails('--backlog', 'locked/b.db', 'rank', says=['Cannot', 'you may not write'])
            t.fails('import', 'locked/in.json', says='Cannot')
    finally:
        locked.chmod(0o700)
    t.write('file', '')
    t.fails('--backlog', 'file/b.db', 'sample', says=['Cannot', 'file'])
    t.fails('--backlog', '/proc/none/b.db', 'sample', says='Cannot')


def wrap(*items):
    return ('{"format": "improve-backlog", "version": 1, "reference": "2026-11-21", "items": [\n'
            + ',\n'.join(items) + '\n]}\n')


def bad_json(t):
    t.does('sample')
    for name, text, says in (
            ('member', wrap(GOOD, '{"kind": "site", "id": "b", "colour": "red"}'), '3'),
            ('kind', wrap('{"kind": "ticket", "id": "b"}'), '2'),
            ('cut', wrap(GOOD)[:-30], 'Cannot'),
            ('other', '{"hello": "world"}', 'Cannot'),
            ('deep', '[' * 100000, 'Cannot'),
            ('bytes', b'\xff\xfe\x00', 'Cannot'),
            ('database', t.backlog.read_bytes(), 'a backlog of Improve')):
        t.write(f'{name}.json', text)
        unchanged_after(t, 'import', f'{name}.json', says=['Cannot', says])
        t.fails('--backlog', 'new.db', 'import', f'{name}.json', says='Cannot')
        assert not list(t.home.glob('new.db*')), name


def cut_csv(t):
    t.does('sample')
    t.write('cut.csv', 'title,site\nGood one,Porto\n"Cut in the mid')
    unchanged_after(t, 'import', 'cut.csv', '--as', 'csv', says=['Cannot', '3'])


def rows_not_taken(t):
    t.write('some.csv', 'title,date\nGood one,2026-11-02\nBad day,2026-02-31\n')
    for words, says in ((['--dry-run'], '1 row would not be taken:'), ([], '1 row was not taken:')):
        done = t.run('import', 'some.csv', '--as', 'csv', *words)
        assert done.returncode == PARTLY, done
        assert says in done.stderr and 'Line 3' in done.stderr, done
        assert '1 irritant' in done.stdout, done
    assert [row['title'] for row in t.rank()] == ['Good one']


def no_such_input(t):
    t.does('sample')
    (t.home / 'folder.csv').mkdir()
    os.mkfifo(t.home / 'pipe.csv')
    (t.home / 'link.csv').symlink_to('/dev/zero')
    for name in ('none.csv', 'folder.csv', 'pipe.csv', 'link.csv', '/dev/zero'):
        unchanged_after(t, 'import', name, '--as', 'csv', says=['Cannot', Path(name).name])


def output_cannot_be_written(t):
    t.does('sample')
    (t.home / 'folder.json').mkdir()
    unchanged_after(t, 'export', 'nowhere/out.json', says=['Cannot', 'nowhere'])
    unchanged_after(t, 'export', 'folder.json', says=['Cannot', 'folder.json'])
    for form in ('pdf', 'html', 'md', 'txt'):
        unchanged_after(t, 'announce', *LATELY, '-o', f'nowhere/a.{form}', says=['Cannot', 'nowhere'])


def limited(limit):
    """Options of a process that can write no file beyond `limit` bytes, as on a full disk. It is
    begun with the signal that ends whoever tries."""
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return {'preexec_fn': prepare, 'restore_signals': False}


def full_disk_for_output(t):
    t.does('sample')
    old = t.write('out.json', 'the old file')
    unchanged_after(t, 'export', 'out.json', says='Cannot', **limited(100 * 1024))
    assert old.read_text() == 'the old file'
    assert {path.name for path in t.home.iterdir()} <= {'out.json', '.local', '.cache', 'state.json'}


def full_disk_for_backlog(t):
    t.does('sample')
    first = t.export()
    t.write('one.json', wrap(GOOD))
    t.write('many.json', wrap(*('{"kind": "site", "id": "s%d", "name": "Site %d"}' % (n, n)
                                for n in range(20000))))
    t.fails('import', 'many.json', says='Cannot', **limited(800 * 1024))
    assert t.export() == first
    t.does('import', 'one.json')


def full_standard_output(t):
    t.does('sample')
    with open('/dev/full', 'wb') as full:
        for words in (['rank'], ['rank', '--json'], ['announce', *LATELY], ['check'], ['help']):
            t.fails(*words, says=['Cannot write', 'make room'], stdout=full)


def hostile_words(t):
    t.does('sample')
    large = 'x' * 100000
    t.fails(large, code=USAGE, says='improve help')
    t.fails('rank', '--order', large, code=USAGE, says='improve help rank')
    for name in (large, b'\xff\xfe.csv', b'%s%n.csv'):
        unchanged_after(t, 'import', name, '--as', 'csv', says='Cannot')
    t.fails('--backlog', large, 'check', code=FAILED, says='Cannot')
    t.fails('export', large + '.json', code=FAILED, says='Cannot')


def names_of_any_bytes(t):
    t.does('--backlog', b'\xff.db', 'sample')
    t.does('--backlog', b'\xff.db', 'export', b'\xfe.json')
    t.does('import', b'\xfe.json')
    assert t.export() == t.export('--backlog', b'\xff.db')
    assert '\ufffd' in t.does('--backlog', b'\xff.db', 'check')


def read_only_backlog(t):
    t.does('sample')
    t.home.chmod(0o755)  # for nobody, to whom rights mean something where root runs the tests
    options = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.geteuid() == 0 else {}
    path = t.home / 'folder/backlog.db'
    path.parent.mkdir()
    path.write_bytes(t.backlog.read_bytes())
    (t.home / 'out').mkdir()
    (t.home / 'out').chmod(0o777)
    options['env'] = t.environment | {'XDG_CACHE_HOME': str(t.home / 'out')}  # fonts are noted there
    path.chmod(0o444)
    path.parent.chmod(0o555)
    before = path.read_bytes()
    try:
        for words in (['rank'], ['check'], ['check', '--deep'], ['export', 'out/all.json'],
                      ['announce', *LATELY, '-o', 'out/a.pdf']):
            t.does('--backlog', path, *words, **options)
        t.fails('--backlog', path, 'import', 'out/all.json', says=['Cannot', 'may not write'],
                **options)
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == ['backlog.db']
    finally:
        path.parent.chmod(0o755)


def check_writes_nothing(t):
    """Neither into a copy from elsewhere, nor beside it; and it knows which rows are its own."""
    t.does('sample')
    folder = t.home / 'copied'
    folder.mkdir()
    copy = folder / 'copy.db'
    copy.write_bytes(t.backlog.read_bytes())
    for words in (['check'], ['check', '--deep']):
        assert 'none' in t.does('--backlog', copy, *words)
    assert copy.read_bytes() == t.backlog.read_bytes() and list(folder.iterdir()) == [copy]
    assert 'Received or restored  0' in t.does('check', '--deep')


def busy_backlog(t):
    t.does('sample')
    holder = subprocess.Popen([sys.executable, '-c', HOLD, t.backlog], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == b'held\n'
        t.fails('rank', says=['Cannot', 'Close it'])
    finally:
        holder.communicate()
    t.does('rank')


HOLD = '''
import sqlite3, sys
held = sqlite3.connect(sys.argv[1])
held.execute('PRAGMA locking_mode = EXCLUSIVE')
held.execute('BEGIN EXCLUSIVE')
print('held', flush=True)
sys.stdin.read()
'''

terminal.main([
    not_a_backlog, damaged_backlog, own_backlog_is_damaged, file_without_a_byte,
    backlog_that_cannot_be_opened, backlog_is_a_folder,
    unreadable_folder, bad_json, cut_csv, rows_not_taken, no_such_input,
    output_cannot_be_written, full_disk_for_output, full_disk_for_backlog,
    full_standard_output, hostile_words, names_of_any_bytes, read_only_backlog,
    check_writes_nothing, busy_backlog,
])
