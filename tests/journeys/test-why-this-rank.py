#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why does this stand here? Read the reason, measure the one answer that would say most, and see
what it moved: the irritant stays where it was read, with its new rank, until the new order is asked
for."""
from driver import Improve, fail

TITLE = 'Stock list is a day old'


def second(name):
    return name.startswith(f'2: {TITLE}. ')


with Improve(sample=True) as app:
    app.wait_for('row', second)
    app.keys('Down')
    app.wait_for('label', TITLE)
    app.wait_for('label', lambda said: said.endswith('It probably belongs in the top ten.'))
    app.press('Why This Rank?')
    why = app.wait_for('dialog', 'Why This Rank?')
    app.wait_for('label', lambda said: 'stands ahead: fewer hours' in said, inside=why)
    app.wait_for('label', lambda said: said.startswith('From about 7'), inside=why)
    app.press('Copy as Text', inside=why)
    app.wait_to_hear('Copied')
    app.press('Time it once', inside=why)
    answer = app.wait_for('dialog', 'Answer')
    app.write('Or a number of minutes', '1', inside=answer)
    app.press('Measured', role='toggle', inside=answer)
    app.press('Set', inside=answer)
    app.wait_until_gone('dialog', 'Answer')
    app.wait_for('label', lambda said: 'roughly 27' in said, inside=why)
    app.close_dialog()
    app.wait_for('row', lambda name: name.startswith(f'20: {TITLE}. '))
    app.press('Order Has Changed')
    app.wait_until_gone('button', 'Order Has Changed')
    ranks = [int(name.split(':')[0]) for name in app.rows(app.wait_for('list', 'Irritants'))]
    if ranks != sorted(ranks):
        fail(f'the rows stand as {ranks}')
    app.keys('ctrl+z')
    app.wait_for('row', second)
