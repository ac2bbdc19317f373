/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round of another backlog read from JSON. */
#include "config.h"

#include "exchange/imp-round-import.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/imp-json-frame.h"

#define FORMAT      "improve-round"
#define MAX_INTEGER 9007199254740992.0 /* 2^53: whole in a double */

/* One member of a row being read. */
typedef gboolean (*TakeFunc) (const ImpJsonMember *member, ImpRow *row, GError **error);

static const char *
get_text (const ImpJsonMember *member)
{
  return member->token == IMP_JSON_STRING ? member->text : "";
}

static gboolean
read_uuid (const ImpJsonMember *member, ImpUuid *uuid, GError **error)
{
  return imp_uuid_parse (get_text (member), uuid)
         || imp_json_member_fail (member, _ ("an identifier (UUID)"), error);
}

static gboolean
read_count (const ImpJsonMember *member, gint64 *value, GError **error)
{
  double number = member->number;

  if (member->token != IMP_JSON_NUMBER || number != floor (number) || number < 0
      || number > MAX_INTEGER)
    return imp_json_member_fail (member, _ ("a whole number"), error);
  *value = (gint64) number;
  return TRUE;
}

static gboolean
read_small (const ImpJsonMember *member, int *value, GError **error)
{
  gint64 number = 0;

  if (!read_count (member, &number, error))
    return FALSE;
  *value = (int) MIN (number, G_MAXUINT8 + 1); /* which is no field, and no version */
  return TRUE;
}

/* Nineteen figures, which no number in JSON need have. */
static gboolean
read_long (const ImpJsonMember *member, gint64 *value, GError **error)
{
  return g_ascii_string_to_signed (get_text (member), 10, G_MININT64, G_MAXINT64, value, NULL)
         || imp_json_member_fail (member, _ ("a whole number in quotes"), error);
}

static gboolean
read_bytes (const ImpJsonMember *member, guint8 *bytes, gsize size, GError **error)
{
  const char *text = get_text (member);
  gboolean whole = strlen (text) == 2 * size;

  for (gsize i = 0; whole && i < 2 * size; i++)
    {
      int figure = g_ascii_xdigit_value (text[i]);

      whole = figure >= 0 && !g_ascii_isupper (text[i]);
      bytes[i / 2] = (guint8) (bytes[i / 2] << 4 | (figure & 0xf));
    }
  return whole || imp_json_member_fail (member, _ ("32 figures from 0 to f, in quotes"), error);
}

static gboolean
take_laptop (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_uuid (member, &row->replica, error);
}

static gboolean
take_number (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_count (member, &row->rseq, error);
}

static gboolean
take_action (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_count (member, &row->txn, error);
}

static gboolean
take_stamp (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_long (member, &row->hlc, error);
}

static gboolean
take_text (const ImpJsonMember *member, char **text, GError **error)
{
  if (member->token != IMP_JSON_STRING)
    return imp_json_member_fail (member, _ ("a text in quotes"), error);
  g_set_str (text, member->text);
  return TRUE;
}

static gboolean
take_by (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return take_text (member, &row->actor, error);
}

static gboolean
take_seen (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return take_text (member, &row->base, error);
}

static gboolean
take_wire (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_small (member, &row->wire, error);
}

static gboolean
take_field (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_small (member, &row->field, error);
}

static gboolean
take_kind (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  row->entity = imp_kind_from_name (get_text (member));
  return imp_passed_has_kind ((ImpKind) row->entity)
         || imp_import_fail (error, member->line,
                             _ ("“%.60s” is not a kind of item that rounds have. Correct it, or "
                                "update Improve."),
                             get_text (member));
}

static gboolean
take_id (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_uuid (member, &row->item, error);
}

static gboolean
take_item_value (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_uuid (member, &row->reference, error);
}

static gboolean
take_text_value (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  imp_value_clear (&row->value);
  row->value = (ImpValue) { IMP_VALUE_TEXT, { 0 } };
  return take_text (member, &row->value.text, error);
}

static gboolean
take_integer_value (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  imp_value_clear (&row->value);
  row->value = (ImpValue) { IMP_VALUE_INTEGER, { 0 } };
  return read_long (member, &row->value.integer, error);
}

static gboolean
take_real_value (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  imp_value_clear (&row->value);
  row->value = (ImpValue) { IMP_VALUE_REAL, .real = member->number };
  return member->token == IMP_JSON_NUMBER || imp_json_member_fail (member, _ ("a number"), error);
}

