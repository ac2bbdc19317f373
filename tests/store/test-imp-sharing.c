/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Laptops with real stores that exchange their rows: all end with one backlog, and what is not
 * right is refused whole. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "random-actions.h"
#include "store-fixture.h"
#include "store/imp-chain.h"
#include "store/imp-history-table.h"
#include "store/imp-item.h"
#include "store/imp-sharing.h"
#include "store/imp-store-private.h"

#define N_LAPTOPS 3
#define ALL       100000

typedef struct
{
  StoreFixture laptops[N_LAPTOPS];
} Team;

static void
set_up (Team *team, gconstpointer data)
{
  for (guint i = 0; i < N_LAPTOPS; i++)
    store_fixture_set_up (&team->laptops[i], data);
}

static void
tear_down (Team *team, gconstpointer data)
{
  for (guint i = 0; i < N_LAPTOPS; i++)
    store_fixture_tear_down (&team->laptops[i], data);
}

/* What `to` lacks of what `from` has. */
static GPtrArray *
get_missing (StoreFixture *from, StoreFixture *to, guint n_most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) have = imp_store_dup_vector (to->store, &error);
  GPtrArray *rows = imp_store_read_rows (from->store, have, n_most, &error);

  g_assert_no_error (error);
  return rows;
}

static ImpApplied
apply (StoreFixture *to, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  ImpApplied applied;

  imp_store_apply_rows (to->store, rows, &applied, &error);
  g_assert_no_error (error);
  return applied;
}

static ImpApplied
send (StoreFixture *from, StoreFixture *to)
{
  g_autoptr (GPtrArray) rows = get_missing (from, to, ALL);

  return apply (to, rows);
}

static void
exchange_all (Team *team)
{
  for (guint from = 0; from < N_LAPTOPS; from++)
    for (guint to = 0; to < N_LAPTOPS; to++)
      if (from != to)
        send (&team->laptops[from], &team->laptops[to]);
}

static void
assert_refused (StoreFixture *to, GPtrArray *rows, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (to), *after = NULL;
  gint64 n_rows = store_fixture_query (to, "SELECT count(*) FROM journal");
  ImpApplied applied;

  g_assert_false (imp_store_apply_rows (to->store, rows, &applied, &error));
  g_assert_error (error, IMP_ERROR, code);
  after = store_fixture_dump (to);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_query (to, "SELECT count(*) FROM journal"), ==, n_rows);
}

/* Which write holds in every field, and what is derived: the same on every laptop. */
static char *
digest (StoreFixture *laptop)
{
  g_autofree char *cells = store_fixture_query_text (
      laptop, "SELECT group_concat (hex (i.id) || ' ' || c.field || ' ' || c.hlc || ' ' ||"
              " hex (r.id) || ' ' || c.rseq || ' ' || (c.heads IS NULL), x'0a' ORDER BY i.id,"
              " c.field) FROM cell c JOIN item i ON i.n = c.item JOIN replica r ON r.n = c.rep");
  g_autofree char *irritants = store_fixture_query_text (
      laptop, "SELECT group_concat (hex (i.id) || ' ' || printf ('%.9g %.9g %d %d', s.hours,"
              " s.impact, s.state, s.voices), x'0a' ORDER BY i.id) FROM irritant s"
              " JOIN item i ON i.n = s.n");
  g_autofree char *fixes = store_fixture_query_text (
      laptop, "SELECT group_concat (hex (i.id) || ' ' || printf ('%.9g %d', f.hours, f.state),"
              " x'0a' ORDER BY i.id) FROM fix f JOIN item i ON i.n = f.n");

  return g_strjoin ("\n--\n", cells, irritants, fixes, NULL);
}

static void
assert_one_backlog (Team *team)
{
  g_autofree char *first = digest (&team->laptops[0]);

  for (guint i = 1; i < N_LAPTOPS; i++)
    {
      g_autofree char *other = digest (&team->laptops[i]);

      g_assert_cmpstr (other, ==, first);
      store_fixture_assert_sound (&team->laptops[i]);
    }
}

static ImpItem
find_irritant (StoreFixture *laptop)
{
  return store_fixture_query (laptop, "SELECT n FROM item WHERE kind = 6");
}

static void
retitle (StoreFixture *laptop, const char *title)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, find_irritant (laptop), IMP_IRRITANT_TITLE, title);
  store_fixture_commit (laptop, changes, NULL);
}

