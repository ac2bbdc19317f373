/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps what somebody is writing and has not saved yet, whatever happens to the program. */
#include "config.h"

#include "backlog/imp-draft-keeper.h"

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"
#include "store/imp-leftovers.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PAUSE_MS   300
#define LONGEST_MS 2000
#define MAX_SIZE   (1024 * 1024)

struct _ImpDraftKeeper
{
  GObject parent_instance;
  ImpBacklog *backlog; /* owns it */
  char *path;
  char *text;           /* NULL: none */
  gboolean unsaved;     /* the disk has, or is getting, another one */
  gboolean writing;     /* another thread is */
  gint64 unsaved_since; /* monotonic */
  guint timer;          /* until it is saved; 0: none */
  char *trouble;
};

G_DEFINE_FINAL_TYPE (ImpDraftKeeper, imp_draft_keeper, G_TYPE_OBJECT)

static GParamSpec *trouble_property;

/* What another thread writes. */
typedef struct
{
  ImpDraftKeeper *keeper; /* for the main thread */
  char *path, *text;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_object_unref (write->keeper);
  g_free (write->path);
  g_free (write->text);
  g_free (write);
}

static gboolean
remove_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  const int failed = g_unlink (path) != 0 ? errno : 0;

  if (failed == 0)
    imp_file_sync_folder (path);
  if (failed == 0 || failed == ENOENT)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED, _ ("Cannot remove “%s”: %s. Delete it yourself"),
               name, g_strerror (failed));
  return FALSE;
}

static gboolean
write_file (const char *path, const char *text, GError **error)
{
  g_autoptr (ImpFileReplace) file = imp_file_replace_begin (path, error);

  if (file == NULL)
    return FALSE;
  imp_file_replace_keep_private (file);
  if (g_output_stream_write_all (imp_file_replace_get_stream (file), text, strlen (text), NULL,
                                 NULL, error))
    return imp_file_replace_commit (file, error);
  imp_file_explain (error, path);
  return FALSE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Write *write = data;
  GError *error = NULL;

  if (write->text != NULL ? write_file (write->path, write->text, &error)
                          : remove_file (write->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_trouble (ImpDraftKeeper *self, const char *trouble)
{
  if (g_set_str (&self->trouble, trouble))
    g_object_notify_by_pspec (G_OBJECT (self), trouble_property);
}

static void start_write (ImpDraftKeeper *self);

static void
written_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  ImpDraftKeeper *self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  set_trouble (self, error != NULL ? error->message : NULL);
  if (self->unsaved && self->timer == 0)
    start_write (self);
  else if (error != NULL)
    self->unsaved = TRUE; /* for the next change, or for leaving */
}

static void
start_write (ImpDraftKeeper *self)
{
  Write *write = g_new (Write, 1);
  g_autoptr (GTask) task = g_task_new (self->backlog, NULL, written_cb, self);

  *write = (Write) { g_object_ref (self), g_strdup (self->path), g_strdup (self->text) };
  self->unsaved = FALSE;
  self->writing = TRUE;
  imp_backlog_hold (self->backlog, task);
  g_task_set_task_data (task, write, write_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
pause_over_cb (gpointer data)
{
  ImpDraftKeeper *self = data;

  self->timer = 0;
  imp_draft_keeper_save (self);
  return G_SOURCE_REMOVE;
}

/* Counted anew by each change, but not for ever. */
static void
wait_for_pause (ImpDraftKeeper *self)
{
  const gint64 waited_ms = (g_get_monotonic_time () - self->unsaved_since) / 1000;
  const gint64 left_ms = CLAMP (LONGEST_MS - waited_ms, 0, PAUSE_MS);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) left_ms, pause_over_cb, self);
}

static void
imp_draft_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, IMP_DRAFT_KEEPER (object)->trouble);
}

static void
imp_draft_keeper_dispose (GObject *object)
{
  g_clear_handle_id (&IMP_DRAFT_KEEPER (object)->timer, g_source_remove);
  G_OBJECT_CLASS (imp_draft_keeper_parent_class)->dispose (object);
}

