#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ranked list by keyboard, as a screen reader follows it: rows are used again for others, so
what has the focus must say the irritant it stands for."""
from driver import Atspi, Improve, fail, settle, walk

N_RANKED = 39


def rank(row):
    """About the last one nobody was asked: its name begins with no number."""
    number = row.get_name().split(':')[0]
    return int(number) if number.isdigit() else N_RANKED


def has(row, state):
    return row.get_state_set().contains(state)


def rows(app):
    return [node for node in walk(app.wait_for('list', 'Irritants'))
            if node.get_role_name() == 'list item']


def check(app):
    """Rows in the order of their ranks, no rank twice."""
    ranks = [rank(row) for row in rows(app)]
    if ranks != sorted(set(ranks)):
        fail(f'rows out of order: {ranks}')


def expect(app, wanted):
    """One row has the focus and is selected: the one of this rank."""
    def probe():
        focused = [rank(row) for row in rows(app) if has(row, Atspi.StateType.FOCUSED)]
        selected = [rank(row) for row in rows(app) if has(row, Atspi.StateType.SELECTED)]
        return focused == selected == [wanted]
    settle(f'the focus at rank {wanted}', probe)
    check(app)


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    expect(app, 1)
    app.keys('Down', 'Down')
    expect(app, 3)
    app.keys('Up')
    expect(app, 2)
    app.keys('End')
    expect(app, N_RANKED)
    app.keys('Up')
    expect(app, N_RANKED - 1)
    app.keys('Home')
    expect(app, 1)
    app.keys('Page_Down')
    settle('a page further down', lambda: any(
        rank(row) > 4 and has(row, Atspi.StateType.FOCUSED) for row in rows(app)))
    app.keys('Page_Up')
    expect(app, 1)

    # What is selected is an irritant: it has another rank in another order.
    app.keys('Down')
    expect(app, 2)
    title = app.look('row', lambda name: name.startswith('2: ')).get_name().split(': ')[1]
    app.write('Search Irritants', 'stock', role='entry')
    settle('fewer rows', lambda: len(rows(app)) < 12)
    app.write('Search Irritants', '', role='entry')
    row = settle('the same row selected', lambda: next(
        row for row in rows(app) if has(row, Atspi.StateType.SELECTED)))
    if title not in row.get_name():
        fail(f'“{row.get_name()}” is selected, not “{title}”')
    if not set(range(1, 9)) <= {rank(row) for row in rows(app)}:
        fail('rows at the top are not in sight')

    # What the Delete key takes away is the selected one, and the next one is selected.
    app.keys('Home')
    expect(app, 1)
    first, second = [row.get_name().split(': ')[1] for row in rows(app)[:2]]
    app.keys('Delete')
    app.wait_to_hear('Irritant deleted')
    settle('the next one at its place', lambda: rows(app)[0].get_name().startswith(f'1: {second}'))
    expect(app, 1)
    app.keys('ctrl+z')
    settle('it is there again', lambda: rows(app)[0].get_name().startswith(f'1: {first}'))
