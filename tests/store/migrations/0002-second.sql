-- SPDX-FileCopyrightText: 2026 The Improve authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step that the tests take after the real ones.
CREATE TABLE second (n INTEGER PRIMARY KEY) STRICT;
ALTER TABLE site ADD COLUMN second TEXT;
UPDATE site SET second = name;