static char *
get_title (StoreFixture *laptop)
{
  return store_fixture_query_text (laptop, "SELECT title FROM irritant");
}

static void
test_rows_travel (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  ImpApplied first, again;
  g_autoptr (GPtrArray) all = NULL;

  store_fixture_record (a, "Scanner signs out", "40 measured", NULL);
  store_fixture_add_fix (a, "New cradle", find_irritant (a), STORE_FIXTURE_TODAY);
  all = get_missing (a, b, ALL);
  first = apply (b, all);
  again = apply (b, all);
  g_assert_cmpuint (first.n_applied, ==, all->len);
  g_assert_cmpuint (first.n_known + first.n_waiting + first.n_contested, ==, 0);
  g_assert_true (first.kinds & 1u << IMP_KIND_FIX);
  g_assert_cmpuint (again.n_applied, ==, 0);
  g_assert_cmpuint (again.n_known, ==, all->len);
  send (a, &team->laptops[2]);
  send (&team->laptops[2], a); /* through a third nothing comes back */
  assert_one_backlog (team);
}

/* Actions are taken whole and without gaps; the rest waits until what is missing comes. */
static void
test_gaps_wait (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autoptr (GPtrArray) later = NULL, half = NULL;
  ImpApplied applied;

  store_fixture_record (a, "Scanner signs out", NULL, NULL);
  half = get_missing (a, b, ALL);
  send (a, &team->laptops[2]);
  store_fixture_record (a, "Printer jams", NULL, NULL);
  later = get_missing (a, &team->laptops[2], ALL);
  applied = apply (b, later);
  g_assert_cmpuint (applied.n_applied, ==, 0);
  g_assert_cmpuint (applied.n_waiting, ==, later->len);
  g_ptr_array_set_size (half, (int) half->len - 1);
  applied = apply (b, half);
  g_assert_cmpuint (applied.n_applied, ==, 0);
  g_assert_cmpint (store_fixture_query (b, "SELECT count(*) FROM journal"), ==, 0);
  exchange_all (team);
  assert_one_backlog (team);
}

/* As a forger would who knows how the chain is made. */
static void
seal (GPtrArray *rows)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 head[IMP_HASH_SIZE] = { 0 };
  ImpChain chain = { NULL };

  for (guint i = 0; i < rows->len; i++)
    {
      ImpRow *row = g_ptr_array_index (rows, i);

      imp_value_hash (sum, row->salt, &row->value, imp_row_refers (row) ? &row->reference : NULL,
                      row->vhash);
      if (chain.sum == NULL)
        imp_chain_begin (&chain, head);
      imp_chain_add (&chain, row);
      if (!row->is_last)
        continue;
      imp_chain_end (&chain, row->hash);
      memcpy (head, row->hash, sizeof head);
    }
}

typedef void (*ForgeFunc) (ImpRow *row);

static void
forge_value (ImpRow *row)
{
  row->value.text[0]++;
}

static void
forge_stamp (ImpRow *row)
{
  row->hlc++;
}

static void
forge_actor (ImpRow *row)
{
  row->actor[0] = 'X';
}

static void
forge_hash (ImpRow *row)
{
  row->vhash[0]++;
}

static void
forge_item (ImpRow *row)
{
  row->item.bytes[0]++;
}

/* What the hashes alone find. */
static void
test_changed_rows_are_refused (Team *team, gconstpointer data)
{
  static const ForgeFunc forges[] = { forge_value, forge_stamp, forge_actor, forge_hash,
                                      forge_item };
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];

  store_fixture_record (a, "Scanner signs out", "40 measured", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forges); i++)
    {
      g_autoptr (GPtrArray) rows = get_missing (a, b, ALL);

      forges[i](g_ptr_array_index (rows, 2)); /* the title, after two births */
      assert_refused (b, rows, IMP_ERROR_INPUT);
    }
  send (a, b);
  send (a, &team->laptops[2]);
  assert_one_backlog (team);
}

static void
forge_number (ImpRow *row)
{
  row->rseq = -row->rseq;
}

static void
forge_kind (ImpRow *row)
{
  row->entity = IMP_KIND_FIX;
}

static void
forge_type (ImpRow *row)
{
  row->field = IMP_IRRITANT_RECORDED; /* a text in the place of a date */
}

static void
forge_life (ImpRow *row)
{
  row->field = IMP_FIELD_LIFE;
}

static void
forge_base (ImpRow *row)
{
  row->base = g_strdup ("nonsense");
}

