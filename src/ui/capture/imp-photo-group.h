/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Photos and files that go along with what is being recorded. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* They are chosen, pasted or dropped, made ready on a thread, and shown small. What cannot be taken
 * says why on a row; with nothing to show the group hides. Nothing is kept of what is not recorded.
 *
 * ImpPhotoGroup::ready (gboolean all): nothing is being made ready any more; all of it could be
 * taken. */
#define IMP_TYPE_PHOTO_GROUP (imp_photo_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpPhotoGroup, imp_photo_group, IMP, PHOTO_GROUP, AdwPreferencesGroup)

void imp_photo_group_set_backlog (ImpPhotoGroup *self, ImpBacklog *backlog);
/* Files dropped on `place`; and Ctrl+V in it, where a picture or files were copied and no text. */
void imp_photo_group_serve (ImpPhotoGroup *self, GtkWidget *place);
void imp_photo_group_choose (ImpPhotoGroup *self);
/* Takes over an array of ImpAttachable. */
void imp_photo_group_add (ImpPhotoGroup *self, GPtrArray *attachables);
gboolean imp_photo_group_is_ready (ImpPhotoGroup *self);
/* For ImpRecording.attachments; borrowed. */
GPtrArray *imp_photo_group_get_prepared (ImpPhotoGroup *self);
void imp_photo_group_clear (ImpPhotoGroup *self);

G_END_DECLS
