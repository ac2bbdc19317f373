#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""About says where the backlog is, how large it is, and in which format."""
from driver import Atspi, Improve


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


with Improve(sample=True) as app:
    backlog = app.folders / 'data/improve/backlog.db'
    app.press('Main Menu', role='toggle')
    app.wait_for('menu item', None)
    app.keys('Up', 'Return')  # the last item
    app.wait_for('dialog', None)
    details = app.wait_for('row', 'Details')
    app.keys_until('Tab', 'the focus on “Details”', lambda: is_focused(details))
    app.keys('Return')
    app.wait_for('label', lambda said: str(backlog) in said and said.endswith('B, format 2)'))
