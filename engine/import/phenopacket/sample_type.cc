// What a sample is, from the codes of its material, its tumour's progression and its diagnosis.
#include <algorithm>
#include <iterator>
#include <string>

#include "engine/import/phenopacket/parts.h"
#include "engine/model/codes/neoplasm.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::field::kSampleType;

constexpr std::string_view kMapIt =
    "say it in the mapping: \"samples\": {\"from\": \"/biosamples/*\", \"fields\": {\"type\": "
    "\"/materialSample/label\"}}, "
    "with \"words\": {\"sample\": {\"type\": {...}}} for what each label means";
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

// A code and its label; both empty where nothing is said.
struct SampleClass {
  std::string code;
  std::string_view label;

  bool said() const { return !code.empty() || !label.empty(); }
  std::string Text() const {
    return label.empty() ? code : code.empty() ? std::string(label) : model::Concat({code, " ", label});
  }
};

SampleClass SampleClassOf(const RecordDraft& draft, Element sample, std::string_view name) {
  std::optional<Element> member = Member(sample, name);
  Array array;
  if (member.has_value() && member->get(array) == simdjson::SUCCESS) {
    member = array.begin() == array.end() ? std::nullopt : std::optional<Element>(*array.begin());
  }
  if (!member.has_value()) return {};
  const std::string_view id = model::Trim(StringOf(Member(*member, "id").value_or(*member)));
  const std::string_view label = model::Trim(StringOf(Member(*member, "label").value_or(*member)));
  if ((!id.empty() && draft.rules().IsMissingCode(id)) || (!label.empty() && draft.rules().IsMissing(label))) {
    return {};
  }
  return {id.empty() ? std::string() : model::NormalizeCode(id), IsString(*member) ? std::string_view() : label};
}

// The type that the label names: "Primary Tumor", "Normal Tissue Sample", "Tumor Tissue".
std::string_view SampleTypeOfLabel(std::string_view label) {
  const model::Vocabulary& types = *model::VocabularyOf(kSampleType);
  std::string text = model::NormalizeVocabulary(label);
  for (int i = 0; i < 3 && !text.empty(); ++i) {
    if (const std::optional<std::string_view> word = model::WordOf(types, text)) return *word;
    const size_t blank = text.rfind(' ');
    if (blank == text.npos) break;
    const std::string_view last = std::string_view(text).substr(blank + 1);
    if (last != "sample" && last != "tissue" && last != "specimen" && last != "biopsy") break;
    text.resize(blank);
  }
  return {};
}

std::string_view SampleTypeOfMaterial(const SampleClass& material) {
  struct Meaning {
    std::string_view code;
    std::string_view type;
  };
  constexpr Meaning kCodes[] = {
      {"EFO:0009654", "reference"},   // reference sample
      {"EFO:0009655", "abnormal"},    // abnormal sample
      {"EFO:0009656", "tumour"},      // neoplastic sample, and what is below it:
      {"EFO:0010941", "tumour"},      // metastasis sample
      {"EFO:0010942", "tumour"},      // primary tumor sample
      {"EFO:0010943", "tumour"},      // recurrent tumor sample
      {"EFO:0030035", "tumour"},      // cancer cell line sample
      {"NCIT:C162623", "reference"},  // Normal Tissue Sample
  };
  const auto* found =
      std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Meaning& m) { return m.code == material.code; });
  return found != std::end(kCodes) ? found->type : SampleTypeOfLabel(material.label);
}

constexpr std::string_view kBenign = "NCIT:C14172";

// Codes of what is normal, benign or not found, also where the label is left out.
bool ProgressionDeniesTumour(const SampleClass& progression) {
  constexpr std::string_view kCodes[] = {"NCIT:C14165",    kBenign,           "NCIT:C38757",      "NCIT:C94299",
                                         "EFO:0009654",    "SNOMED:17621005", "SNOMED:260415000", "SNOMED:260385009",
                                         "SNOMED:30807003"};
  return std::find(std::begin(kCodes), std::end(kCodes), progression.code) != std::end(kCodes) ||
         model::DeniesTumour(progression.label) || SampleTypeOfLabel(progression.label) == "reference";
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
  const SampleClass diagnosis = SampleClassOf(draft, sample, "histologicalDiagnosis");
  const bool graded = SampleClassOf(draft, sample, "tumorGrade").said();
  const bool tumour = graded || model::IsNeoplasm(diagnosis.code, diagnosis.label);
  if (of_material == "abnormal") {
    if (tumour) return "tumour";
    if (diagnosis.said() && !model::DeniesTumour(diagnosis.label)) {
      NoteOfType(draft, kUnknownDiagnosis, at, "histologicalDiagnosis", diagnosis.Text());
    }
  } else if (of_material.empty() && tumour) {
    NoteOfType(draft, kNoMaterial, at, diagnosis.said() ? "histologicalDiagnosis" : "tumorGrade",
               diagnosis.said() ? diagnosis.Text() : SampleClassOf(draft, sample, "tumorGrade").Text());
  }
  return of_material;
}

std::string_view SampleTypeOf(RecordDraft& draft, const JsonPath& at, Element sample, std::string_view status) {
  const SampleClass material = SampleClassOf(draft, sample, status);
  const SampleClass progression = SampleClassOf(draft, sample, "tumorProgression");
  const std::string_view of_material = SampleTypeOfMaterial(material);
  const bool denied = progression.said() && ProgressionDeniesTumour(progression);
  if (progression.said()) {
    // A neoplasm may be benign; else neither is certain where one stands against the other.
    const bool benign =
        model::ToLower(progression.label).find("benign") != std::string::npos || progression.code == kBenign;
    if (of_material == (denied ? "tumour" : "reference") && !(denied && benign)) {
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
  if (of_material.empty() && material.said()) {
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
