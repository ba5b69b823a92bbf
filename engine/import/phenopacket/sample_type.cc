// What a sample is, from the codes of its material, its tumour's progression and its diagnosis.
#include <algorithm>
#include <string>

#include "engine/import/phenopacket/parts.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::field::kSampleType;

constexpr std::string_view kMapIt =
    "say it in the mapping: \"samples\": {\"from\": \"/biosamples/*\", \"fields\": {\"type\": "
    "\"/materialSample/label\"}}, with \"words\": {\"sample\": {\"type\": {...}}} for what each label means";
constexpr RemarkKind kTypesContradict{
    ImportProblem::Kind::kNote, "sample whose material and tumour progression contradict each other: it has no type",
    kMapIt};
constexpr RemarkKind kNoTumour{ImportProblem::Kind::kNote,
                               "tumour progression that does not say that there is a tumour: no type follows from it",
                               "nothing, if none is meant; else write a code of a tumour's progression"};
constexpr RemarkKind kUnknownDiagnosis{
    ImportProblem::Kind::kNote, "abnormal sample whose diagnosis is not known to be a tumour: its type is abnormal",
    kMapIt};
constexpr RemarkKind kUnknownMaterial{ImportProblem::Kind::kNote, "sample without a type: its material tells none",
                                      kMapIt};
constexpr RemarkKind kNoMaterial{ImportProblem::Kind::kNote,
                                 "sample without a type: a tumour's diagnosis or grade and no material, which may be "
                                 "the person's and not the sample's",
                                 kMapIt};

// A class of a sample, with its meaning.
struct ClassOfSample {
  SampleClass what;
  std::string_view id;
  std::string_view label;  // "" for a text in place of a class

  std::string Text() const {
    const std::string code = id.empty() ? std::string() : model::NormalizeCode(id);
    return label.empty() ? code : code.empty() ? std::string(label) : model::Concat({code, " ", label});
  }
};

ClassOfSample ReadSampleClass(RecordDraft& draft, Element sample, std::string_view name) {
  std::optional<Element> member = Member(sample, name);
  Array array;
  if (member.has_value() && member->get(array) == simdjson::SUCCESS) {
    member = array.begin() == array.end() ? std::nullopt : std::optional<Element>(*array.begin());
  }
  if (!member.has_value()) return {};
  const std::string_view id = model::Trim(StringOf(Member(*member, "id").value_or(*member)));
  const std::string_view label = model::Trim(StringOf(Member(*member, "label").value_or(*member)));
  const bool is_class = !IsString(*member);
  return {draft.judgements().SampleClassBy(id, label, is_class), id, is_class ? label : std::string_view()};
}

// Whether the mapping says what type samples have: then nothing has to be reported.
bool IsTypeMapped(const JsonPath& at) {
  if (at.node() == nullptr) return false;
  const auto sets_type = [](const RowRule* rule) {
    return std::any_of(rule->fields.begin(), rule->fields.end(),
                       [](const FieldRule& field) { return field.field == kSampleType; });
  };
  return std::any_of(at.node()->rows().begin(), at.node()->rows().end(), sets_type);
}

void NoteOfType(RecordDraft& draft, const RemarkKind& kind, const JsonPath& at, std::string_view member,
                const std::string& value) {
  if (IsTypeMapped(at)) return;
  draft.reporter().ReportOfEach(kind, {}, value, [&] {
    return std::pair(JsonPath(at, member).Pointer(), model::Concat({"\"", Shown(value), "\": ", kind.what}));
  });
}

// Of a material that is not known to be a tumour's.
std::string_view SampleTypeByDiagnosis(RecordDraft& draft, const JsonPath& at, Element sample,
                                       std::string_view of_material) {
  const ClassOfSample diagnosis = ReadSampleClass(draft, sample, "histologicalDiagnosis");
  const ClassOfSample grade = ReadSampleClass(draft, sample, "tumorGrade");
  const bool tumour = grade.what.is_given || diagnosis.what.neoplasm;
  if (of_material == "abnormal") {
    if (tumour) return "tumour";
    if (diagnosis.what.is_given && !diagnosis.what.label_denies) {
      NoteOfType(draft, kUnknownDiagnosis, at, "histologicalDiagnosis", diagnosis.Text());
    }
  } else if (of_material.empty() && tumour) {
    const bool diagnosed = diagnosis.what.is_given;
    NoteOfType(draft, kNoMaterial, at, diagnosed ? "histologicalDiagnosis" : "tumorGrade",
               diagnosed ? diagnosis.Text() : grade.Text());
  }
  return of_material;
}

std::string_view SampleTypeOf(RecordDraft& draft, const JsonPath& at, Element sample, std::string_view status) {
  const ClassOfSample material = ReadSampleClass(draft, sample, status);
  const ClassOfSample progression = ReadSampleClass(draft, sample, "tumorProgression");
  const std::string_view of_material = material.what.type;
  const bool denied = progression.what.is_given && progression.what.no_progression;
  if (progression.what.is_given) {
    // A neoplasm may be benign; else neither is certain where one stands against the other.
    if (of_material == (denied ? "tumour" : "reference") && !(denied && progression.what.benign)) {
      NoteOfType(draft, kTypesContradict, at, "tumorProgression",
                 model::Concat({material.Text(), " and ", progression.Text()}));
      return {};
    }
    if (!denied) return "tumour";
    if (of_material.empty() || of_material == "abnormal") {
      NoteOfType(draft, kNoTumour, at, "tumorProgression", progression.Text());
    }
  }
  if (of_material == "tumour" || of_material == "reference") return of_material;
  const std::optional<Element> control = Member(sample, "isControlSample");
  if (of_material.empty() && control.has_value() && BoolOf(*control) == true) return "reference";
  if (of_material.empty() && material.what.is_given) {
    NoteOfType(draft, kUnknownMaterial, at, status, material.Text());
    return {};
  }
  return SampleTypeByDiagnosis(draft, at, sample, of_material);
}

}  // namespace

void SetSampleType(RecordDraft& draft, uint32_t row, const JsonPath& at, Element sample, std::string_view status) {
  const std::string_view type = SampleTypeOf(draft, at, sample, status);
  if (!type.empty()) draft.SetKeyword(row, kSampleType, type);
}

}  // namespace muster::import
