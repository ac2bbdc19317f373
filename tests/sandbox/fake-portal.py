#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fake-portal.py FOLDER: stands in for the desktop's dialogs behind xdg-desktop-portal.

What a person would choose next stands in FOLDER/answer: a path for the file dialogs and for
printing to a file; without that file they cancel, and if it is empty they close the dialog by Esc
or by its frame, which desktops answer as they answer a failure. While there is a FOLDER/jam, what
was sent to the printer fails. What was asked is added to FOLDER/asked, a line of JSON each.
"""
import json
import os
import sys
from pathlib import Path

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME = 'org.freedesktop.impl.portal.desktop.improvetest'
PATH = '/org/freedesktop/portal/desktop'
DONE, CANCELLED, OTHERWISE = 0, 1, 2
METHODS = """<node>
<interface name="org.freedesktop.impl.portal.FileChooser">
  <method name="OpenFile">{common}<arg type="a{{sv}}" direction="in"/>{result}</method>
  <method name="SaveFile">{common}<arg type="a{{sv}}" direction="in"/>{result}</method>
</interface>
<interface name="org.freedesktop.impl.portal.Print">
  <method name="PreparePrint">{common}<arg type="a{{sv}}" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="a{{sv}}" direction="in"/>{result}</method>
  <method name="Print">{common}<arg type="h" direction="in"/>
    <arg type="a{{sv}}" direction="in"/>{result}</method>
</interface></node>""".format(
    common='<arg type="o" direction="in"/><arg type="s" direction="in"/>'
           '<arg type="s" direction="in"/><arg type="s" direction="in"/>',
    result='<arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>')


class Dialogs:
    """What a person in front of the dialogs does; answers on the main loop."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.ticket = 4711

    def note(self, method, app, **more):
        with (self.folder / 'asked').open('a', encoding='utf-8') as asked:
            print(json.dumps({'method': method, 'app': app} | more), file=asked)

    def choice(self):
        """The answer to the portal, and the path if there is one; to be made before it is noted
        what was asked, as the next may be prepared then."""
        try:
            path = (self.folder / 'answer').read_text(encoding='utf-8')
        except FileNotFoundError:
            return CANCELLED, None
        return (DONE, path) if path else (OTHERWISE, None)

    def choose_file(self, method, app, options):
        answer, path = self.choice()
        self.note(method, app, name=options.get('current_name'),
                  folder=options.get('directory', False))
        if path is None:
            return answer, {}
        return DONE, {'uris': GLib.Variant('as', [Path(path).as_uri()]),
                      'writable': GLib.Variant('b', True)}

    def prepare_print(self, app, settings, setup):
        answer, path = self.choice()
        self.ticket += 1
        self.note('PreparePrint', app, ticket=self.ticket)
        if path is None:
            return answer, {}
        return DONE, {'settings': GLib.Variant('a{sv}', settings),
                      'page-setup': GLib.Variant('a{sv}', setup),
                      'token': GLib.Variant('u', self.ticket)}

    def print(self, app, file, options):
        self.note('Print', app, ticket=options.get('token'))
        with os.fdopen(file, 'rb') as document:
            if (self.folder / 'jam').exists():
                return OTHERWISE, {}
            Path(self.choice()[1]).write_bytes(document.read())
        return DONE, {}


def children(value, i):
    """The a{sv} at this place with its values as variants."""
    pairs = value.get_child_value(i)
    return {pair.get_child_value(0).get_string(): pair.get_child_value(1).get_variant()
            for pair in (pairs.get_child_value(n) for n in range(pairs.n_children()))}


def called_cb(connection, sender, path, interface, method, parameters, invocation, dialogs):
    app = parameters.get_child_value(1).get_string()
    if method == 'PreparePrint':
        answer = dialogs.prepare_print(app, children(parameters, 4), children(parameters, 5))
    elif method == 'Print':
        files = invocation.get_message().get_unix_fd_list()
        file = files.get(parameters.get_child_value(4).get_handle())
        answer = dialogs.print(app, file, parameters.unpack()[5])
    else:
        answer = dialogs.choose_file(method, app, parameters.unpack()[4])
    invocation.return_value(GLib.Variant('(ua{sv})', answer))


def main(folder):
    dialogs = Dialogs(folder)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for interface in Gio.DBusNodeInfo.new_for_xml(METHODS).interfaces:
        bus.register_object(PATH, interface,
                            lambda *call: called_cb(*call, dialogs), None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main(sys.argv[1])
