#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The beginning of the file is damaged and there is no backup: what can be read of it is saved, the
window says how much, and the file is kept."""
from driver import Improve, fail

app = Improve(sample=True)
backlog = app.home / 'data' / 'improve' / 'backlog.db'
damaged = b'damaged ' * 512 + backlog.read_bytes()[4096:]
backlog.write_bytes(damaged)
with app:
    app.wait_for('label', 'Your Backlog Does Not Open')
    app.press('Rescue What Is Left')
    app.wait_for('label', lambda said: 'changes could be rescued.' in said)
    app.press('Close')
    app.wait_for('row', lambda name: name.startswith('1: '))
    [kept] = backlog.parent.glob('backlog-damaged-*.db')
    if kept.read_bytes() != damaged:
        fail('the damaged file was not kept')
    if list(backlog.parent.glob('.improve-saving-*')):
        fail('what was needed for the saving is still there')
