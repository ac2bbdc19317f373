#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands from an empty home to paper, with no display and no session bus."""
import contextlib
import csv
import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / 'journeys'))

from photos import make_png
import terminal
from terminal import DONE, FAILED, PARTLY, USAGE

INCIDENTS = Path(__file__).parent / 'data' / 'incidents.csv'
OCTOBER = ('--from', '2026-10-01', '--to', '2026-10-31')
MEMBERS = {'rank', 'about-the-same', 'title', 'state', 'voices', 'sites', 'offering',
           'customers-see-it', 'recorded', 'hours', 'hours-low', 'hours-high', 'care', 'impact',
           'payback', 'people', 'often', 'minutes', 'effort', 'pin-reason', 'pin-until', 'top-ten',
           'sentence'}


def take_incidents(t):
    return t.does('import', str(INCIDENTS), '--as', 'servicenow')


def imports_a_service_desk(t):
    said = take_incidents(t)
    assert 'location → site' in said, said
    assert '3 of them: earlier states' in said, said
    assert '3 irritants, 3 reports, 3 people, 2 sites, 1 fix' in said, said
    before = t.export()
    again = take_incidents(t)
    assert 'Taken in      nothing' in again, again
    assert t.export() == before


def items(t, kind):
    return [item for item in json.loads(t.export())['items'] if item['kind'] == kind]


def records(t):
    words = 'Scanner logs me out “now” <b>'
    said = t.does('record', words, '--by', 'Dana Whitfield', '--site', 'Leeds', '--offering',
                  'Scanners', '--people', '21-100', '--often', '2–3 A Week', '--minutes', '7',
                  '--known', 'measured')
    assert said == f'Recorded: {words}\n', said
    [row] = t.rank()
    assert (row['title'], row['sites'], row['offering'], row['voices']) == (
        words, 'Leeds', 'Scanners', 1), row
    [report] = items(t, 'report')
    assert [report[key] for key in ('words', 'people', 'often', 'minutes')] == [
        words, '21-100 measured', '2-3/week measured', '7 measured'], report


def records_with_little(t):
    t.does('record', 'The', 'printer', 'jams')
    t.does('record', '--department', 'Goods in', '--people', '?', '--often', "don’t know",
           '--', '--not-an-option')
    assert {row['title'] for row in t.rank()} == {'The printer jams', '--not-an-option'}
    assert [item['name'] for item in items(t, 'department')] == ['Goods in']
    assert not any(key in report for report in items(t, 'report')
                   for key in ('people', 'often', 'minutes', 'person'))


def records_known_names_again(t):
    t.does('record', 'One', '--by', 'Zoë Brandt', '--site', 'Köln')
    t.does('record', 'Two', '--by', 'zoë  brandt', '--site', 'KÖLN')
    assert len(items(t, 'person')) == len(items(t, 'site')) == 1


def says_what_is_known(t):
    t.does('record', 'The scanner signs me out at noon', '--by', 'Dana Whitfield')
    for n in range(4):
        t.does('record', f'Every morning the label printer jams, hall {n}')
    said = t.does('record', 'Scanner signs me out')
    assert said.splitlines()[:3] == [
        'Recorded: Scanner signs me out', 'Perhaps known already:',
        '  The scanner signs me out at noon (Open, 1 voice)'], said
    assert said.count('\n  ') == 1 and 'Select Several' in said.splitlines()[3], said
    assert t.does('record', 'Every morning the label printer jams').count('\n  ') == 3
    assert t.does('record', 'Nobody answers after five') == 'Recorded: Nobody answers after five\n'
    assert len(t.rank()) == 8


def records_photos_of_a_day(t):
    t.write('screen.png', make_png(40, 30))
    t.write('form.png', make_png(30, 40))
    t.does('record', 'The screen goes dark', '--photo', 'screen.png', '--photo',
           str(t.home / 'form.png'), '--date', '2026-03-02')
    [row] = t.rank()
    assert row['recorded'] == '2026-03-02', row
    assert [report['date'] for report in items(t, 'report')] == ['2026-03-02']
    assert sorted(item['name'] for item in items(t, 'attachment')) == ['form.png', 'screen.png']


