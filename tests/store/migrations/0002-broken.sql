-- SPDX-FileCopyrightText: 2026 The Improve authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step that fails when it has changed half of what it should.
CREATE TABLE second (n INTEGER PRIMARY KEY) STRICT;
DELETE FROM site;
INSERT INTO nowhere VALUES (1);
