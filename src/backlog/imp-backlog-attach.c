/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Adding photos and files: prepared on a thread of its own, then written on the database thread. */
#include "config.h"

#include "backlog/imp-backlog-attachments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file.h"
#include "store/imp-attachment-table.h"

ImpAttachable *
imp_attachable_new_file (const char *path)
{
  ImpAttachable *self = g_new0 (ImpAttachable, 1);
  g_autofree char *name = g_filename_display_basename (path);

  self->path = g_strdup (path);
  self->name = imp_attachment_clean_name (name);
  return self;
}

ImpAttachable *
imp_attachable_new_bytes (GBytes *bytes, const char *name)
{
  ImpAttachable *self = g_new0 (ImpAttachable, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = imp_attachment_clean_name (name);
  return self;
}

void
imp_attachable_free (ImpAttachable *self)
{
  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* One that can be added: its bytes as they are kept. */
typedef struct
{
  char *name, *type, *sha256;
  GBytes *bytes;
  int width, height; /* 0: no picture */
  gboolean expected; /* the irritant has all of it but the bytes */
} Prepared;

static void
prepared_free (gpointer data)
{
  Prepared *self = data;

  g_free (self->name);
  g_free (self->type);
  g_free (self->sha256);
  g_bytes_unref (self->bytes);
  g_free (self);
}

typedef struct
{
  ImpItem irritant;
  GPtrArray *attachables;
  GPtrArray *prepared; /* of Prepared */
  GPtrArray *refused;  /* of char * */
  GPtrArray *there;    /* names */
} AttachArgs;

static void
attach_args_free (gpointer data)
{
  AttachArgs *args = data;

  g_ptr_array_unref (args->attachables);
  g_ptr_array_unref (args->prepared);
  g_ptr_array_unref (args->refused);
  g_ptr_array_unref (args->there);
  g_free (args);
}

/* On the thread that prepares */

static GBytes *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) input = imp_file_open_input (path, error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (input == NULL
      || g_output_stream_splice (memory, input,
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                     | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                 cancellable, error)
             < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What it is now: "IMG_1.HEIC" has become "IMG_1.jpg". */
static char *
name_picture (const char *name, const ImpPicture *picture)
{
  static const char *const jpeg[] = { ".jpg", ".jpeg", NULL };
  static const char *const png[] = { ".png", NULL };
  gboolean is_png = g_str_equal (picture->type, "image/png");
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = NULL, *renamed = NULL;

  if (has_ending (name, is_png ? png : jpeg))
    return g_strdup (name);
  stem = dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  renamed = g_strconcat (stem, is_png ? ".png" : ".jpg", NULL);
  return imp_attachment_clean_name (renamed);
}

static Prepared *
prepare_picture (const ImpAttachable *from,
                 GBytes *bytes,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (ImpPicture) picture = imp_picture_prepare (bytes, cancellable, error);
  Prepared *prepared;

  if (picture == NULL)
    return NULL;
  prepared = g_new0 (Prepared, 1);
  prepared->name = name_picture (from->name, picture);
  prepared->type = g_strdup (picture->type);
  prepared->bytes = g_bytes_ref (picture->bytes);
  prepared->width = picture->width;
  prepared->height = picture->height;
  return prepared;
}

static char *
guess_type (const char *name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *content = g_content_type_guess (name, data, MIN (size, 4096), NULL);
  char *type = g_content_type_get_mime_type (content);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

static Prepared *
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT, why);
  return NULL;
}

/* Whoever sees its name expects to see it: better a word now than a tile that shows nothing. */
static gboolean
is_called_picture (const char *name)
{
  static const char *const pictures[] = { ".png",  ".jpg",  ".jpeg", ".gif",  ".webp", ".tif",
                                          ".tiff", ".heic", ".heif", ".avif", NULL };

  return has_ending (name, pictures);
}

static Prepared *
prepare_file (const ImpAttachable *from, GBytes *bytes, GError **error)
{
  static const char *const drawings[] = { ".svg", ".svgz", NULL };
  Prepared *prepared;

  if (g_bytes_get_size (bytes) == 0)
    return refuse (_ ("there is nothing in it. Save it once more where it comes from"), error);
  if (imp_picture_is_drawing (bytes) || has_ending (from->name, drawings))
    return refuse (_ ("drawings of this kind (SVG) can hold programs. Save it as PNG and add that"),
                   error);
  if (is_called_picture (from->name))
    return refuse (
        _ ("it is no picture that can be shown, whatever its name says. Save it as PNG or "
           "JPEG and add that"),
        error);
  if (g_bytes_get_size (bytes) > IMP_ATTACHMENT_MAX_BYTES)
    return refuse (_ ("it is larger than 16 MiB, and every backup would hold it. Keep it elsewhere "
                      "and say where in the description"),
                   error);
  prepared = g_new0 (Prepared, 1);
  prepared->name = g_strdup (from->name);
  prepared->type = guess_type (from->name, bytes);
  prepared->bytes = g_bytes_ref (bytes);
  return prepared;
}

static Prepared *
prepare (const ImpAttachable *from, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes =
      from->bytes != NULL ? g_bytes_ref (from->bytes) : read_file (from->path, cancellable, error);
  Prepared *prepared;

  if (bytes == NULL)
    return NULL;
  prepared = imp_picture_find_type (bytes) != NULL
                 ? prepare_picture (from, bytes, cancellable, error)
                 : prepare_file (from, bytes, error);
  if (prepared == NULL)
    imp_error_prefix (error, _ ("Cannot add “%s”"), from->name);
  else
    prepared->sha256 = imp_attachment_hash (prepared->bytes);
  return prepared;
}

/* FALSE: cancelled. What a file itself is to blame for is told, and the others go on. */
static gboolean
prepare_one (AttachArgs *args, guint position, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  Prepared *prepared = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (position < IMP_ATTACH_AT_ONCE)
    prepared = prepare (args->attachables->pdata[position], cancellable, &refusal);
  if (prepared != NULL)
    g_ptr_array_add (args->prepared, prepared);
  else if (g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  else if (refusal != NULL)
    g_ptr_array_add (args->refused, g_strdup (refusal->message));
  return TRUE;
}

static void
refuse_rest (AttachArgs *args)
{
  guint n = args->attachables->len;

  if (n > IMP_ATTACH_AT_ONCE)
    g_ptr_array_add (args->refused,
                     g_strdup_printf (_ ("Cannot add %u of the files: at most %u go at once. Add "
                                         "the others afterwards"),
                                      n - IMP_ATTACH_AT_ONCE, IMP_ATTACH_AT_ONCE));
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AttachArgs *args = data;
  GError *error = NULL;

  for (guint i = 0; i < args->attachables->len; i++)
    if (!prepare_one (args, i, cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  refuse_rest (args);
  g_task_return_boolean (task, TRUE);
}

/* On the database thread */

static void
add_row (ImpChanges *changes, ImpItem irritant, const Prepared *prepared)
{
  ImpItem item = imp_changes_add (changes, IMP_KIND_ATTACHMENT);

  imp_changes_set_item (changes, item, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_NAME, prepared->name);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_TYPE, prepared->type);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_SHA256, prepared->sha256);
  imp_changes_set_integer (changes, item, IMP_ATTACHMENT_SIZE,
                           (gint64) g_bytes_get_size (prepared->bytes));
  if (prepared->width > 0)
    {
      imp_changes_set_integer (changes, item, IMP_ATTACHMENT_WIDTH, prepared->width);
      imp_changes_set_integer (changes, item, IMP_ATTACHMENT_HEIGHT, prepared->height);
    }
}

static void
add_prepared (ImpChanges *changes, ImpItem irritant, const Prepared *prepared)
{
  if (!prepared->expected)
    add_row (changes, irritant, prepared);
  g_ptr_array_add (changes->blobs, g_bytes_ref (prepared->bytes));
}

/* Of what the irritant has: whether the bytes are here. Those that are not yet are welcome. */
static GHashTable *
read_hashes (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) there =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachment_free);

  if (!imp_store_read_attachments (store, irritant, there, error))
    return NULL;
  for (guint i = 0; i < there->len; i++)
    {
      const ImpAttachment *attachment = there->pdata[i];

      if (attachment->sha256 != NULL)
        g_hash_table_insert (hashes, g_strdup (attachment->sha256),
                             GINT_TO_POINTER (attachment->here));
    }
  return g_steal_pointer (&hashes);
}

/* What the irritant has already, or was given twice, is added once. */
static gboolean
pass_over_known (ImpStore *store, AttachArgs *args, GError **error)
{
  g_autoptr (GHashTable) hashes = read_hashes (store, args->irritant, error);

  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < args->prepared->len;)
    {
      Prepared *prepared = args->prepared->pdata[i];
      gpointer here = NULL;

      prepared->expected = g_hash_table_lookup_extended (hashes, prepared->sha256, NULL, &here);
      if (here == NULL)
        {
          g_hash_table_insert (hashes, g_strdup (prepared->sha256), GINT_TO_POINTER (TRUE));
          i++;
        }
      else
        {
          g_ptr_array_add (args->there, g_strdup (prepared->name));
          g_ptr_array_remove_index (args->prepared, i);
        }
    }
  return TRUE;
}

