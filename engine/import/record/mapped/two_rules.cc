#include "engine/import/record/mapped/two_rules.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMadeTwice{
    ImportProblem::Kind::kNote, "element of which two rules make a disease or feature of one term: both count",
    "give one rule what the other reads, as both may have fields; or let \"when\" of the two exclude each other",
    RemarkPlace::kFirst};

const model::Value* TermOf(const model::Row& row) {
  if (row.entity == model::Entity::kDisease) return row.Find(model::field::kDiseaseTerm);
  return row.entity == model::Entity::kPhenotype ? row.Find(model::field::kPhenotypeTerm) : nullptr;
}

// Whether a field of both has two times.
bool HaveTwoTimes(const model::Row& one, const model::Row& other) {
  for (const model::FieldValue& value : one.values) {
    if (!std::holds_alternative<model::TimeValue>(value.value)) continue;
    const model::Value* same = other.Find(value.field);
    if (same != nullptr && *same != value.value) return true;
  }
  return false;
}

}  // namespace

void NoteMadeTwice(RecordDraft& draft, const JsonPath& at, size_t begin) {
  const std::vector<model::Row>& rows = draft.record().rows;
  for (size_t i = begin; i < rows.size(); ++i) {
    const model::Value* const term = TermOf(rows[i]);
    for (size_t k = i + 1; term != nullptr && k < rows.size(); ++k) {
      const model::Value* const other = TermOf(rows[k]);
      if (other == nullptr || *other != *term || rows[k].entity != rows[i].entity) continue;
      if (rows[k].excluded != rows[i].excluded || rows[k].values == rows[i].values) continue;
      if (HaveTwoTimes(rows[i], rows[k])) continue;
      const std::string_view code = draft.dictionary().Text(std::get<model::Symbol>(*term));
      return draft.reporter().ReportOfEach(kMadeTwice, at.Path(), code, [&] {
        return std::pair(at.Pointer(), model::Concat({"two rules make ", code, " of it"}));
      });
    }
  }
}

}  // namespace muster::import