static void
forge_spelling (ImpRow *row)
{
  char name[IMP_UUID_STRING_LEN];

  imp_uuid_print (&row->replica, name);
  row->base = g_strdup_printf ("%s:01", name);
}

static void
forge_reference (ImpRow *row)
{
  imp_value_clear (&row->value);
  row->reference = row->item;
}

static void
forge_text (ImpRow *row)
{
  row->value.text[0] = (char) 0xff;
}

/* What must be found although every hash is right. */
static void
test_forged_rows_are_refused (Team *team, gconstpointer data)
{
  static const ForgeFunc forges[] = { forge_number, forge_kind,     forge_type, forge_life,
                                      forge_base,   forge_spelling, forge_text, forge_reference };
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];

  store_fixture_record (a, "Scanner signs out", "40 measured", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forges); i++)
    {
      g_autoptr (GPtrArray) rows = get_missing (a, b, ALL);

      forges[i](g_ptr_array_index (rows, 2));
      seal (rows);
      assert_refused (b, rows, IMP_ERROR_INPUT);
    }
}

/* A choice that a newer version added is no reason to take nothing any more. */
static void
test_newer_choices_are_taken (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = store_fixture_record (a, "Scanner signs out", "40 measured", NULL);
  g_autoptr (GPtrArray) rows = NULL;

  imp_changes_set_integer (changes, irritant, IMP_IRRITANT_IRRITATION, IMP_IRRITATION_STRONG);
  store_fixture_commit (a, changes, NULL);
  rows = get_missing (a, b, ALL);
  ((ImpRow *) rows->pdata[rows->len - 1])->value.integer = 9;
  seal (rows);
  apply (b, rows);
  store_fixture_assert_sound (b);
}

/* The later of two who did not know of each other holds everywhere, and both stay to be seen,
 * until somebody who saw both decides. */
static void
test_concurrent_titles (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *title = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  retitle (a, "Scanner signs out");
  b->now_ms += 1000;
  retitle (b, "Scanner forgets who holds it");
  exchange_all (team);
  assert_one_backlog (team);
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      g_autofree char *shown = get_title (&team->laptops[i]);

      g_assert_cmpstr (shown, ==, "Scanner forgets who holds it");
      g_assert_cmpint (store_fixture_query (&team->laptops[i],
                                            "SELECT count(*) FROM cell WHERE heads IS NOT NULL"),
                       ==, 1);
    }
  retitle (&team->laptops[2], "Scanner forgets who holds it"); /* the one that is shown */
  exchange_all (team);
  assert_one_backlog (team);
  g_assert_cmpint (store_fixture_query (a, "SELECT count(*) FROM cell WHERE heads IS NOT NULL"), ==,
                   0);
}

/* What a page that is read now would hand out. */
static char *
look (StoreFixture *laptop)
{
  g_autoptr (GError) error = NULL;
  char *as_of = imp_store_print_vector (laptop->store, &error);

  g_assert_no_error (error);
  return as_of;
}

/* On a page that was read then. */
static void
retitle_as_of (StoreFixture *laptop, const char *title, const char *as_of)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, find_irritant (laptop), IMP_IRRITANT_TITLE, title);
  imp_changes_set_as_of (changes, as_of);
  store_fixture_commit (laptop, changes, NULL);
}