def records_nothing_without_its_photo(t):
    t.write('no.png', 'no picture')
    t.write('screen.png', make_png(40, 30))
    t.does('record', 'The first')
    for photo, says in (('no.png', 'Cannot add “no.png”'), ('gone.png', 'there is no such file'),
                        ('.', 'it is a folder')):
        t.fails('record', 'W', '--photo', 'screen.png', '--photo', photo, says=says)
    tomorrow = time.strftime('%Y-%m-%d', time.localtime(time.time() + 86400))
    t.fails('record', 'W', '--date', tomorrow, says='is still to come')
    t.fails('record', 'W', *(word for _ in range(51) for word in ('--photo', 'screen.png')),
            code=USAGE, says='50')
    assert [row['title'] for row in t.rank()] == ['The first']


def refuses_to_record(t):
    for words in (['record'], ['record', '  '], ['record', 'W', '--people', 'many'],
                  ['record', 'W', '--often', ''], ['record', 'W', '--minutes', '-3'],
                  ['record', 'W', '--known', 'surely'], ['record', b'\xff'],
                  ['record', 'W', '--by', b'\xff'], ['record', 'W', '--date', '2.3.2026'],
                  ['record', 'W', '--date', '2026-02-30'], ['record', 'W', '--date', ''],
                  ['record', 'W', '--photo', '']):
        t.fails(*words, code=USAGE, says='improve help record')
    assert not t.backlog.exists()


def dry_run_changes_nothing(t):
    t.does('import', str(INCIDENTS), '--as', 'servicenow', '--dry-run')
    assert not list(t.home.glob('**/*.db*')), list(t.home.glob('**/*'))
    t.does('sample')
    before = t.export()
    said = t.does('import', str(INCIDENTS), '--as', 'servicenow', '--dry-run')
    assert 'Would be taken in   3 irritants' in said, said
    assert t.export() == before


def maps_columns(t):
    t.write('wishes.csv', 'Wunsch,Büro,Datum\n"Drucker, der druckt",Köln,2026-11-02\n')
    t.does('import', 'wishes.csv', '--as', 'csv', '--map', 'Wunsch=title', '--map', 'Büro=site')
    [row] = t.rank()
    assert (row['title'], row['sites']) == ('Drucker, der druckt', 'Köln'), row


def lists_columns_without_title(t):
    t.write('wishes.csv', 'Wunsch,Büro\nDrucker,Köln\n')
    said = t.fails('import', 'wishes.csv', '--as', 'csv', says='--map "COLUMN=title"')
    assert said.endswith('\n  Wunsch\n  Büro\n'), said
    assert not t.backlog.exists()


def headers_are_no_commands(t):
    t.write('wishes.csv', '\x1b[31mWunsch\x1b]0;x\x07,Büro\nDr\x1b[2Jucker,Köln\n')
    said = t.fails('import', 'wishes.csv', '--as', 'csv', says='--map "COLUMN=title"')
    assert '\x1b' not in said and '\x07' not in said, repr(said)
    said = t.does('import', 'wishes.csv', '--as', 'csv', '--map', '\x1b[31mWunsch\x1b]0;x\x07=title')
    assert '\x1b' not in said and '\x07' not in said, repr(said)


def ranks_as_table(t):
    t.does('sample')
    said = t.does('rank', '--limit', '5')
    definition, table, *_ = said.split('\n\n')
    lines = table.splitlines()
    assert definition.startswith('Impact: Hours lost a month'), said
    assert lines[0].split('  ')[-1] == 'Irritant', said
    assert max(map(len, said.splitlines())) <= 80, said
    assert lines[1].split()[0] == '1', said
    assert 'Care' in lines[0] and ' ×1.5 ' in said, said
    assert 'Shown: 5 of ' in said, said
    assert 'hours a month.' in ' '.join(said.split()), said
    whole, scores = (t.does('rank', '--limit', '0', '--order', order) for order in ('impact', 'ice'))
    assert whole.count('\n\n') > scores.count('\n\n'), whole  # scores are in no groups