static gboolean
take_salt (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  row->erased = FALSE;
  return read_bytes (member, row->salt, sizeof row->salt, error);
}

static gboolean
take_hash (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  return read_bytes (member, row->vhash, sizeof row->vhash, error);
}

static const struct
{
  const char *name;
  TakeFunc take;
  gboolean needed;
} takers[] = {
  { "laptop", take_laptop, TRUE },    { "row", take_number, TRUE },
  { "action", take_action, TRUE },    { "stamp", take_stamp, TRUE },
  { "by", take_by, FALSE },           { "wire", take_wire, TRUE },
  { "kind", take_kind, TRUE },        { "id", take_id, TRUE },
  { "field", take_field, TRUE },      { "item", take_item_value, FALSE },
  { "text", take_text_value, FALSE }, { "integer", take_integer_value, FALSE },
  { "real", take_real_value, FALSE }, { "seen", take_seen, FALSE },
  { "salt", take_salt, FALSE },       { "hash", take_hash, TRUE },
};

static gboolean
take_member (const ImpJsonMember *member, ImpRow *row, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (takers); i++)
    if (g_str_equal (takers[i].name, member->name))
      return takers[i].take (member, row, error);
  return imp_import_fail (error, member->line,
                          _ ("“%.60s” is not a member of a row that this version knows. Correct "
                             "it, or update Improve."),
                          member->name);
}

/* Of values one at most: another one would be lost. */
static gboolean
check_members (const GArray *members, guint line, GError **error)
{
  static const char *const values[] = { "item", "text", "integer", "real" };
  guint n_values = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    n_values += imp_json_members_find (members, values[i]) != NULL;
  if (n_values > 1)
    return imp_import_fail (error, line, _ ("a row has more than one value. Correct it."));
  for (guint i = 0; i < G_N_ELEMENTS (takers); i++)
    if (takers[i].needed && imp_json_members_find (members, takers[i].name) == NULL)
      return imp_import_fail (error, line, _ ("a row has no “%s”. Export the file again."),
                              takers[i].name);
  return TRUE;
}

static gboolean
take_row (const GArray *members, guint line, gpointer data, GError **error)
{
  ImpPassedRound *passed = data;
  ImpRow *row = g_new0 (ImpRow, 1);

  row->actor = g_strdup ("");
  row->erased = TRUE;
  g_ptr_array_add (passed->rows, row);
  for (guint i = 0; i < members->len; i++)
    if (!take_member (&g_array_index (members, ImpJsonMember, i), row, error))
      return FALSE;
  return check_members (members, line, error);
}

static gboolean
take_head (const ImpJsonMember *member, gpointer data, GError **error)
{
  ImpPassedRound *passed = data;

  if (g_str_equal (member->name, "round"))
    return read_uuid (member, &passed->round, error);
  return imp_import_fail (error, member->line,
                          _ ("“%.60s” is not a member of a round that this version knows. Correct "
                             "it, or update Improve."),
                          member->name);
}

static void
want_bytes (ImpJsonBytes *bytes, gpointer data)
{
  const ImpPassedRound *passed = data;

  for (guint i = 0; i < passed->rows->len; i++)
    {
      const ImpRow *row = passed->rows->pdata[i];

      if (row->entity == IMP_KIND_ATTACHMENT && row->field == IMP_ATTACHMENT_SHA256
          && row->value.type == IMP_VALUE_TEXT)
        imp_json_bytes_want (bytes, row->value.text);
    }
}

gboolean
imp_round_import_is_format (const char *format)
{
  return g_strcmp0 (format, FORMAT) == 0;
}

ImpPassedRound *
imp_round_import_read (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  static const ImpJsonFrame frame = {
    .format = FORMAT,
    .items = "rows",
    .not_ours = N_ ("Cannot import the file: it is no round that Improve exported. Choose "
                    "another one."),
    .most_items = IMP_PASSED_MOST_ROWS,
    .take_head = take_head,
    .take_item = take_row,
    .want_bytes = want_bytes,
  };
  g_autoptr (ImpPassedRound) passed = imp_passed_round_new ();

  return imp_json_frame_read (&frame, stream, passed, passed->blobs, cancellable, error)
             ? g_steal_pointer (&passed)
             : NULL;
}