static void
imp_draft_keeper_finalize (GObject *object)
{
  ImpDraftKeeper *self = IMP_DRAFT_KEEPER (object);

  g_free (self->path);
  g_free (self->text);
  g_free (self->trouble);
  G_OBJECT_CLASS (imp_draft_keeper_parent_class)->finalize (object);
}

static void
imp_draft_keeper_class_init (ImpDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_draft_keeper_get_property;
  object_class->dispose = imp_draft_keeper_dispose;
  object_class->finalize = imp_draft_keeper_finalize;
  trouble_property =
      g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, trouble_property);
}

static void
imp_draft_keeper_init (ImpDraftKeeper *self)
{
}

const char *
imp_draft_keeper_get_text (ImpDraftKeeper *self)
{
  return self->text;
}

void
imp_draft_keeper_set_text (ImpDraftKeeper *self, const char *text)
{
  if (!g_set_str (&self->text, text))
    return;
  if (!self->unsaved)
    self->unsaved_since = g_get_monotonic_time ();
  self->unsaved = TRUE;
  if (text != NULL)
    wait_for_pause (self);
  else
    imp_draft_keeper_save (self);
}

void
imp_draft_keeper_save (ImpDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->unsaved && !self->writing)
    start_write (self);
}

const char *
imp_draft_keeper_get_trouble (ImpDraftKeeper *self)
{
  return self->trouble;
}

/* The drafts of a backlog */

static char *
dup_path (const char *database, ImpDraft draft)
{
  static const char *const names[IMP_N_DRAFTS] = { "record", "round" };

  return g_strconcat (database, ".", names[draft], IMP_DRAFT_ENDING, NULL);
}

/* What is no text says nothing; the next one takes its place. */
static char *
read_file (const char *path)
{
  g_autoptr (GInputStream) input = imp_file_open_input (path, NULL);
  g_autofree char *text = input != NULL ? g_malloc (MAX_SIZE) : NULL;
  gsize size;

  if (input == NULL || !g_input_stream_read_all (input, text, MAX_SIZE, &size, NULL, NULL)
      || size == 0 || size == MAX_SIZE || !g_utf8_validate_len (text, size, NULL))
    return NULL;
  return g_strndup (text, size);
}

void
imp_drafts_read (const char *database, char *texts[IMP_N_DRAFTS])
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    {
      g_autofree char *path = dup_path (database, (ImpDraft) draft);

      texts[draft] = read_file (path);
    }
}

void
imp_backlog_take_drafts (ImpBacklog *self, char *texts[IMP_N_DRAFTS])
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    {
      ImpDraftKeeper *keeper = g_object_new (IMP_TYPE_DRAFT_KEEPER, NULL);

      keeper->backlog = self;
      keeper->path = dup_path (self->path, (ImpDraft) draft);
      keeper->text = g_steal_pointer (&texts[draft]);
      self->drafts[draft] = keeper;
    }
}

void
imp_backlog_save_drafts (ImpBacklog *self)
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    if (self->drafts[draft] != NULL)
      imp_draft_keeper_save (self->drafts[draft]);
}

void
imp_backlog_free_drafts (ImpBacklog *self)
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    if (self->drafts[draft] != NULL)
      {
        g_object_run_dispose (G_OBJECT (self->drafts[draft]));
        g_clear_object (&self->drafts[draft]);
      }
}

static gboolean
names_somebody (ImpDraftKeeper *self, GRegex *names)
{
  return self->text != NULL && g_regex_match (names, self->text, 0, NULL);
}

gboolean
imp_backlog_is_named_in_drafts (ImpBacklog *self, GRegex *names)
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    if (names_somebody (self->drafts[draft], names))
      return TRUE;
  return FALSE;
}

void
imp_backlog_drop_drafts (ImpBacklog *self, GRegex *names)
{
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    if (names_somebody (self->drafts[draft], names))
      imp_draft_keeper_set_text (self->drafts[draft], NULL);
}

ImpDraftKeeper *
imp_backlog_get_draft (ImpBacklog *self, ImpDraft draft)
{
  return self->drafts[draft];
}