def without_unasked(rows):
    """Those that somebody was asked about: the others stand behind them, without rank and hours."""
    asked = [row for row in rows if row['rank'] is not None]
    assert asked and rows[:len(asked)] == asked, rows
    for row in rows[len(asked):]:
        numbers = 'impact', 'hours', 'hours-low', 'hours-high', 'payback', 'people', 'top-ten'
        assert {row[name] for name in (*numbers, 'about-the-same')} == {None}, row
    return asked


def ranks_as_json(t):
    t.does('sample')
    rows = t.rank()
    assert rows and all(set(row) == MEMBERS for row in rows), rows[:1]
    asked = without_unasked(rows)
    assert [row['rank'] for row in asked] == list(range(1, len(asked) + 1))
    impacts = [row['impact'] for row in asked]
    assert impacts == sorted(impacts, reverse=True)
    assert all(abs(row['hours'] * row['care'] - row['impact']) < 1e-9 * row['impact']
               for row in asked)
    assert {row['state'] for row in rows} <= {'open', 'planned', 'being-fixed'}
    assert t.rank('--limit', '3') == rows[:3]
    assert len(t.rank('--all')) > len(rows)


def to_cell(value):
    """A member of the JSON as the CSV has it."""
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'true' if value else 'false'
    return value if isinstance(value, str) else float(value)


def ranks_as_csv(t):
    t.does('sample')
    t.write('evil.csv', 'title,site\n"=1+cmd|\'/c calc\'!A1","@SUM(A1)"\n+1,"- Köln, ""Dom"""\n')
    t.does('import', 'evil.csv', '--as', 'csv')
    rows = t.rank()
    t.does('rank', '-o', 'list.csv')
    with (t.home / 'list.csv').open(encoding='utf-8', newline='') as file:
        table = list(csv.DictReader(file))
    assert len(table) == len(rows)
    for cells, row in zip(table, rows):
        first, last = row.pop('about-the-same') or ('', '')
        assert (cells['about-the-same-first'], cells['about-the-same-last']) == (str(first), str(last))
        for name, value in row.items():
            cell, said = cells[name], to_cell(value)
            assert (float(cell) if isinstance(said, float) else cell.removeprefix("'")) == said, name
    dangerous = [cell for cells in table for cell in cells.values() if cell[:1] in '=+-@\t' and cell]
    assert not dangerous, dangerous
    assert {"'=1+cmd|'/c calc'!A1", "'+1"} <= {cells['title'] for cells in table}
    assert {"'@SUM(A1)", '\'- Köln, "Dom"'} <= {cells['sites'] for cells in table}


def ranks_into_files(t):
    t.does('sample')
    said = t.does('rank', '--format', 'json')
    assert t.does('rank', '--json') == said
    t.does('rank', '-o', 'list.json')
    assert (t.home / 'list.json').read_text() == said
    t.does('rank', '-o', 'list.txt')
    assert (t.home / 'list.txt').read_text() == t.does('rank', '--format', 'text')
    t.does('rank', '--top', '2', '--format', 'csv', '-o', 'two.list')
    assert len((t.home / 'two.list').read_text().splitlines()) == 3
    for paper, size in ('a4', '841.89 x 595.28'), ('letter', '792 x 612'):
        t.does('rank', '-o', 'list.pdf', '--paper', paper)
        info = subprocess.run(['pdfinfo', t.home / 'list.pdf'], capture_output=True, text=True,
                              check=True).stdout
        assert f'Page size:       {size}' in info and 'Tagged:          yes' in info, info
    t.fails('rank', '-o', 'list.doc', code=USAGE, says='none of .pdf, .csv, .json, .txt')
    t.fails('rank', '--format', 'doc', code=USAGE, says='pdf, csv, json or text')
    t.fails('rank', '--paper', 'b5', code=USAGE, says='a4 or letter')
    t.fails('rank', '-o', 'nowhere/list.pdf', says='Cannot write')


