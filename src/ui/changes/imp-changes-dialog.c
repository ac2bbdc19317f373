/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A dialog that lists what people changed, and follows it. */
#include "config.h"

#include "ui/changes/imp-changes-dialog.h"

#include "ui/common/imp-focus.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

typedef struct
{
  ImpBacklog *backlog;
  GCancellable *cancellable; /* of the question under way */
  char *texts[6];            /* heading … more-label */
  guint step;
  guint n_wanted; /* to list at most; grows by the button */
  guint n_shown;
  guint n_passed; /* by the question under way */
  gboolean asked; /* there is one */
  gboolean narrow;

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  GtkWidget *search_clamp;
  GtkEditable *search;
  GtkStack *stack;
  GtkWidget *empty;
  GtkBox *list;
  GtkWidget *more; /* in sight while the list goes on */
} ImpChangesDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ImpChangesDialog, imp_changes_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_HEADING = 1,
  PROP_SUBHEADING,
  PROP_EMPTY_ICON,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_MORE_LABEL,
  PROP_STEP,
  PROP_BACKLOG,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ImpChangesDialogPrivate *
get_private (ImpChangesDialog *self)
{
  return imp_changes_dialog_get_instance_private (self);
}

static void
stop_loading (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

/* For one more than wanted: it says whether the list goes on. */
static void
ask (ImpChangesDialog *self, guint n_passed)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  priv->asked = TRUE;
  priv->n_passed = n_passed;
  IMP_CHANGES_DIALOG_GET_CLASS (self)->load (self, priv->backlog, n_passed,
                                             priv->n_wanted - n_passed + 1, priv->cancellable);
}

static void
load (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  stop_loading (self);
  priv->cancellable = g_cancellable_new ();
  ask (self, 0);
}

static void
more_clicked_cb (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  if (priv->asked)
    return;
  priv->n_wanted = priv->n_shown + priv->step;
  ask (self, priv->n_shown);
}

static void
search_changed_cb (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  priv->n_wanted = priv->step;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* The first Esc takes the words away, the next one the dialog. */
static void
search_stopped_cb (ImpChangesDialog *self)
{
  if (*imp_changes_dialog_get_search (self) != '\0')
    gtk_editable_set_text (get_private (self)->search, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
imp_changes_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpChangesDialogPrivate *priv = get_private (IMP_CHANGES_DIALOG (object));

  if (id == PROP_BACKLOG)
    g_value_set_object (value, priv->backlog);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, priv->narrow);
  else if (id == PROP_STEP)
    g_value_set_uint (value, priv->step);
  else /* a page must have a title, even while it is made */
    g_value_set_string (
        value, priv->texts[id - PROP_HEADING] != NULL ? priv->texts[id - PROP_HEADING] : "");
}

static void
imp_changes_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpChangesDialogPrivate *priv = get_private (IMP_CHANGES_DIALOG (object));

  if (id == PROP_BACKLOG)
    priv->backlog = g_value_dup_object (value);
  else if (id == PROP_NARROW)
    priv->narrow = g_value_get_boolean (value);
  else if (id == PROP_STEP)
    priv->n_wanted = priv->step = g_value_get_uint (value);
  else
    g_set_str (&priv->texts[id - PROP_HEADING], g_value_get_string (value));
}

