/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How the HTML page looks: the newsletter's grid, type and colours. */
#pragma once

/* Contains neither "</" nor people's text. */
extern const char imp_html_style[];