def ranks_in_other_orders(t):
    t.does('sample')
    everything = t.rank('--order', 'payback')
    paybacks = [row['payback'] for row in without_unasked(everything)]
    assert paybacks == sorted(paybacks, reverse=True)
    days = [row['recorded'] for row in t.rank('--order=age')]
    assert days == sorted(days)
    hours = [row['hours'] for row in without_unasked(t.rank('--order', 'hours'))]
    assert hours == sorted(hours, reverse=True)
    for order in 'rice', 'ice', 'cost-of-delay', 'wsjf':
        assert len(without_unasked(t.rank('--order', order))) == len(hours), order
    voices = t.rank('--order', 'voices')
    assert [row['rank'] for row in voices] == list(range(1, len(everything) + 1))


def says_what_is_about_the_same(t):
    t.does('sample')
    rows = without_unasked(t.rank())
    for row in rows:
        first, last = row['about-the-same']
        assert first <= row['rank'] <= last, row
        assert row['hours-low'] <= row['hours'] <= row['hours-high'], row
        assert rows[first - 1]['about-the-same'] == [first, last]
        assert last == len(rows) or rows[last]['about-the-same'][0] == last + 1
    assert {row['about-the-same'] for row in t.rank('--order', 'age')} == {None}


def ranks_what_is_asked_for(t):
    t.does('sample')
    everything = t.rank()
    in_lyon = t.rank('site:lyon')
    assert 0 < len(in_lyon) < len(everything)
    assert all('Lyon' in row['sites'] for row in in_lyon), in_lyon
    assert [row for row in everything if row['rank'] == in_lyon[0]['rank']] == in_lyon[:1]
    assert t.rank('--', '-site:lyon') == [row for row in everything if row not in in_lyon]
    assert {row['state'] for row in t.rank('state:fixed')} == {'fixed'}
    assert t.rank('customers:yes', 'site:lyon') == t.rank('site:lyon customers:yes')
    assert t.rank('--all', 'site:lyon') == t.rank('site:lyon', 'state:any')
    said = ' '.join(t.does('rank', 'site:lyon', '-n', '1').split())
    assert f'Shown: 1 of {len(in_lyon)}' in said, said
    assert f'{len(in_lyon)} of ' in said and 'Not yet fixed · lyon.' in said, said
    assert t.does('rank', 'xyzzy') == 'Nothing matches: Not yet fixed · “xyzzy”.\n'
    t.fails('rank', 'state:opn', code=USAGE, says='No state is called “opn”')
    t.fails('rank', 'site:', code=USAGE, says='After “site:” something is missing')


def ranks_nothing(t):
    t.write('none.csv', 'title\n')
    t.run('import', 'none.csv', '--as', 'csv')
    t.fails('rank', says='there is none yet')
    t.write('old.csv', 'title,state,fixed\nPrinter,fixed,2026-10-01\nScreen,fixed,2026-10-02\n')
    t.does('import', 'old.csv', '--as', 'csv')
    assert t.does('rank') == 'All 2 irritants are fixed or declined: “--all” lists them.\n'
    assert len(t.rank('--all')) == 2


def read_pdf(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True,
                          text=True).stdout


def announces_in_all_forms(t):
    take_incidents(t)
    before = t.export()
    text = t.does('announce', *OCTOBER)
    assert 'Prints twice' in text, text
    for form in ('pdf', 'html', 'md', 'txt'):
        assert t.does('announce', *OCTOBER, '-o', f'october.{form}') == ''
    assert 'Prints twice' in read_pdf(t.home / 'october.pdf')
    assert '<!DOCTYPE html>' in (t.home / 'october.html').read_text()
    assert 'Prints twice' in (t.home / 'october.html').read_text()
    assert 'Prints twice' in (t.home / 'october.md').read_text()
    assert (t.home / 'october.txt').read_text() == text
    assert t.export() == before


