/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list as CSV. */
#include "config.h"

#include "exchange/imp-ranked-file.h"

#include <string.h>

#include "exchange/imp-ranked-members.h"

#define LINE_END "\r\n"

/* What spreadsheets take for the beginning of a formula, also behind blanks. */
static gboolean
looks_like_formula (const char *text)
{
  const char *start = text + strspn (text, " ");

  return *start != '\0' && strchr ("=+-@\t\r\n", *start) != NULL;
}

/* In quotation marks, whatever stands in it. */
static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* With a point in every locale. */
static void
append_real (GString *out, double real)
{
  char figure[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_dtostr (figure, sizeof figure, real));
}

static void
append_range (GString *out, const ImpMember *member)
{
  if (member->type == IMP_MEMBER_NONE)
    g_string_append_c (out, ',');
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, member->integer,
                            member->last);
}

static void
append_member (GString *out, const ImpMember *member)
{
  if (member->type == IMP_MEMBER_TEXT)
    append_text (out, member->text);
  else if (member->type == IMP_MEMBER_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, member->integer);
  else if (member->type == IMP_MEMBER_REAL)
    append_real (out, member->real);
  else if (member->type == IMP_MEMBER_FLAG)
    g_string_append (out, member->integer != 0 ? "true" : "false");
}

static void
append_row (GString *out, const ImpRankedRow *row)
{
  for (guint i = 0; i < imp_ranked_members_get_n (); i++)
    {
      g_auto (ImpMember) member = imp_ranked_members_get (row, i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (imp_ranked_members_is_range (i))
        append_range (out, &member);
      else
        append_member (out, &member);
    }
  g_string_append (out, LINE_END);
}

static void
append_names (GString *out)
{
  for (guint i = 0; i < imp_ranked_members_get_n (); i++)
    {
      const char *name = imp_ranked_members_get_name (i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (imp_ranked_members_is_range (i))
        g_string_append_printf (out, "%s-first,%s-last", name, name);
      else
        g_string_append (out, name);
    }
  g_string_append (out, LINE_END);
}

char *
imp_ranked_table_to_csv (const ImpRankedTable *self)
{
  GString *out = g_string_new (NULL);

  append_names (out);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (out, imp_ranked_table_get_row (self, i));
  return g_string_free_and_steal (out);
}
