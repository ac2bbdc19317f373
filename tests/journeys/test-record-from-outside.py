#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's own “Record an Irritant”: while the program runs, where the session bus starts it,
and as the command of the menu. Then one irritant after another, without closing."""
import subprocess

from driver import ALIASES, PROGRAM, Improve, fail, settle, walk

ACTION = ['gdbus', 'call', '--session', '--dest', 'org.example.Improve', '--object-path',
          '/org/example/Improve', '--method', 'org.freedesktop.Application.ActivateAction',
          'new-irritant', '[]', '{}']


def press_in_the_menu():
    """As soon as somebody answers."""
    subprocess.Popen(['sh', '-c', 'until "$@"; do sleep 0.2; done', 'sh', *ACTION],
                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def record(app, words):
    app.wait_for('entry', 'What gets in the way?')
    app.write('What gets in the way?', words)
    app.press('Record')


def start_with(app, argument):
    """As the session bus, or a menu, would."""
    PROGRAM.append(argument)
    app.start_again()
    PROGRAM.pop()


def switch(app, name):
    """The row and its switch have the same name; only one of them acts."""
    settle(f'“{name}” to act', lambda: any(
        node.get_name() == name and node.get_role_name() in ALIASES['toggle']
        and node.get_n_actions() > 0 and node.do_action(0) for node in walk(app.root)))


with Improve() as app:
    press_in_the_menu()
    record(app, 'The gate stays shut')
    app.wait_to_hear('Irritant recorded')
    app.quit()
    press_in_the_menu()
    start_with(app, '--gapplication-service')
    record(app, 'The roof leaks')
    app.wait_to_hear('Irritant recorded')
    app.quit()
    start_with(app, '--record')
    record(app, 'The lift waits')
    app.wait_to_hear('Irritant recorded')
    app.keys('ctrl+n')
    app.wait_for('entry', 'What gets in the way?')
    switch(app, 'Keep open for the next one')
    for words in ('The printer jams', 'The till sleeps'):
        record(app, words)
        app.wait_to_hear(f'Recorded: {words}')
    app.close_dialog()
    app.quit()
    said = app.command('rank', '--all')
    if missing := [words for words in ('gate', 'roof', 'lift', 'printer', 'till')
                   if words not in said]:
        fail(f'not recorded: {missing} {said}')
