#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk over every page and dialog: whatever can be acted on has a name for a screen reader."""
from driver import Atspi, Improve, fail, walk

ACTED_ON = {
    'button', 'push button', 'toggle button', 'check box', 'radio button', 'switch', 'text',
    'entry', 'password text', 'combo box', 'slider', 'spin button', 'menu item', 'link',
    'page tab', 'image', 'icon', 'list item', 'table cell', 'tree item',
}
findings = []


def is_named(node):
    if (node.get_name() or '').strip():
        return True
    # What is chosen in a combo row is a list item that libadwaita names by what is in it.
    if node.get_role_name() == 'list item' and any(part.get_name() for part in walk(node)):
        return True
    relations = {relation.get_relation_type() for relation in node.get_relation_set()}
    return Atspi.RelationType.LABELLED_BY in relations


def above(node):
    while (node := node.get_parent()) is not None:
        yield node


def check(app, where):
    for node in walk(app.root):
        if node.get_role_name() in ACTED_ON and not is_named(node):
            inside = next((up for up in above(node) if up.get_name()), app.root)
            findings.append(f'{where}: a {node.get_role_name()} in “{inside.get_name()}”')


def check_dialog(app, where, button, role='button'):
    app.press(button, role=role)
    app.wait_for('dialog', None)
    check(app, where)
    app.close_dialog()


with Improve(sample=True) as app:
    check(app, 'irritants')
    check_dialog(app, 'record', 'Record an Irritant')
    check_dialog(app, 'me too', 'Me Too')
    check_dialog(app, 'edit', 'Edit')
    check_dialog(app, 'plan a fix', 'Plan a Fix…')
    check_dialog(app, 'history', 'All Changes')
    app.choose('Main Menu', 'b')
    app.wait_for('label', 'The Bin Is Empty')
    check(app, 'bin')
    app.close_dialog()
    app.command('backup')
    app.choose('Main Menu', 'p')
    app.wait_for('label', 'All Backups')
    check(app, 'backups')
    app.close_dialog()
    app.keys('alt+1')
    app.wait_for('label', 'Not Told Yet')
    check(app, 'today')
    app.press(lambda name: name.startswith('Tell '))
    app.wait_for('dialog', None)
    check(app, 'tell')
    app.close_dialog()
    app.keys('alt+3')
    app.wait_for('label', 'Planned')
    check(app, 'fixes')
    app.keys('alt+4')
    app.wait_for('row', 'Ghent')
    check(app, 'rounds')
    app.keys('ctrl+r')
    app.wait_for('dialog', 'Plan a Round')
    check(app, 'plan a round')
    app.close_dialog()
    app.keys('alt+5')
    app.wait_for('label', 'Published')
    check(app, 'announcements')

with Improve() as app:
    check(app, 'empty')
    app.keys('alt+1')
    app.wait_for('label', 'Nothing Is Due')
    check(app, 'nothing due')

if findings:
    fail('without a name:\n' + '\n'.join(sorted(set(findings))))