def writes_to_the_standard_output(t):
    take_incidents(t)
    assert t.does('announce', *OCTOBER, '-o', '-') == t.does('announce', *OCTOBER)
    assert t.does('announce', *OCTOBER, '--format', 'html').startswith('<!DOCTYPE html>')
    with open(t.home / 'october', 'wb') as file:
        t.does('announce', *OCTOBER, '-o', '-', '--format=pdf', stdout=file,
               env=t.environment | {'ASAN_OPTIONS': 'detect_leaks=0'})
    assert 'Prints twice' in read_pdf(t.home / 'october')
    assert t.does('announce', *OCTOBER, '-o', 'named.txt', '--format', 'md') == ''
    assert (t.home / 'named.txt').read_text() == t.does('announce', *OCTOBER, '--format', 'md')
    t.fails('announce', *OCTOBER, '--format', 'docx', code=USAGE, says='no format')
    assert t.does('export', '-') == t.export()
    assert not (t.home / '-').exists()


def says_when_nothing_was_fixed(t):
    take_incidents(t)
    done = t.run('announce', '--from', '2020-01-01', '--to', '2020-01-31')
    assert done.returncode == DONE and done.stderr.startswith('improve: No fix'), done


def says_what_was_told(t):
    t.write('told.json', """{"format": "improve-backlog", "version": 1, "items": [
      {"kind": "fix", "id": "old", "title": "Prints once", "delivered": "2026-10-05"},
      {"kind": "fix", "id": "new", "title": "Scans at once", "delivered": "2026-10-06"},
      {"kind": "announcement", "id": "a", "number": 1, "published": "2026-10-07"},
      {"kind": "entry", "id": "e", "announcement": "a", "section": "rest", "fix": "old"}]}""")
    t.does('import', 'told.json')
    done = t.run('announce', '--from', '2026-10-01', '--to', '2026-10-31')
    assert done.returncode == DONE and 'Scans at once' in done.stdout, done
    assert 'Prints once' not in done.stdout, done
    assert done.stderr.startswith('improve: 1 fix of that period is left out'), done


def needs_a_display(t):
    t.environment = {name: value for name, value in t.environment.items() if 'DISPLAY' not in name}
    t.fails(says=['there is no display', 'record, import, rank, announce'])


def round_trip_is_equal(t):
    t.does('sample')
    first = t.export()
    t.write('first.json', first)
    t.does('--backlog', 'second.db', 'import', 'first.json')
    assert t.export('--backlog', 'second.db') == first
    t.does('import', 'first.json')
    assert t.export() == first
    assert len(json.loads(first)['items']) > 500


def sample_only_once(t):
    said = t.does('sample')
    assert '72 irritants' in said, said
    before = t.export()
    again = t.run('sample')
    assert again.returncode == DONE and 'not empty' in again.stderr, again
    assert t.export() == before


def lists_rounds(t):
    rounds = t.home / 'rounds.json'
    rounds.write_text(json.dumps({'format': 'improve-backlog', 'version': 1, 'items': [
        {'kind': 'site', 'id': 'leeds', 'name': 'Leeds'},
        {'kind': 'site', 'id': 'porto', 'name': 'Porto', 'weeks': 6},
        {'kind': 'round', 'id': 'r', 'site': 'leeds', 'planned': '2026-03-02', 'time': 870}]}))
    t.does('import', str(rounds))
    t.does('record', 'The door sticks', '--backlog', 'other.db')
    said = t.does('rounds')
    assert 'Leeds' in said and 'Late' in said and '14:30' in said, said
    assert 'No round is planned' in t.does('rounds', '--backlog', 'other.db')
    late, due = json.loads(t.does('rounds', '--json'))
    assert late == {'state': 'late', 'day': '2026-03-02', 'time': '14:30', 'site': 'Leeds',
                    'place': None, 'visitors': None, 'to-meet': 0}, late
    assert due['state'] == 'due' and due['site'] == 'Porto', due


def checks(t):
    t.does('sample')
    said = t.does('check', env=t.environment | {'COLUMNS': '40'})
    assert str(t.backlog) in said, said  # whole
    assert 'Problems      none' in said, said


def other_backlog_is_another(t):
    t.does('sample')
    t.does('import', str(INCIDENTS), '--as=servicenow', '--backlog', 'other.db')
    assert len(t.rank('--backlog', 'other.db')) == 2
    assert len(t.rank()) > 2


