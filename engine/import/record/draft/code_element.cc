// Ontology classes, and codes that stand there as texts.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/codes/dagger_code.h"
#include "engine/model/codes/register_code.h"
#include "engine/model/codes/stage_text.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::FieldId;
using model::Symbol;

constexpr RemarkKind kOtherSpelling{ImportProblem::Kind::kNote, "code written otherwise than usual",
                                    "nothing, if what each is taken as is what was meant: --report FILE has all"};
constexpr RemarkKind kNoPrefix{
    ImportProblem::Kind::kNote, "code without a code system",
    "put it before the code in the source, or with \"prefix\": \"ICD10:\" of the table's column in the mapping"};
constexpr RemarkKind kDanish{
    ImportProblem::Kind::kNote,
    "code of ICD-10 behind a D, as Denmark's registers write it: no question for the code finds it",
    "take the D off in the source (DE119 is E11.9), and the letters of SKS behind the code, and give the column the "
    "\"prefix\": \"ICD10:\""};
constexpr RemarkKind kSeveralCodes{ImportProblem::Kind::kNote,
                                   "several codes in one text, taken as one that nobody has",
                                   "let the table's column say how it is split, and the rule take each: \"split\": "
                                   "\";\", and \"from\": \"/t/*/icd/*\" with \"term\": \"\"; elsewhere write a class "
                                   "for each code"};
constexpr RemarkKind kWordsAround{
    ImportProblem::Kind::kNote, "code with words around it, taken as a text that is no code",
    "put the words into a column of their own, and name it by \"label\" of the code's column; in JSON write "
    "{\"id\": \"HP:0001250\", \"label\": \"Seizure\"}"};
constexpr RemarkKind kWrongDigit{
    ImportProblem::Kind::kNote, "code whose check digit does not fit: another digit of it is wrong",
    "correct it in the source; where ids of SNOMED end in zeros a spreadsheet has rounded them, and several may have "
    "become one: export the column as text"};
constexpr RemarkKind kDescription{
    ImportProblem::Kind::kNote, "id of a description of SNOMED CT, a term of a concept, and no concept",
    "export the concept's id (conceptId), not that of the term (termId, descriptionId): no question for the concept "
    "finds it"};
constexpr RemarkKind kDagger{ImportProblem::Kind::kNote,
                             "code of ICD-10 with the letter of a dagger (D) or an asterisk (A), which is taken off",
                             "nothing, if they are written as England's hospitals do; if an A says that a diagnosis "
                             "was excluded, import its rows as a table of their own, without those that have a D"};
constexpr RemarkKind kDoubtful{
    ImportProblem::Kind::kKeptOnly, "diagnosis whose mark says that it is excluded, suspected or past, not taken",
    "write excluded ones (A) as \"excluded\": true, and let the mapping say what becomes of suspected (V) and past (Z) "
    "ones; or take the mark off, also an A that stands for an asterisk (H360A) beside codes without a dagger's D"};

}  // namespace

std::optional<Symbol> RecordDraft::ReadCode(const JsonPath& at, Element value, std::optional<model::Interval>* onset) {
  std::string_view id;
  std::string_view label;
  if (IsString(value)) {
    id = StringOf(value);
    if (id.empty()) return std::nullopt;
    if (id.find(':') == std::string_view::npos || id.find(' ') != std::string_view::npos) {
      KeepUnreadable(at, value, kNoClass);
      return std::nullopt;
    }
    reporter_.CountNote("code without a class around it");
  } else {
    Object object;
    if (value.get(object) != simdjson::SUCCESS) {
      KeepUnreadable(at, value, kNoClass);
      return std::nullopt;
    }
    bool others = false;
    for (const auto field : object) {
      if (field.key == "id") {
        id = StringOf(field.value);
      } else if (field.key == "label") {
        label = StringOf(field.value);
      } else {
        others = true;
      }
    }
    if (model::Trim(id).empty() || id.size() > kMaxCodeBytes) {
      if (!IsEmpty(value)) {
        KeepUnreadable(at, value, id.size() > kMaxCodeBytes ? kLongCode : kNoClassId);
      }
      return std::nullopt;
    }
    if (others) {
      for (const auto field : object) {
        if (field.key != "id" && field.key != "label") Keep(JsonPath(at, field.key), field.value);
      }
    }
  }
  const std::optional<Symbol> code = InternCode(at, id, label, /*needs_system=*/true, onset);
  if (!code.has_value()) KeepAsIs(at, value);
  return code;
}

std::string_view RecordDraft::WithoutDagger(const JsonPath& at, std::string_view id) {
  const std::string_view local = id.substr(id.find(':') + 1);
  if (!model::IsDaggerOrAsterisk(local) || (local.back() == 'A' && !model::IsOfAsterisks(local))) return id;
  const std::string path = at.Path();
  if (std::find(dagger_paths_->begin(), dagger_paths_->end(), path) == dagger_paths_->end()) return id;
  const std::string_view code = id.substr(0, id.size() - 1);
  reporter_.ReportOfEach(kDagger, path, id, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" is taken as \"", Shown(code), "\""}));
  });
  return code;
}

