/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file that will be recorded. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-attachable.h"

G_BEGIN_DECLS

/* Shows it small, with its name, and a button that takes it out again.
 *
 * ImpPhotoRow::removed: that button was pressed. */
#define IMP_TYPE_PHOTO_ROW (imp_photo_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpPhotoRow, imp_photo_row, IMP, PHOTO_ROW, AdwActionRow)

GtkWidget *imp_photo_row_new (const ImpPrepared *prepared);

G_END_DECLS
