// Values that no field takes: the rows that the mapping makes of them, and what is kept of the rest.
#include <cstddef>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/draft/unread_status.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/record/mapped/observed.h"

namespace muster::import {

void RecordDraft::Keep(const JsonPath& at, Element value) {
  if (IsEmpty(value)) return;
  if (at.node() == nullptr) {
    if (!of_table_) NoteUnreadStatus(*this, at, at.key(), value);
    KeepAsIs(at, value);
    return;
  }
  // The rows that the mapping makes here are the ones around what stands below. A field may take the element itself.
  JsonPath here(at);
  if (!at.node()->rows().empty()) MakeMappedRows(*this, here, value);
  if (!at.node()->taken()) KeepBelow(here, value);
}

void RecordDraft::KeepBelow(const JsonPath& at, Element value) {
  Object object;
  Array array;
  if (value.get(object) == simdjson::SUCCESS) {
    JsonPath here(at);
    LookAtTextsBelow(*this, here, value);
    for (const auto field : object) Keep(JsonPath(here, field.key), field.value);
  } else if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) Keep(JsonPath(at, index++), element);
  } else {
    if (!of_table_) NoteUnreadStatus(*this, at, at.key(), value);
    KeepAsIs(at, value);
  }
}

}  // namespace muster::import
