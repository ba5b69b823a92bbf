#include "engine/import/record/rules/allelic_state.h"

#include <string>
#include <string_view>
#include <utility>

#include "engine/import/record/draft/record_draft.h"
#include "engine/model/codes/zygosity.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kZygosity{ImportProblem::Kind::kNote, "allelic state by another code or a word, taken as GENO's",
                               "nothing, if what each is taken as is what was meant"};

constexpr RemarkKind kNoVariant{
    ImportProblem::Kind::kKeptOnly, "genotype or word that says that there is no variant: none is made",
    "nothing, if it stands for people who do not have it; a value that means one is written otherwise, such as 0/1 or "
    "\"heterozygous\""};

}  // namespace

bool IsNoVariant(RecordDraft& draft, const JsonPath& at, Element value) {
  std::string text = ScalarText(value).value_or("");
  for (const std::string_view member : {"id", "label", "valueId", "symbol"}) {
    if (model::Trim(text).empty() && IsObject(value)) text = MemberText(value, member);
  }
  if (text.empty() || draft.rules().IsMissing(text) || !model::SaysNoVariant(text)) return false;
  draft.reporter().ReportOfEach(kNoVariant, at.Path(), text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" says that there is no variant"}));
  });
  return true;
}

bool SetAllelicState(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  const std::string_view id = StringOf(Member(value, "id").value_or(value));
  const std::string_view label =
      IsString(value) ? std::string_view() : StringOf(Member(value, "label").value_or(value));
  const model::Zygosity* state = model::ZygosityOf(id.find(':') == id.npos ? id : model::NormalizeCode(id));
  if (state == nullptr && model::Trim(id).empty()) state = model::ZygosityOf(label);
  if (state == nullptr) return false;
  const std::string_view written = model::Trim(id).empty() ? label : id;
  draft.reporter().ReportOfEach(kZygosity, {}, written, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(written), "\" is taken as ", state->code}));
  });
  if (const auto symbol = draft.InternCode(at, state->code, state->label, /*needs_system=*/true)) {
    draft.SetValue(row, model::field::kVariantAllelicState, at, value, *symbol);
  }
  return true;
}

}  // namespace muster::import
