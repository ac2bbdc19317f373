/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Fills a table of names and values. */
#include "config.h"

#include "cli/imp-cli-facts.h"

#define MAX_LINES 20

ImpCliTable *
imp_cli_facts_new (void)
{
  static const ImpCliColumn columns[] = { { 0 }, { 0 } };

  return imp_cli_table_new (columns, G_N_ELEMENTS (columns), MAX_LINES);
}

void
imp_cli_facts_add_path (ImpCliTable *self, const char *name, const char *path)
{
  const char *const texts[] = { name, path, NULL };

  imp_cli_table_take_whole_row (self, g_strdupv ((char **) texts));
}

void
imp_cli_facts_add (ImpCliTable *self, const char *name, const char *format, ...)
{
  va_list args;
  char **texts = g_new0 (char *, 3);

  texts[0] = g_strdup (name);
  va_start (args, format);
  texts[1] = g_strdup_vprintf (format, args);
  va_end (args);
  imp_cli_table_take_row (self, texts);
}
