#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters by keyboard: typed, completed, taken back, saved as a view, and found again after the
next start, as is what the list was asked for last."""
from driver import Improve, fail, settle

N_OPEN = 39
N_LYON = 13
VIEW = 'Lyon, seen by customers'


def rows(app):
    return [name for name in app.rows() if name.split(':')[0].isdigit()]


def expect_text(app, words):
    settle(f'“{words}” in the search', lambda: app.read('Search Irritants') == words)


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))

    # A key is chosen and completed by Tab, then its value, which becomes a chip.
    app.keys('ctrl+f')
    app.type('sit')
    app.wait_for('label', 'site:')
    app.keys('Down', 'Tab')
    expect_text(app, 'site:')
    app.type('ly')
    app.wait_for('label', 'Lyon')
    app.keys('Down')
    app.keys_until('Tab', 'a chip for Lyon', lambda: app.look('button', 'Remove Filter: Lyon'))
    expect_text(app, '')
    app.wait_for('label', f'{N_LYON} of {N_OPEN} open')

    # A whole filter becomes one after a blank; Backspace makes it text again.
    app.keys('ctrl+f')
    app.type('-customers:yes ')
    app.wait_for('button', 'Remove Filter: Customers do not see it')
    expect_text(app, '')
    app.keys('BackSpace')
    expect_text(app, '-customers:yes')
    app.write('Search Irritants', 'customers:yes ')
    app.wait_for('button', 'Remove Filter: Customers see it')
    shown = settle('the five of Lyon', lambda: len(rows(app)) == 5 and rows(app))

    # What nothing matches says so, and goes with one press.
    app.type('xyzzy')
    app.wait_for('button', 'Clear Filters')
    app.keys('Escape')
    settle('the same rows', lambda: rows(app) == shown)

    # All of it under one name.
    app.choose('Saved Views', 's')
    app.wait_for('entry', 'Name')
    app.type(VIEW)
    app.keys('Return')
    app.wait_to_hear('View saved')
    app.quit()
    app.start_again()

    # The list is what it was; taken apart, the view puts it together again.
    app.wait_for('button', 'Remove Filter: Lyon')
    settle('the same rows after a start', lambda: rows(app) == shown)
    app.press('Remove Filter: Lyon')
    app.press('Remove Filter: Customers see it')
    settle('all of it', lambda: len(rows(app)) > 5)
    app.choose('Saved Views', 'Return')  # the first one
    app.wait_for('button', 'Remove Filter: Customers see it')
    settle('the same rows out of the view', lambda: rows(app) == shown)

    # How to search stands behind a key.
    app.keys('F1')
    app.wait_for('dialog', 'Searching')
    app.close_dialog()