def wait_until_reading(process, path):
    """Until the process has the file open: by then it listens to what interrupts it."""
    opened = Path(f'/proc/{process.pid}/fd')
    while process.poll() is None:
        with contextlib.suppress(OSError):  # what it has just closed
            if any(file.readlink() == path for file in opened.iterdir()):
                return
        time.sleep(0.001)


def interrupt_changes_nothing(t):
    rows = ''.join(f'Printer {i} jams,Lyon\n' for i in range(20000))
    path = t.write('long.csv', 'title,site\n' + rows).resolve()
    t.does('sample')
    before = t.export()
    words = [t.program, 'import', 'long.csv', '--as', 'csv']
    with subprocess.Popen(words, cwd=t.home, env=t.environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as started:
        wait_until_reading(started, path)
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out) == (FAILED, ''), (started.returncode, out)
    assert err == 'improve: Cancelled: nothing was changed\n', err
    assert t.export() == before


def checks_to_the_last_page(t):
    t.does('sample')
    before = t.export()
    said = t.does('check', '--deep')
    assert 'Received or restored  0' in said and 'Problems              none' in said, said
    assert t.export() == before
    t.does('restore', t.does('backup').strip())  # what it writes from now on has numbers of its own
    [rows] = re.findall('^Journal rows  *(.*)', said, re.MULTILINE)
    again = t.does('check', '--deep')
    assert f'Received or restored  {rows}\n' in again and 'none' in again, again


def deletes_all(t):
    """Something else in the place of the sample."""
    t.write('wish.csv', 'title\nA new wish\n')
    t.does('--backlog', 'wish.db', 'import', 'wish.csv', '--as', 'csv')
    for path in t.backlog.parent.glob('backlog.db*'):
        path.unlink()
    (t.home / 'wish.db').rename(t.backlog)


def backs_up_and_restores(t):
    t.does('sample')
    sample = t.export()
    [path] = t.does('backup').splitlines()
    assert Path(path).parent == t.backlog.parent / 'backups', path
    deletes_all(t)
    wish = t.export()
    assert t.does('restore', path) == path + '\n'
    assert t.export() == sample
    assert 'before another' in t.does('backup', '--list'), t.does('backup', '--list')
    assert 'before-restore' in t.does('restore', 'latest')
    assert t.export() == wish


def backs_up_into_a_folder_too(t):
    t.does('sample')
    stick = t.home / 'stick'
    stick.mkdir()
    name = Path(t.does('backup', 'stick').strip()).name
    first = (t.backlog.parent / 'backups' / name).read_bytes()
    assert (stick / name).read_bytes() == first
    t.fails('backup', 'nowhere', says=['Cannot back up', 'nowhere', 'no such folder'])
    assert [path.name for path in (t.backlog.parent / 'backups').iterdir()] == [name]
    assert [path.name for path in stick.iterdir()] == [name]


def lists_backups_in_a_second_folder(t):
    t.does('sample')
    stick = t.home / 'stick'
    stick.mkdir()
    said = t.run('backup', '--list', 'stick')
    assert said.returncode == DONE and 'no backup of this backlog' in said.stderr, said
    name = Path(t.does('backup', 'stick').strip()).name
    t.does('backup')
    said = t.does('backup', '--list', 'stick')
    assert said.count('by hand') == 1 and name in said and str(stick) in said, said
    t.fails('backup', '--list', 'nowhere', says=['Cannot list', 'nowhere', 'no such folder'])


def lists_backups_of_a_lost_backlog(t):
    done = t.run('backup', '--list')
    assert done.returncode == DONE and 'no backup yet' in done.stderr, done
    t.does('sample')
    t.does('backup')
    t.backlog.unlink()
    said = t.does('backup', '--list')
    assert 'by hand' in said and '-by-hand-' in said, said
    t.does('restore', 'latest')
    assert len(t.rank()) > 5


def latest_is_not_of_a_clock_ahead(t):
    t.does('sample')
    sample = t.export()
    path = Path(t.does('backup').strip())
    deletes_all(t)
    ahead = Path(t.does('backup').strip())
    ahead.rename(ahead.with_name(re.sub(r'-20\d\d', '-2099', ahead.name, count=1)))
    assert t.does('restore', 'latest') == f'{path}\n'
    assert t.export() == sample


