// Two rules that make rows of one term from the same element.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TWO_RULES_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TWO_RULES_H_

#include <cstddef>

#include "engine/import/mapping/json_path.h"
#include "engine/import/record/draft/record_draft.h"

namespace muster::import {

/// Notes two diseases or features of one term that rules have made of the element at `at`, from row `begin` on, and
/// that no time tells apart: both count. Equal ones are left out, as they will be one.
void NoteMadeTwice(RecordDraft& draft, const JsonPath& at, size_t begin);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TWO_RULES_H_