static void
imp_changes_dialog_constructed (GObject *object)
{
  ImpChangesDialog *self = IMP_CHANGES_DIALOG (object);
  ImpChangesDialogPrivate *priv = get_private (self);

  G_OBJECT_CLASS (imp_changes_dialog_parent_class)->constructed (object);
  g_object_bind_property (self, "heading", self, "title", G_BINDING_SYNC_CREATE);
  if (priv->backlog == NULL)
    return;
  imp_writing_restrict (GTK_WIDGET (self), priv->backlog);
  g_signal_connect_object (priv->backlog, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/* Not while it is made: what is asked for is known by then. Nor when the dialog itself is: what is
 * in it comes into sight later, and a focus in the list before that would scroll it away. */
static void
mapped_cb (ImpChangesDialog *self)
{
  if (get_private (self)->backlog != NULL)
    load (self);
}

static void
imp_changes_dialog_dispose (GObject *object)
{
  ImpChangesDialogPrivate *priv = get_private (IMP_CHANGES_DIALOG (object));

  stop_loading (IMP_CHANGES_DIALOG (object));
  if (priv->backlog != NULL)
    g_signal_handlers_disconnect_by_func (priv->backlog, load, object);
  g_clear_object (&priv->backlog);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CHANGES_DIALOG);
  G_OBJECT_CLASS (imp_changes_dialog_parent_class)->dispose (object);
}

static void
imp_changes_dialog_finalize (GObject *object)
{
  ImpChangesDialogPrivate *priv = get_private (IMP_CHANGES_DIALOG (object));

  for (guint i = 0; i < G_N_ELEMENTS (priv->texts); i++)
    g_free (priv->texts[i]);
  G_OBJECT_CLASS (imp_changes_dialog_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const texts[] = { "heading",     "subheading",        "empty-icon",
                                       "empty-title", "empty-description", "more-label" };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    props[PROP_HEADING + i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  props[PROP_BACKLOG] =
      g_param_spec_object ("backlog", NULL, NULL, IMP_TYPE_BACKLOG, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_STEP] =
      g_param_spec_uint ("step", NULL, NULL, 1, 10000, 200, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/changes/imp-changes-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, toasts);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, view);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, search_clamp);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, search);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, stack);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, empty);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, list);
  gtk_widget_class_bind_template_child_private (widget_class, ImpChangesDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
imp_changes_dialog_class_init (ImpChangesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_changes_dialog_get_property;
  object_class->set_property = imp_changes_dialog_set_property;
  object_class->constructed = imp_changes_dialog_constructed;
  object_class->dispose = imp_changes_dialog_dispose;
  object_class->finalize = imp_changes_dialog_finalize;
  install_properties (object_class);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
imp_changes_dialog_init (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), priv->toasts);
}

ImpBacklog *
imp_changes_dialog_get_backlog (ImpChangesDialog *self)
{
  g_return_val_if_fail (IMP_IS_CHANGES_DIALOG (self), NULL);

  return get_private (self)->backlog;
}

static gboolean
has_focus_in (ImpChangesDialog *self, gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_searching (ImpChangesDialog *self)
{
  return *imp_changes_dialog_get_search (self) != '\0';
}

static void
empty_list (ImpChangesDialog *self)
{
  ImpChangesDialogPrivate *priv = get_private (self);
  GtkWidget *child;

  /* What is gone would keep the focus, and no key would reach the dialog. */
  if (has_focus_in (self, priv->list))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->list))) != NULL)
    gtk_box_remove (priv->list, child);
  priv->n_shown = 0;
}

/* To what has just come and has no place yet: the list would scroll to its beginning for it. */
static void
focus_in_place (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double value = gtk_adjustment_get_value (place);

  imp_focus_first (widget);
  gtk_adjustment_set_value (place, value);
}

/* The focus goes on to what came; a button that goes would take it along. */
static void
fill (ImpChangesDialog *self, GPtrArray *items)
{
  ImpChangesDialogPrivate *priv = get_private (self);
  guint n = MIN (items->len, priv->n_wanted - priv->n_shown);
  gboolean focused = gtk_widget_has_focus (priv->more);
  GtkWidget *first = n > 0 || is_searching (self)
                         ? IMP_CHANGES_DIALOG_GET_CLASS (self)->fill (self, priv->list, items, n)
                         : NULL;

  priv->n_shown += n;
  imp_plain_text (GTK_WIDGET (priv->list));
  gtk_widget_set_visible (priv->more, items->len > n);
  if (focused && first != NULL)
    focus_in_place (first);
}

void
imp_changes_dialog_take (ImpChangesDialog *self,
                         GAsyncResult *result,
                         GPtrArray *items,
                         const GError *error)
{
  ImpChangesDialogPrivate *priv = get_private (self);

  if (priv->backlog == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  priv->asked = FALSE;
  if (items == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (priv->n_passed == 0)
    empty_list (self);
  fill (self, items);
  gtk_stack_set_visible_child_name (priv->stack,
                                    priv->n_shown > 0 || is_searching (self) ? "list" : "empty");
  if (has_focus_in (self, priv->view))
    return;
  if (priv->n_shown > 0)
    focus_in_place (GTK_WIDGET (priv->list));
  else
    imp_focus_first (priv->empty);
}

void
imp_changes_dialog_set_searchable (ImpChangesDialog *self, gboolean searchable)
{
  gtk_widget_set_visible (get_private (self)->search_clamp, searchable);
}

const char *
imp_changes_dialog_get_search (ImpChangesDialog *self)
{
  return gtk_editable_get_text (get_private (self)->search);
}

void
imp_changes_dialog_push (ImpChangesDialog *self, AdwNavigationPage *page)
{
  adw_navigation_view_push (get_private (self)->view, page);
}
