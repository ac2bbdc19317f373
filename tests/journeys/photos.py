# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as people take them."""
import struct
import zlib


def make_png(width, height):
    """A grey picture with what a camera would tell of it."""
    def chunk(name, data):
        sum_ = zlib.crc32(name + data)
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', sum_)

    rows = (b'\0' + b'\x88' * width) * height
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>2I5B', width, height, 8, 0, 0, 0, 0))
            + chunk(b'tEXt', b'Author\0Dana Whitfield') + chunk(b'IDAT', zlib.compress(rows))
            + chunk(b'IEND', b''))