/* "newest|other", by what each says. */
static void
assert_titles (StoreFixture *laptop, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests = imp_contests_read (laptop->store, 0, ALL, &error);
  g_autofree char *shown = get_title (laptop);
  g_autoptr (GString) titles = g_string_new (contests->len == 0 ? shown : NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < contests->len; i++)
    {
      const ImpContest *contest = contests->pdata[i];

      for (guint k = 0; k < contest->versions->len; k++)
        g_string_append_printf (titles, k == 0 ? "%s" : "|%s",
                                ((ImpVersion *) contest->versions->pdata[k])->value.text);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* What came while the page was open stays beside what is written on it, however often. */
static void
test_open_page_supersedes_what_it_showed (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  page = look (a);
  retitle (b, "Scanner forgets");
  send (b, a);
  retitle_as_of (a, "Scanner signs", page);
  assert_titles (a, "Scanner signs|Scanner forgets");
  retitle_as_of (a, "Scanner signs out", page);
  assert_titles (a, "Scanner signs out|Scanner forgets");
  exchange_all (team);
  assert_one_backlog (team);
  retitle_as_of (a, "Scanner", page); /* as it was shown, and not as it is now */
  assert_titles (a, "Scanner|Scanner forgets");
  exchange_all (team);
  assert_one_backlog (team);
}

/* Of several versions a page shows one: on it nobody decides about the others. */
static void
test_open_page_leaves_other_versions (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  retitle (a, "Scanner signs out");
  b->now_ms += 1000;
  retitle (b, "Scanner forgets");
  exchange_all (team);
  page = look (a);
  retitle_as_of (a, "Scanner forgets", page); /* nothing was changed */
  assert_titles (a, "Scanner forgets|Scanner signs out");
  retitle_as_of (a, "Scanner forgets me", page);
  assert_titles (a, "Scanner forgets me|Scanner signs out");
  exchange_all (team);
  assert_one_backlog (team);
}

/* Who has written here, and it was answered, has not seen the answer. */
static void
test_open_page_leaves_answers (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  page = look (a);
  retitle_as_of (a, "Scanner signs", page);
  exchange_all (team);
  retitle (b, "Scanner forgets");
  exchange_all (team);
  retitle_as_of (a, "Scanner signs", page); /* nothing was changed */
  assert_titles (a, "Scanner forgets");
  retitle_as_of (a, "Scanner signs out", page);
  assert_titles (a, "Scanner signs out|Scanner forgets");
  exchange_all (team);
  assert_one_backlog (team);
}

/* A page with nothing new behind it is as good as all there is. */
static void
test_page_supersedes_what_it_showed (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  retitle (b, "Scanner forgets");
  exchange_all (team);
  page = look (a);
  retitle_as_of (a, "Scanner signs out", page);
  exchange_all (team);
  assert_titles (b, "Scanner signs out");
  assert_one_backlog (team);
}

static gint64
get_last_action (StoreFixture *laptop)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT max (txn) FROM journal WHERE rep = %d", (int) laptop->store->rep);

  return store_fixture_query (laptop, sql);
}

/* Takes back the last action of this laptop; what was taken back, too. */
static void
undo_last (StoreFixture *laptop)
{
  store_fixture_undo (laptop, get_last_action (laptop), NULL);
}

/* Undo and redo leave what stayed beside the text, and give back what held before it. */
static void
test_undo_leaves_what_came (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  page = look (a);
  retitle (b, "Scanner forgets");
  send (b, a);
  retitle_as_of (a, "Scanner signs", page);
  for (guint i = 0; i < 3; i++)
    {
      undo_last (a);
      assert_titles (a, "Scanner forgets");
      undo_last (a);
      assert_titles (a, "Scanner signs|Scanner forgets");
      exchange_all (team);
      assert_one_backlog (team);
    }
}

/* Of several versions the page showed one: that one comes back, and the other is still there. */
static void
test_undo_leaves_other_versions (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  retitle (a, "Scanner signs out");
  b->now_ms += 1000;
  retitle (b, "Scanner forgets");
  exchange_all (team);
  page = look (a);
  retitle_as_of (a, "Scanner forgets me", page);
  undo_last (a);
  assert_titles (a, "Scanner forgets|Scanner signs out");
  undo_last (a);
  assert_titles (a, "Scanner forgets me|Scanner signs out");
  exchange_all (team);
  assert_one_backlog (team);
}

/* Who takes back what was answered meanwhile does not take the answer away. */
static void
test_undo_leaves_answers (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  gint64 written;

  store_fixture_record (a, "Scanner", NULL, NULL);
  retitle (a, "Scanner signs");
  written = get_last_action (a);
  exchange_all (team);
  retitle (b, "Scanner forgets");
  exchange_all (team);
  store_fixture_undo (a, written, NULL);
  assert_titles (a, "Scanner|Scanner forgets");
  undo_last (a);
  assert_titles (a, "Scanner forgets");
  exchange_all (team);
  assert_one_backlog (team);
}

static void
irritate_as_of (StoreFixture *laptop, gint64 irritation, const char *as_of)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_integer (changes, find_irritant (laptop), IMP_IRRITANT_IRRITATION, irritation);
  imp_changes_set_as_of (changes, as_of);
  store_fixture_commit (laptop, changes, NULL);
}

static void
assert_irritation (StoreFixture *laptop, gint64 irritation, guint n_contests)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests = imp_contests_read (laptop->store, 0, ALL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (contests->len, ==, n_contests);
  g_assert_cmpint (store_fixture_query (laptop, "SELECT irritation FROM irritant"), ==, irritation);
}

