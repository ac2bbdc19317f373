/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the text in one cell of a table means. */
#include "config.h"

#include "exchange/imp-table-cell.h"

#include "base/imp-text.h"

#include <string.h>

/* Text */

char *
imp_cell_dup_known (const char *text)
{
  static const char *const nothing[] = { "",     "?",    "-",       "--",     "n/a",
                                         "null", "none", "unknown", "(empty)" };
  g_autofree char *clean = imp_text_clean (text);

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    if (g_ascii_strcasecmp (clean, nothing[i]) == 0)
      return NULL;
  return g_steal_pointer (&clean);
}

/* The first characters, with single blanks between words. */
static char *
collapse_blanks (const char *text, glong max_chars)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && max_chars > 0; p = g_utf8_next_char (p))
    {
      gboolean blank = g_unichar_isspace (g_utf8_get_char (p));

      if (blank && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;
      g_string_append_len (line, blank ? " " : p, blank ? 1 : g_utf8_next_char (p) - p);
      max_chars--;
    }
  return g_strchomp (g_string_free (line, FALSE));
}

char *
imp_cell_to_line (const char *text, glong max_chars)
{
  g_autofree char *line = collapse_blanks (text, max_chars + 1);
  char *end, *blank;

  if (g_utf8_strlen (line, -1) <= max_chars)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, max_chars - 1);
  blank = g_strrstr_len (line, end + 1 - line, " ");
  if (blank != NULL && blank > line + (end - line) / 2)
    end = blank;
  *end = '\0';
  return g_strconcat (line, "…", NULL);
}

/* Dates */

/* A date taken apart. Either the month is known and the order with it, or first and second are
 * figures of which one is the day. */
typedef struct
{
  int year;
  int first, second;
  int month, day; /* 0 where the order is not known */
} Parts;

static int
find_month (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };

  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return i + 1;
  return 0;
}

/* The next figures or letters, and what separates them from those before. */
static gboolean
next_token (const char **text, char token[12])
{
  const char *start = *text + strspn (*text, " -/.,");
  const char *p = start;
  gboolean digits = g_ascii_isdigit (*start);

  while (digits ? g_ascii_isdigit (*p) : g_ascii_isalpha (*p))
    p++;
  *text = p;
  return p > start && g_strlcpy (token, start, (gsize) MIN (p - start + 1, 12)) > 0;
}

static gboolean
is_time (const char *text)
{
  return *text == '\0'
         || (strchr (" T,", *text) != NULL
             && text[strspn (text, " 0123456789:.,+-TZAPMapm")] == '\0');
}

static int
parse_year (const char *token)
{
  int year = atoi (token);

  if (strlen (token) == 2)
    return year + (year < 70 ? 2000 : 1900);
  return strlen (token) == 4 ? year : 0;
}

static gboolean
sort_out (char tokens[3][12], Parts *parts)
{
  if (strlen (tokens[0]) == 4)
    {
      parts->year = atoi (tokens[0]);
      parts->month = g_ascii_isdigit (*tokens[1]) ? atoi (tokens[1]) : find_month (tokens[1]);
      parts->day = atoi (tokens[2]);
      return parts->month > 0 && parts->day > 0;
    }
  parts->year = parse_year (tokens[2]);
  parts->first = atoi (tokens[0]);
  parts->second = atoi (tokens[1]);
  if (parts->first > 0 && parts->second > 0)
    return parts->year > 0;
  parts->month = find_month (parts->first > 0 ? tokens[1] : tokens[0]);
  parts->day = MAX (parts->first, parts->second);
  return parts->year > 0 && parts->month > 0 && parts->day > 0;
}

static gboolean
take_apart (const char *text, Parts *parts)
{
  char tokens[3][12];

  *parts = (Parts) { 0 };
  for (int i = 0; i < 3; i++)
    if (!next_token (&text, tokens[i]))
      return FALSE;
  return is_time (text) && sort_out (tokens, parts);
}

void
imp_date_order_add (ImpDateOrder *self, const char *text)
{
  Parts parts;

  if (!take_apart (text, &parts) || parts.month > 0)
    return;
  self->n_day_first += parts.first > 12 && parts.second <= 12;
  self->n_month_first += parts.second > 12 && parts.first <= 12;
  self->n_open += parts.first <= 12 && parts.second <= 12;
}

gboolean
imp_date_order_is_open (const ImpDateOrder *self)
{
  return self->n_open > 0 && self->n_day_first == self->n_month_first;
}

ImpDate
imp_cell_parse_date (const char *text, gboolean month_first)
{
  Parts parts;

  if (!take_apart (text, &parts))
    return IMP_DATE_NONE;
  if (parts.month == 0)
    {
      parts.month = month_first ? parts.first : parts.second;
      parts.day = month_first ? parts.second : parts.first;
    }
  return imp_date_new (parts.year, parts.month, parts.day);
}

/* Numbers and answers */

/* A comma before exactly three figures at the end, or one of several, groups them; another one
 * stands before the decimals. */
static void
settle_commas (char *figures)
{
  char *last = strrchr (figures, ',');
  gboolean groups;
  char *out = figures;

  if (last == NULL)
    return;
  groups = strchr (figures, '.') != NULL || strchr (figures, ',') != last || strlen (last + 1) == 3;
  for (char *p = figures; *p != '\0'; p++)
    if (*p != ',')
      *out++ = *p;
    else if (!groups)
      *out++ = '.';
  *out = '\0';
}

gboolean
imp_cell_parse_number (const char *text, double *number)
{
  g_autoptr (GString) figures = g_string_new (NULL);
  char *end;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (figures, p, g_utf8_next_char (p) - p);
  settle_commas (figures->str);
  if (!g_ascii_isdigit (*figures->str)
      || figures->str[strspn (figures->str, "0123456789.")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (figures->str, &end);
  return *end == '\0';
}

char *
imp_cell_parse_answer (ImpQuestion question, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GString) plain = g_string_new (lower);
  char figures[G_ASCII_DTOSTR_BUF_SIZE];
  ImpAnswer answer = { 0 };
  double number;

  g_string_replace (plain, "–", "-", 0);
  if (imp_answer_parse (question, plain->str, &answer))
    return imp_answer_print (question, &answer);
  if (!imp_cell_parse_number (text, &number))
    return NULL;
  g_ascii_formatd (figures, sizeof figures, "%.15g", number);
  return imp_answer_parse (question, figures, &answer) ? imp_answer_print (question, &answer)
                                                       : NULL;
}

int
imp_cell_parse_level (const char *text)
{
  static const struct
  {
    const char *word;
    int level;
  } words[] = {
    { "critical", 1 }, { "high", 1 }, { "medium", 2 }, { "moderate", 2 }, { "low", 3 }
  };

  if (*text >= '1' && *text <= '3' && !g_ascii_isdigit (text[1]))
    return *text - '0';
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      return words[i].level;
  return 0;
}

/* Also the numbers that ServiceNow keeps for them. */
ImpCellState
imp_cell_parse_state (const char *text)
{
  static const char *const fixed[] = { "resolved",  "closed", "done",     "fixed",
                                       "completed", "solved", "complete", "closed complete",
                                       "6",         "7" };
  static const char *const declined[] = { "canceled",  "cancelled", "rejected", "declined",
                                          "won't fix", "won't do",  "8" };

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_ascii_strcasecmp (text, fixed[i]) == 0)
      return IMP_CELL_FIXED;
  for (gsize i = 0; i < G_N_ELEMENTS (declined); i++)
    if (g_ascii_strcasecmp (text, declined[i]) == 0)
      return IMP_CELL_DECLINED;
  return IMP_CELL_OPEN;
}
