#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pin an irritant for an audit: it stands on top with its reason and keeps its rank. Unpin it, and
say no to it with a reason; whoever reported it is named. Undo takes both back."""
from driver import Improve

TITLE = 'Quotes wait for one signature'
PINNED = f'7: {TITLE}. '


def pinned(name):
    return name.startswith(PINNED) and 'External audit' in name


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith(PINNED))
    app.keys('Home', *['Down'] * 6)
    app.wait_for('label', TITLE)
    app.choose('More About This Irritant', 'i')  # Pin…
    dialog = app.wait_for('dialog', 'Pin')
    app.wait_for('label', TITLE, inside=dialog)
    app.write('Why can it not wait?', 'External audit', inside=dialog)
    app.write('Until which day?', '2099-03-03', inside=dialog)
    app.press('Pin', inside=dialog)
    app.wait_to_hear('Irritant pinned')
    app.wait_for('row', pinned)
    app.wait_for('label', 'Pinned until 3\u00a0March\u00a02099: External audit')
    app.choose('More About This Irritant', 'u')  # Unpin
    app.wait_to_hear('Irritant unpinned')

    app.choose('More About This Irritant', 'd')  # Decline…
    dialog = app.wait_for('dialog', 'Decline')
    app.wait_for('label', TITLE, inside=dialog)
    app.wait_for('label', 'Who Will Be Told the Reason', inside=dialog)
    app.write('Why not?', 'The signature is the law', inside=dialog)
    app.press('Decline', inside=dialog)
    app.wait_to_hear('Irritant declined')
    app.wait_until_gone('row', lambda name: TITLE in name)
    app.keys('ctrl+z')
    app.wait_for('row', lambda name: name.startswith(PINNED))
    app.keys('ctrl+z')
    app.wait_for('row', pinned)