std::optional<Symbol> RecordDraft::InternCode(const JsonPath& at, std::string_view id, std::string_view label,
                                              bool needs_system, std::optional<model::Interval>* onset) {
  if (model::Trim(id).empty() || id.size() > kMaxCodeBytes) return std::nullopt;
  if (label.size() > kMaxTextBytes) label = {};
  if (dagger_paths_ != nullptr) id = WithoutDagger(at, id);
  const Symbols::Code code = symbols_.OfCode(id, label);
  if (code.missing) {
    CountMissing(at, id);
    return std::nullopt;
  }
  if (code.doubtful != 0) {
    reporter_.ReportOfEach(kDoubtful, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"the mark \"", std::string(1, code.doubtful), "\" of \"", Shown(id),
                                                    "\" says that this ",
                                                    code.doubtful == 'A'   ? "was excluded"
                                                    : code.doubtful == 'V' ? "was suspected"
                                                                           : "is past"}));
    });
    return std::nullopt;
  }
  if (code.several) {
    reporter_.ReportOfEach(kSeveralCodes, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id),
                                                    "\" is several codes, and no question for one of them finds it"}));
    });
  } else if (code.words) {
    reporter_.ReportOfEach(kWordsAround, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"no question for the code finds \"", Shown(id), "\""}));
    });
  } else if (needs_system && !code.prefixed && model::LooksLikeDanishIcd10(id)) {
    reporter_.ReportOfEach(kDanish, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" may be \"ICD10:", id.substr(1, 3), ".",
                                                    id.substr(4, 1), "\" behind a D"}));
    });
  } else if (needs_system && !code.prefixed) {
    reporter_.ReportOfEach(kNoPrefix, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" does not say of which code system it is"}));
    });
  }
  if (code.wrong_digit) {
    reporter_.ReportOfEach(kWrongDigit, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"no code is \"", Shown(id), "\": its last digit follows from the ",
                                                    "others, and here it does not"}));
    });
  }
  if (code.description) {
    reporter_.ReportOfEach(kDescription, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" is a term of a concept, and no concept"}));
    });
  }
  if (code.corrected) {
    reporter_.ReportOfEach(kOtherSpelling, {}, id, [&] {
      return std::pair(at.Pointer(),
                       model::Concat({"the code \"", id, "\" is taken as \"", model::NormalizeCode(id), "\""}));
    });
  }
  if (code.new_label)
    symbols_.labels().SetPlace(reporter_.file(), reporter_.record(), reporter_.line(), reporter_.id());
  if (onset != nullptr) *onset = *code.onset;
  return code.symbol;
}

bool RecordDraft::SetStageText(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  const bool stage = field == model::field::kDiseaseStage || field == model::field::kSampleStage;
  if (!stage && field != model::field::kDiseaseTnm && field != model::field::kSampleTnm) return false;
  std::string_view text = StringOf(value);
  if (IsObject(value)) {
    text = StringOf(Member(value, "id").value_or(value));
    if (model::Trim(text).empty()) text = StringOf(Member(value, "label").value_or(value));
  }
  if (text.empty() || text.size() > kMaxCodeBytes || text.find(':') != text.npos) return false;
  std::vector<std::string> parts = stage ? std::vector{model::StageOf(text)} : model::TnmOf(text);
  if (parts.empty() || parts.front().empty()) return false;
  for (const std::string& part : parts) Put(row_index, field, at, &value, symbols_.OfCode(part, {}).symbol);
  if (parts.size() > 1 || parts.front() != text) {
    reporter_.ReportOfEach(kOtherSpelling, {}, text, [&] {
      std::string taken;
      for (const std::string& part : parts) taken.append(taken.empty() ? "\"" : ", \"").append(part).append("\"");
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" is taken as ", taken}));
    });
  }
  return true;
}

bool RecordDraft::SetCode(uint32_t row_index, FieldId field, const JsonPath& at, Element value) {
  if (field == model::field::kCauseOfDeath) {
    const std::string_view id = StringOf(IsObject(value) ? Member(value, "id").value_or(value) : value);
    if (model::IsNoCauseOfDeath(id)) {
      KeepMissing(at, value, id);
      return false;
    }
  }
  if (SetStageText(row_index, field, at, value)) return true;
  if (MayDeny(field)) {
    const std::string_view label =
        IsString(value) ? std::string_view() : StringOf(Member(value, "label").value_or(value));
    if (IsDenial(field, at, StringOf(Member(value, "id").value_or(value)), label, row(row_index).excluded)) {
      KeepAsIs(at, value);
      return false;
    }
  }
  const std::optional<Symbol> symbol = ReadCode(at, value);
  return symbol.has_value() && Put(row_index, field, at, &value, *symbol);
}

bool RecordDraft::SetCodes(uint32_t row_index, FieldId field, const JsonPath& at, Element values) {
  bool any = false;
  ForEachElement(*this, at, values,
                 [&](const JsonPath& place, Element value) { any = SetCode(row_index, field, place, value) || any; });
  return any;
}

}  // namespace muster::import