static char *
make_label (GPtrArray *prepared)
{
  const Prepared *first = prepared->pdata[0];

  if (prepared->len == 1)
    return g_strdup (first->width > 0 ? _ ("Picture added") : _ ("File added"));
  return g_strdup_printf (
      ngettext ("%u photo or file added", "%u photos and files added", prepared->len),
      prepared->len);
}

static void
add_all (GTask *task, ImpStore *store)
{
  const AttachArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autofree char *label = make_label (args->prepared);

  for (guint i = 0; i < args->prepared->len; i++)
    add_prepared (changes, args->irritant, args->prepared->pdata[i]);
  imp_backlog_commit_in_db (task, store, changes, args->irritant, label,
                            _ ("Cannot add photos and files"));
}

static void
attach_in_db (GTask *task, ImpStore *store)
{
  AttachArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (!pass_over_known (store, args, &error))
    imp_backlog_return_error (task, error, _ ("Cannot add photos and files"));
  else if (args->prepared->len > 0)
    add_all (task, store);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const AttachArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (args->prepared->len > 0)
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), attach_in_db);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

void
imp_backlog_attach_async (ImpBacklog *self,
                          ImpItem irritant,
                          GPtrArray *attachables,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  AttachArgs *args = g_new0 (AttachArgs, 1);
  GTask *task = imp_backlog_new_task (self, imp_backlog_attach_async, args, attach_args_free,
                                      cancellable, callback, data);
  g_autoptr (GTask) preparing = g_task_new (self, cancellable, prepared_cb, task);

  args->irritant = irritant;
  args->attachables = attachables;
  args->prepared = g_ptr_array_new_with_free_func (prepared_free);
  args->refused = g_ptr_array_new_with_free_func (g_free);
  args->there = g_ptr_array_new_with_free_func (g_free);
  imp_backlog_hold (self, task);
  g_task_set_task_data (preparing, args, NULL); /* `task` lives longer */
  g_task_run_in_thread (preparing, prepare_in_thread);
}

gboolean
imp_backlog_attach_finish (ImpBacklog *self,
                           GAsyncResult *result,
                           guint *n_added,
                           GPtrArray **refused,
                           GPtrArray **there,
                           GError **error)
{
  const AttachArgs *args = g_task_get_task_data (G_TASK (result));
  g_autofree ImpWritten *written = g_task_propagate_pointer (G_TASK (result), error);

  *n_added = written != NULL ? args->prepared->len : 0;
  *refused = g_ptr_array_ref (args->refused);
  *there = g_ptr_array_ref (args->there);
  return written != NULL;
}