def change_a_title(path):
    """Nothing that SQLite would find."""
    content = path.read_bytes()
    assert b'canner signs out' in content
    path.write_bytes(content.replace(b'canner signs out', b'canner signs off'))


def latest_is_not_changed_from_outside(t):
    t.does('sample')
    sample = t.export()
    first = Path(t.does('backup').strip())
    deletes_all(t)
    t.does('restore', first.name)
    assert t.export() == sample
    later = Path(t.does('backup').strip())
    change_a_title(later)
    assert t.does('restore', 'latest').strip() not in (str(later), '')
    change_a_title(first)
    said = t.run('restore', first.name)
    assert said.returncode == PARTLY and 'restored, but it is damaged' in said.stderr, said
    assert t.run('check').returncode == FAILED


def restores_over_a_damaged_backlog(t):
    t.does('sample')
    sample = t.export()
    t.does('backup')
    t.backlog.write_bytes(b'damaged')
    t.fails('rank', says='Cannot open')
    t.does('restore', 'latest')
    assert t.export() == sample
    [kept] = t.backlog.parent.glob('backlog-damaged-*.db')
    assert kept.read_bytes() == b'damaged'


def saves_what_can_be_read(t):
    t.does('sample')
    sample = t.export()
    damaged = b'damaged ' * 512 + t.backlog.read_bytes()[4096:]
    t.backlog.write_bytes(damaged)
    t.fails('rank', says='Cannot open')
    said = t.does('restore', '--from-damaged', str(t.backlog))
    assert said.endswith('changes could be rescued.\n'), said
    assert t.export() == sample
    assert 'none' in t.does('check', '--deep')
    [kept] = t.backlog.parent.glob('backlog-damaged-*.db')
    assert kept.read_bytes() == damaged
    t.write('letter.db', b'This is a letter.\n' * 400)
    t.fails('restore', '--from-damaged', 'letter.db',
            says=['Cannot rescue', 'nothing of a backlog', 'restore a backup'])
    for name, says in (('none.db', 'no such file'), ('.', 'a folder'), ('/dev/zero', 'ordinary file')):
        t.fails('restore', '--from-damaged', name, says=['improve: Cannot read', name[1:], says])
    assert t.export() == sample


def restores_no_other_file(t):
    t.does('sample')
    before = t.export()
    t.write('letter.db', b'This is a letter.\n' * 400)
    newer = t.write('newer.db', t.backlog.read_bytes())
    with contextlib.closing(sqlite3.connect(newer)) as database:
        database.execute('PRAGMA user_version = 99')
    letter = str(t.home / 'letter.db')
    t.fails('restore', 'letter.db', says=['Cannot restore the backup', letter, 'not a backlog'])
    for name, says in (('empty.db', b''), ('cut.db', newer.read_bytes()[:9000])):
        t.write(name, says)
    t.fails('restore', 'empty.db', says=['Cannot restore the backup', 'empty.db', 'is empty'])
    t.fails('restore', 'cut.db', says=['Cannot restore the backup', 'damaged', 'an earlier one'])
    t.fails('restore', 'newer.db', says=['Cannot restore the backup', str(newer), 'newer'])
    t.fails('restore', '/dev/zero', says=['Cannot restore the backup', 'not an ordinary file'])
    t.fails('restore', 'none.db', says=['Cannot restore the backup', 'no such file'])
    t.fails('restore', code=USAGE, says='improve help restore')
    t.fails('backup', '--list', 'here', 'there', code=USAGE, says='improve help backup')
    assert t.export() == before


def helps(t):
    for command in ('import', 'rank', 'rounds', 'announce', 'export', 'sample', 'check', 'backup',
                    'restore'):
        assert f'  {command} ' in t.does('help')
        assert t.does('help', command) == t.does(command, '--help')
        assert f'improve {command}' in t.does('help', command)
    assert t.does('--version').startswith('improve ')
    assert not t.backlog.exists()


