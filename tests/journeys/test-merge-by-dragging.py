#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drag irritants with the mouse onto the one they are the same as: one, then several that are
selected. Undo takes them apart; dropped on itself or beside the list nothing changes."""
from driver import Improve, fail, settle


def row(app, rank):
    return app.wait_for('row', lambda name: name.startswith(f'{rank}: '))


def title(app, rank):
    return row(app, rank).get_name().split(': ')[1].split('.')[0]


def is_ranked(words):
    """A row of the list; where it went, it is a row as well."""
    return lambda name: name[:1].isdigit() and words in name


with Improve(sample=True) as app:
    first, third = title(app, 1), title(app, 3)

    app.drag(row(app, 3), app.wait_for('button', 'Me Too'))
    app.drop()
    app.drag(row(app, 3), row(app, 3))
    app.drop()
    if title(app, 3) != third:
        fail(f'“{title(app, 3)}” stands where “{third}” did')

    app.drag(row(app, 3), row(app, 1))
    app.drop()
    app.wait_to_hear(f' merged into “{first}”')
    app.wait_for('heading', first)
    settle('it to go from the list', lambda: app.look('row', is_ranked(third)) is None)
    app.press('Undo')
    app.wait_to_hear('Undone: ')
    app.wait_for('row', is_ranked(third))

    app.keys('Home', 'ctrl+space', 'shift+Down')
    app.wait_for('label', '2 selected')
    target = title(app, 4)
    app.drag(row(app, 2), row(app, 4))
    app.drop()
    app.wait_to_hear(f'2 irritants merged into “{target}”'[:40])
    app.wait_for('heading', target)
    app.keys('ctrl+z')
    app.wait_to_hear('Undone: 2 irritants merged into ')
    app.wait_for('row', is_ranked(third))
