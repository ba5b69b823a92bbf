#include "engine/import/record/draft/allelic_state.h"

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

constexpr RemarkKind kNotCalled{
    ImportProblem::Kind::kKeptOnly, "word that says that no result is there, in place of a variant: none is made",
    "nothing, if the result is not known; once it is, write it in the source: until then the person counts among those "
    "of whom no variant is recorded"};

constexpr RemarkKind kContradiction{ImportProblem::Kind::kNote,
                                    "allelic state of which one of id and label says that there is no variant, and the "
                                    "other which one: the id counts",
                                    "find out which of the two was meant, and correct the other in the source"};

// GENO's codes of reference and wild type, in whatever spelling, or a word.
bool SaysNone(RecordDraft& draft, std::string_view text) {
  if (text.empty() || draft.rules().IsMissing(text)) return false;
  if (text.ends_with("0000036") || text.ends_with("0000501")) return model::SaysNoVariant(model::NormalizeCode(text));
  return model::SaysNoVariant(text);
}

bool IsTextOfState(std::string_view text) {
  const std::string code = text.find(':') == text.npos ? std::string(text) : model::NormalizeCode(text);
  return model::ZygosityOf(code) != nullptr || model::IsZygosity(code);
}

// Whether id and label contradict each other. `denying` is set to the name of the one that says that there is no
// variant.
bool IsContradiction(RecordDraft& draft, const JsonPath& at, Element value, std::string_view denying) {
  if (denying != "id" && denying != "label") return false;
  const bool by_id = denying == "id";
  if (!IsTextOfState(MemberText(value, by_id ? "label" : "id"))) return false;
  draft.reporter().ReportOfEach(kContradiction, at.Path(), MemberText(value, denying), [&] {
    return std::pair(at.Pointer(), model::Concat({"the id is \"", Shown(MemberText(value, "id")), "\" and the label \"",
                                                  Shown(MemberText(value, "label")),
                                                  by_id ? "\": no variant is made" : "\": a variant is made"}));
  });
  return true;
}

void ReportNone(RecordDraft& draft, const JsonPath& at, std::string_view text) {
  const bool unknown = model::SaysNotCalled(text);
  draft.reporter().ReportOfEach(unknown ? kNotCalled : kNoVariant, at.Path(), text, [&] {
    return std::pair(at.Pointer(),
                     model::Concat({"\"", Shown(text),
                                    unknown ? "\" says that no result is there" : "\" says that there is no variant"}));
  });
}

}  // namespace

bool IsNoVariant(RecordDraft& draft, const JsonPath& at, Element value) {
  std::string text = ScalarText(value).value_or("");
  std::string_view denying;
  if (IsObject(value)) {
    for (const std::string_view member : {"id", "label", "valueId", "symbol"}) {
      text = MemberText(value, member);
      denying = member;
      if (SaysNone(draft, text)) break;
    }
  }
  if (!SaysNone(draft, text)) return false;
  if (IsContradiction(draft, at, value, denying)) return denying == "id";
  ReportNone(draft, at, text);
  return true;
}

bool IsAllelicState(Element value) {
  if (!IsObject(value)) return IsTextOfState(ScalarText(value).value_or(""));
  return IsTextOfState(MemberText(value, "id")) || IsTextOfState(MemberText(value, "label"));
}

void ReportNoVariant(RecordDraft& draft, const JsonPath& at, Element value) {
  const std::optional<std::string> text = ScalarText(value);
  if (text.has_value() && !draft.rules().IsMissing(*text)) ReportNone(draft, at, *text);
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
