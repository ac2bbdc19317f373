#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens Today from the sidebar, tells one colleague what became of their irritant, takes it back,
and finds the page again after the next start."""
from driver import Atspi, Improve, fail, settle, walk


def count(app):
    """What the sidebar says."""
    row = app.wait_for('row', lambda name: name.startswith('Today, '))
    return int(row.get_name().removeprefix('Today, '))


def has_focus(app, start, role='row'):
    node = app.look(role, lambda name: name.startswith(start))
    return node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED)


def choose_today(app):
    """In the sidebar, which is before the list, and has it above the irritants."""
    app.keys_until('shift+Tab', 'the sidebar', lambda: has_focus(app, 'Irritants, '))
    app.keys_until('Up', 'Today', lambda: has_focus(app, 'Today, '))
    app.wait_for('label', 'Not Told Yet')


def is_for_one(name):
    return name.startswith('Tell ') and not name.startswith('Tell Them')


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    choose_today(app)
    app.wait_for('heading', lambda name: name.startswith('One promise is late'))
    before = count(app)
    button = app.wait_for('button', is_for_one).get_name()
    first_name = button.removeprefix('Tell ').split(':')[0]
    app.press(button)
    dialog = app.wait_for('dialog', f'Tell {first_name}')
    app.press('Copy', inside=dialog)
    app.wait_to_hear('Copied')
    settle('the first colleague to have the focus', lambda: has_focus(app, first_name, 'toggle'))
    app.keys('space')
    settle('one thing less', lambda: count(app) == before - 1)
    app.close_dialog()
    app.wait_until_gone('button', button)
    settle('the focus to be where the row was', lambda: any(
        node.get_state_set().contains(Atspi.StateType.FOCUSED)
        for node in walk(app.wait_for('list', 'Not Told Yet'))))
    app.press('Undo')
    app.wait_for('button', button)
    settle('as many as before', lambda: count(app) == before)
    app.keys('alt+3')
    app.wait_for('page tab', 'Board')
    app.keys('alt+1')
    app.wait_for('button', button)
    app.press(lambda name: name.startswith('Ask: '))
    app.wait_for('dialog', 'Is It Gone?')
    app.close_dialog()
    app.quit()
    app.start_again()
    app.wait_for('button', button)
    if app.look('row', lambda name: name.startswith('1: ')) is not None:
        fail('it does not open on the page that was shown last')