/* The same of what is chosen. */
static void
test_undo_leaves_choices (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  g_autofree char *page = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  page = look (a);
  irritate_as_of (b, IMP_IRRITATION_STRONG, NULL);
  send (b, a);
  irritate_as_of (a, IMP_IRRITATION_MILD, page);
  assert_irritation (a, IMP_IRRITATION_MILD, 1);
  for (guint i = 0; i < 2; i++)
    {
      undo_last (a);
      assert_irritation (a, IMP_IRRITATION_STRONG, 0);
      undo_last (a);
      assert_irritation (a, IMP_IRRITATION_MILD, 1);
      exchange_all (team);
      assert_one_backlog (team);
    }
}

/* Somebody edits what somebody else deletes: it lives, in whatever order the rows arrive. */
static void
test_edit_beats_delete (Team *team, gconstpointer data)
{
  static const guint orders[6][N_LAPTOPS] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                              { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1], *c = &team->laptops[2];

  store_fixture_record (a, "Scanner", NULL, NULL);
  exchange_all (team);
  store_fixture_delete (a, find_irritant (a));
  retitle (b, "Scanner signs out");
  store_fixture_delete (c, find_irritant (c));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      StoreFixture late;
      g_autofree char *title = NULL;

      store_fixture_set_up (&late, NULL);
      for (guint k = 0; k < N_LAPTOPS; k++)
        send (&team->laptops[orders[i][k]], &late);
      title = get_title (&late);
      g_assert_cmpstr (title, ==, "Scanner signs out");
      store_fixture_assert_sound (&late);
      store_fixture_tear_down (&late, NULL);
    }
  exchange_all (team);
  assert_one_backlog (team);
  store_fixture_delete (a, find_irritant (a)); /* having seen the edit */
  exchange_all (team);
  assert_one_backlog (team);
  g_assert_cmpint (store_fixture_query (b, "SELECT count(*) FROM irritant"), ==, 0);
}

/* A kind and a field that only a newer version knows go on through an older one unchanged. */
static void
test_unknown_rows_are_passed_on (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1], *c = &team->laptops[2];
  g_autoptr (GPtrArray) rows = NULL, passed = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  rows = get_missing (a, b, ALL);
  for (guint i = 0; i < rows->len; i++)
    {
      ImpRow *row = g_ptr_array_index (rows, i);

      if (row->entity == IMP_KIND_REPORT)
        row->entity = 29;
      else if (row->field == IMP_IRRITANT_OFTEN)
        row->field = 60;
    }
  seal (rows);
  apply (b, rows);
  store_fixture_assert_sound (b);
  g_assert_cmpint (store_fixture_query (b, "SELECT count(*) FROM cell WHERE field = 60"), ==, 1);
  passed = get_missing (b, c, ALL);
  g_assert_cmpuint (passed->len, ==, rows->len);
  apply (c, passed);
  store_fixture_assert_sound (c);
  g_assert_cmpint (store_fixture_query (c, "SELECT count(*) FROM item WHERE kind = 29"), ==, 1);
}

static void
test_copies_are_found_out (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1], *c = &team->laptops[2];
  g_autoptr (GPtrArray) one = NULL, other = NULL;

  store_fixture_record (a, "Scanner", NULL, NULL);
  one = get_missing (a, b, ALL);
  b->store->replica = a->store->replica; /* as a copy with its identity would be */
  store_fixture_exec (b, "UPDATE replica SET id = randomblob (16)");
  store_fixture_record (c, "Printer", NULL, NULL);
  other = get_missing (c, b, ALL);
  for (guint i = 0; i < other->len; i++)
    ((ImpRow *) other->pdata[i])->replica = a->store->replica;
  assert_refused (a, other, IMP_ERROR_CONFLICT);
  assert_refused (b, one, IMP_ERROR_CONFLICT);
}

static void
test_stamps_from_the_future_are_told (Team *team, gconstpointer data)
{
  StoreFixture *a = &team->laptops[0], *b = &team->laptops[1];
  const gint64 years = G_GINT64_CONSTANT (3) * 365 * 24 * 3600 * 1000;
  g_autofree char *title = NULL;
  ImpApplied applied;

  a->now_ms += years;
  store_fixture_record (a, "Scanner", NULL, NULL);
  applied = send (a, b);
  g_assert_cmpint (applied.ahead_ms, >=, years - 1000);
  retitle (b, "Scanner signs out"); /* does not lose to what was seen */
  store_fixture_record (b, "Printer", NULL, NULL);
  send (b, a);
  title = store_fixture_query_text (a, "SELECT title FROM irritant ORDER BY n");
  g_assert_cmpstr (title, ==, "Scanner signs out");
  g_assert_cmpint (store_fixture_query (b, "SELECT min (hlc >> 16) FROM journal WHERE rep = 1"), ==,
                   b->now_ms); /* its own clock goes on from its own time */
}

