#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres ask of the metainfo file and appstreamcli does not notice.

The pictures stand in data/screenshots, from where the web page has them.

Usage: metainfo.py METAINFO PROJECT-VERSION ROOT
"""

import datetime
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

ARTICLES = {"a", "an", "the"}
URLS = {"homepage", "bugtracker", "vcs-browser", "help"}
CONTROLS = {"keyboard", "pointing", "touch"}
SCHEMES = {"light", "dark"}
PICTURES = Path(sys.argv[3]) / "data/screenshots"


def texts(root, path):
    return [(node.text or "").strip() for node in root.findall(path)]


def check_names(root):
    name, summary = root.findtext("name", ""), root.findtext("summary", "")
    if not 1 <= len(name) <= 15:
        yield f"the name has {len(name)} letters: use at most 15"
    if not 10 <= len(summary) <= 35:
        yield f"the summary has {len(summary)} letters: use 10 to 35"
    if summary.endswith("."):
        yield "the summary ends in a dot"
    if summary.split(" ")[0].lower() in ARTICLES:
        yield "the summary starts with an article"
    if root.find("developer[@id]/name") is None:
        yield "there is no developer with an id and a name"
    if root.findtext("metadata_license") != "CC0-1.0":
        yield "the licence of the metadata is not CC0-1.0"


def check_links(root):
    app_id = root.findtext("id")
    if texts(root, "launchable[@type='desktop-id']") != [f"{app_id}.desktop"]:
        yield f"it does not launch {app_id}.desktop"
    if not texts(root, "translation[@type='gettext']"):
        yield "there is no translation of type gettext"
    given = {node.get("type") for node in root.findall("url")}
    for missing in sorted(URLS - given):
        yield f"there is no {missing} url"
    for url in texts(root, "url") + texts(root, "screenshots/screenshot/image"):
        if not url.startswith("https://"):
            yield f"{url} does not start with https://"


def check_looks(root):
    schemes = {node.get("scheme_preference")
               for node in root.findall("branding/color[@type='primary']")}
    if schemes != SCHEMES:
        yield "there are not two branding colours, light and dark"
    if root.find("content_rating[@type='oars-1.1']") is None:
        yield "there is no OARS 1.1 content rating"
    if not CONTROLS <= set(texts(root, "supports/control")):
        yield "it does not support keyboard, pointing and touch"
    lengths = root.findall("requires/display_length[@compare='ge']")
    if [node.text for node in lengths] != ["360"]:
        yield "it does not ask for a display_length of at least 360"


def check_screenshots(root):
    shots = root.findall("screenshots/screenshot")
    if not 3 <= len(shots) <= 6:
        yield f"there are {len(shots)} screenshots: give 3 to 6"
    if len([shot for shot in shots if shot.get("type") == "default"]) != 1:
        yield "not exactly one screenshot is the default"
    for shot in shots:
        caption, image = shot.findtext("caption", ""), shot.find("image[@type='source']")
        if not caption or caption.endswith("."):
            yield f"the caption “{caption}” is empty or ends in a dot"
        if image is None:
            yield f"the screenshot “{caption}” has no image"
        else:
            yield from check_picture(image)


def check_picture(image):
    """At most 1000×700, as large as is said, with round corners and a shadow on nothing."""
    name = image.text.strip().split("/")[-1]
    try:
        picture = GdkPixbuf.Pixbuf.new_from_file(str(PICTURES / name))
    except GLib.Error as error:
        yield f"the picture {name} cannot be read: {error.message}"
        return
    width, height = picture.get_width(), picture.get_height()
    if width > 1000 or height > 700:
        yield f"{name} is larger than 1000×700"
    if [image.get("width"), image.get("height")] != [str(width), str(height)]:
        yield f"{name} is {width}×{height}, and another size is said"
    if not picture.get_has_alpha():
        yield f"{name} has no shadow"
        return
    below = [picture.get_pixels()[y * picture.get_rowstride() + width // 2 * 4 + 3]
             for y in range(height)]
    if below[-1] > 32 or not any(32 < alpha < 255 for alpha in below[-40:]):
        yield f"{name} has no shadow"


def check_releases(root, version):
    releases = root.findall("releases/release")
    if not releases or releases[0].get("version") != version:
        yield f"the newest release is not the project's version {version}"
    dates = [datetime.date.fromisoformat(release.get("date")) for release in releases]
    if dates != sorted(dates, reverse=True):
        yield "the releases are not ordered from newest to oldest"
    for release, date in zip(releases, dates):
        if date >= datetime.date.today():
            yield f"release {release.get('version')} is not dated in the past"
        if not "".join(release.itertext()).strip():
            yield f"release {release.get('version')} has no notes"


def main(path, version, _root):
    root = ElementTree.parse(path).getroot()
    findings = [finding
                for check in (check_names, check_links, check_looks, check_screenshots)
                for finding in check(root)]
    findings += check_releases(root, version)
    for finding in findings:
        print(f"{path}: {finding}", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