A_ROUND = """{"format": "improve-backlog", "version": 1, "items": [
{"kind": "site", "id": "s", "name": "Leeds"},
{"kind": "person", "id": "p", "name": "Dana Quill"},
{"kind": "irritant", "id": "i", "title": "Scanner signs out"},
{"kind": "irritant", "id": "o", "title": "Of no round"},
{"kind": "report", "id": "r", "irritant": "i", "person": "p", "site": "s", "round": "v", "words": "Out."},
{"kind": "round", "id": "v", "site": "s", "planned": "2026-11-20"},
{"kind": "observation", "id": "w", "round": "v", "sort": "works", "words": "Wifi. Ask Dana."}
]}
"""


def passes_a_round_on(t):
    t.write('made.json', A_ROUND)
    t.does('import', 'made.json')
    before = t.export()
    named = ('--round', 'leeds 2026-11-20')
    done = t.run('export', *named, 'round.json')
    assert (done.returncode, done.stdout) == (DONE, ''), done
    assert '1 sentence still names somebody:\n  Ask Dana.\n' in done.stderr, done
    written = (t.home / 'round.json').read_text()
    assert json.loads(written)['format'] == 'improve-round', written
    assert 'Quill' not in written and 'Of no round' not in written, written
    assert 'Quill' in t.does('export', *named, '--with-people', '-')
    other = ('--backlog', 'other.db')
    said = ' '.join(t.does(*other, 'import', 'round.json', '--dry-run').split())
    assert 'Would be taken in 1 irritant, 1 report' in said, said
    said = ' '.join(t.does(*other, 'import', 'round.json').split())
    assert 'Taken in 1 irritant, 1 report' in said and '1 round' in said, said
    first = t.export(*other)
    said = ' '.join(t.does(*other, 'import', 'round.json').split())
    assert 'Taken in nothing' in said, said
    assert t.export(*other) == first
    t.does('import', 'round.json')
    assert t.export() == before
    t.fails(*other, 'import', t.write('bad.json', written.replace('Wifi', 'WLAN')).name,
            says='Cannot import')
    assert t.export(*other) == first
    t.fails('export', '--round', 'York 2026-11-20', 'york.json', says='no round “York 2026-11-20”')
    t.fails('export', '--with-people', 'all.json', code=USAGE, says='--round only')
    assert not (t.home / 'york.json').exists()


def wrong_usage(t):
    t.fails('rank', '--frob', code=USAGE, says='improve help rank')
    t.fails('import', 'x.txt', code=USAGE, says='improve help import')
    t.fails('import', 'copy.db', code=USAGE, says=['copy.db', '--backlog', 'export', 'JSON'])
    t.fails('frob', code=USAGE, says='improve help')
    assert not t.backlog.exists()


def reading_makes_no_backlog(t):
    for words in (['rank'], ['check'], ['export', 'a.json'], ['announce', *OCTOBER]):
        t.fails(*words, '--backlog', 'slip.db', code=FAILED, says=['slip.db', 'there is none yet'])
    assert not (t.home / 'slip.db').exists()


terminal.main([
    records, says_what_is_known, records_photos_of_a_day, records_nothing_without_its_photo, records_with_little, records_known_names_again, refuses_to_record,
    imports_a_service_desk, dry_run_changes_nothing, maps_columns, lists_columns_without_title,
    headers_are_no_commands, ranks_as_table, ranks_as_json, ranks_as_csv, ranks_into_files,
    ranks_in_other_orders, says_what_is_about_the_same, ranks_what_is_asked_for, ranks_nothing,
    announces_in_all_forms,
    writes_to_the_standard_output,
    says_when_nothing_was_fixed, says_what_was_told, needs_a_display,
    round_trip_is_equal, sample_only_once, lists_rounds, checks, other_backlog_is_another,
    passes_a_round_on, helps, wrong_usage,
    reading_makes_no_backlog, interrupt_changes_nothing, checks_to_the_last_page,
    backs_up_and_restores, backs_up_into_a_folder_too, lists_backups_in_a_second_folder,
    lists_backups_of_a_lost_backlog,
    latest_is_not_of_a_clock_ahead,
    latest_is_not_changed_from_outside,
    restores_over_a_damaged_backlog, saves_what_can_be_read, restores_no_other_file,
])