static void
test_random_backlogs_become_one (Team *team, gconstpointer data)
{
  guint n_rounds = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 60 : 12;

  for (guint round = 0; round < n_rounds; round++)
    {
      guint from = (guint) g_test_rand_int_range (0, N_LAPTOPS);
      guint to = (from + 1 + round % 2) % N_LAPTOPS;
      g_autoptr (GPtrArray) rows = NULL;

      for (guint i = 0; i < 15; i++)
        random_action (&team->laptops[(guint) g_test_rand_int_range (0, N_LAPTOPS)]);
      rows = get_missing (&team->laptops[from], &team->laptops[to],
                          (guint) g_test_rand_int_range (1, 200));
      apply (&team->laptops[to], rows);
    }
  exchange_all (team);
  exchange_all (team);
  assert_one_backlog (team);
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      g_autofree char *before = store_fixture_dump (&team->laptops[i]), *after = NULL;
      g_autoptr (GError) error = NULL;

      imp_store_rebuild (team->laptops[i].store, &error);
      g_assert_no_error (error);
      after = store_fixture_dump (&team->laptops[i]);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Two people ask again about one fix on the same day: the same one has the last word everywhere. */
static void
test_verdicts_of_one_day (Team *team, gconstpointer data)
{
  StoreFixture *laptops = team->laptops;
  ImpItem irritant = store_fixture_record (&laptops[0], "Printer jams", "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (&laptops[0], "New driver", irritant, STORE_FIXTURE_TODAY);
  g_autofree char *first = NULL;

  exchange_all (team);
  store_fixture_confirm (&laptops[0], fix, STORE_FIXTURE_TODAY, IMP_VERDICT_GONE, NULL);
  laptops[1].now_ms += 60000;
  store_fixture_confirm (&laptops[1], store_fixture_query (&laptops[1], "SELECT n FROM fix"),
                         STORE_FIXTURE_TODAY, IMP_VERDICT_STILL_THERE, "3 one");
  exchange_all (team);
  first = digest (&laptops[0]);
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      g_autofree char *other = digest (&laptops[i]);

      g_assert_cmpstr (other, ==, first);
      g_assert_cmpint (store_fixture_query (&laptops[i], "SELECT state FROM fix"), ==,
                       IMP_FIX_STATE_BEING_FIXED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/store/sharing/" path, Team, NULL, set_up, func, tear_down)
  ADD ("rows-travel", test_rows_travel);
  ADD ("gaps-wait", test_gaps_wait);
  ADD ("changed-rows-are-refused", test_changed_rows_are_refused);
  ADD ("forged-rows-are-refused", test_forged_rows_are_refused);
  ADD ("newer-choices-are-taken", test_newer_choices_are_taken);
  ADD ("concurrent-titles", test_concurrent_titles);
  ADD ("page-supersedes-what-it-showed", test_page_supersedes_what_it_showed);
  ADD ("open-page-supersedes-what-it-showed", test_open_page_supersedes_what_it_showed);
  ADD ("open-page-leaves-other-versions", test_open_page_leaves_other_versions);
  ADD ("open-page-leaves-answers", test_open_page_leaves_answers);
  ADD ("undo-leaves-what-came", test_undo_leaves_what_came);
  ADD ("undo-leaves-other-versions", test_undo_leaves_other_versions);
  ADD ("undo-leaves-answers", test_undo_leaves_answers);
  ADD ("undo-leaves-choices", test_undo_leaves_choices);
  ADD ("edit-beats-delete", test_edit_beats_delete);
  ADD ("unknown-rows-are-passed-on", test_unknown_rows_are_passed_on);
  ADD ("copies-are-found-out", test_copies_are_found_out);
  ADD ("verdicts-of-one-day", test_verdicts_of_one_day);
  ADD ("stamps-from-the-future-are-told", test_stamps_from_the_future_are_told);
  ADD ("random-backlogs-become-one", test_random_backlogs_become_one);
  return g_test_run ();
}
