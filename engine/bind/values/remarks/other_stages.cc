#include "engine/bind/values/remarks/other_stages.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/codes/stage_text.h"

namespace muster::bind {
namespace {

bool IsOfStages(model::FieldId field) {
  return field == model::field::kDiseaseStage || field == model::field::kSampleStage ||
         field == model::field::kDiseaseTnm || field == model::field::kSampleTnm;
}

bool IsText(std::string_view value) { return value.find(':') == value.npos; }

// Of a text itself, of a code by what it is called.
std::string StageOfValue(const CatalogueView& view, std::string_view value) {
  return model::StageIn(IsText(value) ? std::string(value) : view.terminology().Label(value));
}

}  // namespace

void WarnOfOtherStages(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                       std::string_view code, model::FieldId field, const model::SymbolList& reached,
                       const model::SymbolList& values) {
  if (!IsOfStages(field) || view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const std::string stage = StageOfValue(view, code);
  if (stage.empty() && IsText(code)) return;
  constexpr size_t kMostNamed = 12;
  std::vector<std::string> named;
  std::vector<model::Symbol> others;
  for (const model::Symbol symbol : values) {
    if (reached.Contains(symbol)) continue;
    const std::string_view value = view.dictionary().Text(symbol);
    const std::string other = StageOfValue(view, value);
    const bool is_it = stage.empty()     ? IsText(value) && !other.empty()
                       : literal.exactly ? other == stage
                                         : !other.empty() && model::IsStageOf(other, stage);
    if (!is_it) continue;
    others.push_back(symbol);
    if (named.size() < kMostNamed) {
      named.push_back(IsText(value) ? absl::StrCat("\"", std::string(value), "\"") : std::string(value));
    }
  }
  if (others.empty()) return;
  const auto rows = view.counts().WithValue(field, model::SymbolList(others));
  if (!rows.ok()) return reporter->Fail(rows.status());
  if (*rows == 0) return;
  const model::EntityInfo& info = model::Info(model::Info(field).entity);
  const std::string list = absl::StrCat(absl::StrJoin(named, ", "), named.size() < others.size() ? ", ..." : "");
  const std::string of = absl::StrCat(*rows, " ", std::string(*rows == 1 ? info.name : info.plural));
  if (stage.empty()) {
    reporter->Note(literal.span, "other-stages",
                   absl::StrCat("what ", std::string(code), " is called is not known here, and ", of,
                                *rows == 1 ? " has" : " have", " a text in its place: ", list),
                   {absl::StrCat("ask for those that it stands for as well: in (", std::string(code), ", \"...\")")});
    return;
  }
  const std::string asked = IsText(code) ? absl::StrCat("\"", std::string(code), "\"") : std::string(code);
  reporter->Warn(literal.span, "other-stages",
                 absl::StrCat(of, *rows == 1 ? " has " : " have ", stage, " in another way or a part of it, which ",
                              asked, " does not mean: ", list),
                 {absl::StrCat("in (", asked, ", ", list, ") asks for all of them")});
}

}  // namespace muster::bind
