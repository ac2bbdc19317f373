#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A photo of a screen is added to an irritant, looked at, removed and brought back, and travels in
an export to another laptop."""
import base64
import json

from driver import Atspi, Improve, fail, settle, walk
from photos import make_png


def wait_for_focus(app, dialog, *roles):
    return settle(f'the focus on a {roles[0]}', lambda: next(
        (node for node in walk(app.wait_for('dialog', dialog)) if node.get_role_name() in roles
         and node.get_state_set().contains(Atspi.StateType.FOCUSED)), None))


def add(app, path):
    """By its path: the first stroke brings the field for it, which would complete what is typed."""
    dialog = 'Add Photos and Files'
    app.press('Add…')
    wait_for_focus(app, dialog, 'list')
    app.type('/')
    field = wait_for_focus(app, dialog, 'text', 'entry')
    settle('the path to be written', lambda: field.set_text_contents(str(path)))
    app.press('Add', inside=app.wait_for('dialog', dialog))


with Improve(sample=True) as app:
    photo = app.files / 'screen.png'
    photo.write_bytes(make_png(3000, 1500))
    add(app, photo)
    tile = ('table cell', 'screen.png, picture')
    app.wait_for(*tile)
    app.press(tile[1], role=tile[0])
    app.wait_for('dialog', 'screen.png')
    app.press('Remove')
    app.wait_until_gone(*tile)
    app.press('Undo')
    app.wait_for(*tile)
    said = app.command('export', str(app.files / 'backlog.json'))
    backlog = json.loads((app.files / 'backlog.json').read_text(encoding='utf-8'))
    kept = [item for item in backlog['items'] if item['kind'] == 'attachment']
    if [(item['name'], item['width'], item['height']) for item in kept] != [
            ('screen.png', 2048, 1024)]:
        fail(f'not the picture that was added: {kept} {said}')
    if {piece['hash'] for piece in backlog['bytes']} != {kept[0]['hash']}:
        fail('the picture is not in the export')
    if any(b'Whitfield' in base64.b64decode(piece['base64']) for piece in backlog['bytes']):
        fail('the picture still tells who took it')
