/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Values as JSON writes them. */
#include "config.h"

#include "exchange/imp-json-text.h"

static gboolean
is_escaped (guchar c)
{
  return c < ' ' || c == '"' || c == '\\' || c == 0x7f;
}

static void
append_escaped (GString *out, guchar c)
{
  if (c == '"' || c == '\\')
    g_string_append_c (g_string_append_c (out, '\\'), (char) c);
  else if (c == '\n')
    g_string_append (out, "\\n");
  else if (c == '\t')
    g_string_append (out, "\\t");
  else
    g_string_append_printf (out, "\\u%04x", c);
}

/* Run by run: little of a text is escaped. */
void
imp_json_append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text;; p = ++text)
    {
      while (!is_escaped ((guchar) *p))
        p++;
      g_string_append_len (out, text, p - text);
      text = p;
      if (*text == '\0')
        break;
      append_escaped (out, (guchar) *text);
    }
  g_string_append_c (out, '"');
}

/* The shortest decimal number that reads back as the same double. */
void
imp_json_append_real (GString *out, double real)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char format[] = "%.15g";

  g_ascii_formatd (buffer, sizeof buffer, format, real);
  if (g_ascii_strtod (buffer, NULL) != real)
    g_ascii_dtostr (buffer, sizeof buffer, real);
  g_string_append (out, buffer);
}

void
imp_json_append_uuid (GString *out, const ImpUuid *uuid)
{
  char buffer[IMP_UUID_STRING_LEN];

  imp_uuid_print (uuid, buffer);
  g_string_append_c (out, '"');
  g_string_append_len (out, buffer, IMP_UUID_STRING_LEN - 1);
  g_string_append_c (out, '"');
}
