/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saves what comes of rounds: their papers, and days for a calendar. */
#include "config.h"

#include "ui/rounds/imp-round-output.h"

#include <glib/gi18n.h>

#include "ui/common/imp-saving.h"
#include "ui/common/imp-toasts.h"

/* What is to be written, while its name is asked for. */
typedef struct
{
  ImpBacklog *backlog;
  ImpRoundDocument *document; /* NULL: a calendar */
  ImpRoundForm form;
  ImpItem round; /* of the calendar; 0: of all */
} Order;

static Order *
order_new (ImpBacklog *backlog, const ImpRoundDocument *document, ImpRoundForm form, ImpItem round)
{
  Order *self = g_new (Order, 1);

  *self = (Order) { g_object_ref (backlog),
                    document != NULL ? imp_round_document_copy (document) : NULL, form, round };
  return self;
}

static void
order_free (gpointer data)
{
  Order *self = data;

  g_object_unref (self->backlog);
  g_clear_pointer (&self->document, imp_round_document_free);
  g_free (self);
}

/* One that is being written. */
typedef struct
{
  GtkWidget *window; /* where it is told */
  char *path;
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
written_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = imp_round_document_write_finish (result, &error);

  if (gtk_widget_get_realized (writing->window)) /* else it was closed too */
    imp_saving_tell (writing->window, writing->path, error);
}

static void
chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  const Order *order = data;
  ImpRoundForm form = order->form;
  Writing *writing;

  if (gtk_widget_get_root (widget) == NULL)
    return;
  writing = g_new (Writing, 1);
  *writing = (Writing) { imp_toasts_expect (widget), g_strdup (path) };
  imp_round_form_from_path (path, &form);
  if (order->document != NULL)
    imp_round_document_write_async (order->backlog, order->document, form, path, NULL, written_cb,
                                    writing);
  else
    imp_round_document_write_calendar_async (order->backlog, order->round, path, NULL, written_cb,
                                             writing);
}

/* "Round, Leeds workshop, 3 December 2026" */
static char *
dup_round_name (const ImpRoundLine *round)
{
  g_autofree char *day = imp_date_to_words_year (round->planned);

  /* Translators: what a file is called: a place and a day. */
  return g_strdup_printf (_ ("Round, %1$s, %2$s"), round->site_name, day);
}

/* "Next round, Leeds workshop, 3 December 2026" */
static char *
dup_visit_name (const ImpRoundPage *page)
{
  g_autofree char *day = imp_date_to_words_year (page->next_planned);

  /* Translators: what a file is called: a place and a day. */
  return g_strdup_printf (_ ("Next round, %1$s, %2$s"), page->line.site_name, day);
}

static char *
dup_name (const ImpRoundDocument *document, ImpRoundForm form)
{
  if (form == IMP_ROUND_FORM_CALENDAR && document->page != NULL)
    return dup_visit_name (document->page);
  return imp_round_document_dup_name (document);
}

static const char *
get_title (const ImpRoundDocument *document, ImpRoundForm form)
{
  if (form == IMP_ROUND_FORM_CALENDAR)
    return _ ("Save for the Calendar");
  return document->page != NULL ? _ ("Save the Read-Back") : _ ("Save the Briefing");
}

static void
ask (GtkWidget *widget, const char *title, const char *name, Order *order)
{
  const ImpFileKind kinds[] = {
    [IMP_ROUND_FORM_PDF] = { "PDF", "pdf", "application/pdf" },
    [IMP_ROUND_FORM_TEXT] = { _ ("Text"), "txt", "text/plain" },
    [IMP_ROUND_FORM_CALENDAR] = { _ ("Calendar"), "ics", "text/calendar" },
  };
  const ImpFileKind *kind = &kinds[order->form];
  g_autofree char *file = imp_saving_suggest_name (name, kind->suffix);

  imp_saving_ask (widget, title, file, kind, chosen_cb, order, order_free);
}

void
imp_round_output_save (GtkWidget *widget,
                       ImpBacklog *backlog,
                       const ImpRoundDocument *document,
                       ImpRoundForm form)
{
  g_autofree char *name = dup_name (document, form);

  ask (widget, get_title (document, form), name, order_new (backlog, document, form, 0));
}

void
imp_round_output_save_calendar (GtkWidget *widget, ImpBacklog *backlog, const ImpRoundLine *round)
{
  g_autofree char *name = round != NULL ? dup_round_name (round) : g_strdup (_ ("Rounds"));

  ask (widget, _ ("Save for the Calendar"), name,
       order_new (backlog, NULL, IMP_ROUND_FORM_CALENDAR, round != NULL ? round->item : 0));
}
