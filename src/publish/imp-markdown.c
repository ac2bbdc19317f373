/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An issue as Markdown (CommonMark). */
#include "config.h"

#include "publish/imp-document.h"

#include <string.h>

#include "publish/imp-outline.h"
#include "publish/imp-rich.h"

/* What could begin markup anywhere. The rest only does at the start of a line or in an address. */
static gboolean
is_special (const char *p, gboolean at_start)
{
  if (strchr ("\\`*_[]<>#~|&", *p) != NULL)
    return TRUE;
  if (at_start && strchr ("+-=", *p) != NULL)
    return TRUE;
  return g_str_has_prefix (p, "://");
}

/* "1." and "1)" at the start of a line would begin a list, "www." a link. */
static gboolean
is_special_after (const char *text, const char *p)
{
  if (*p != '.' && *p != ')')
    return FALSE;
  if ((gsize) (p - text) == strspn (text, G_CSET_DIGITS) && p > text)
    return TRUE;
  return p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
}

static void
append_escaped (GString *out, const char *text, gboolean at_start)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append_c (out, ' ');
          continue;
        }
      if (is_special (p, at_start && p == text) || is_special_after (text, p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

static void
append_rich (GString *out, const char *rich)
{
  g_autofree char *run = NULL;
  gboolean strong;
  gboolean at_start = TRUE;

  while ((run = imp_rich_next_run (&rich, &strong)) != NULL)
    {
      g_string_append (out, strong ? "**" : "");
      append_escaped (out, run, at_start);
      g_string_append (out, strong ? "**" : "");
      g_clear_pointer (&run, g_free);
      at_start = FALSE;
    }
}

static void
append_block (GString *out, const char *lead, const char *rich)
{
  g_string_append (out, lead);
  append_rich (out, rich);
  g_string_append_c (out, '\n');
}

static void
append_heading (GString *out, int level, const char *rich)
{
  append_block (out, level == 1 ? "\n# " : "\n## ", rich);
}

static void
append_paragraph (GString *out, const char *rich)
{
  append_block (out, out->len > 0 ? "\n" : "", rich);
}

static void
append_entry (GString *out, const char *rich, gboolean first)
{
  append_block (out, first ? "\n- " : "- ", rich);
}

static void
append_part (GString *out, const char *label, const char *rich, gboolean first)
{
  g_autofree char *strong = imp_rich_strong (label);
  g_autofree char *line = g_strconcat (strong, ": ", rich, NULL);

  append_entry (out, line, first);
}

char *
imp_issue_to_markdown (const ImpIssue *issue)
{
  static const ImpOutline form = { append_heading, append_paragraph, append_part, append_entry };

  return imp_outline_write (&form, issue);
}
