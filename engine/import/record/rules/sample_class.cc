#include "engine/import/record/rules/sample_class.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "engine/model/codes/neoplasm.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/schema.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// The type that the label names: "Primary Tumor", "Normal Tissue Sample", "Tumor Tissue".
std::string_view SampleTypeOfLabel(std::string_view label) {
  const model::Vocabulary& types = *model::VocabularyOf(model::field::kSampleType);
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

std::string_view SampleTypeOfMaterial(std::string_view code, std::string_view label) {
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
      std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Meaning& m) { return m.code == code; });
  return found != std::end(kCodes) ? found->type : SampleTypeOfLabel(label);
}

constexpr std::string_view kBenign = "NCIT:C14172";

// Codes of what is normal, benign or not found, also where the label is left out.
bool ProgressionDeniesTumour(std::string_view code, std::string_view label) {
  constexpr std::string_view kCodes[] = {"NCIT:C14165",    kBenign,           "NCIT:C38757",      "NCIT:C94299",
                                         "EFO:0009654",    "SNOMED:17621005", "SNOMED:260415000", "SNOMED:260385009",
                                         "SNOMED:30807003"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes) || model::DeniesTumour(label) ||
         SampleTypeOfLabel(label) == "reference";
}

}  // namespace

SampleClass SampleClassOf(const WordRules& rules, std::string_view id, std::string_view label, bool is_class) {
  SampleClass found;
  if ((!id.empty() && rules.IsMissingCode(id)) || (!label.empty() && rules.IsMissing(label))) return found;
  const std::string code = id.empty() ? std::string() : model::NormalizeCode(id);
  if (!is_class) label = {};
  found.is_given = !code.empty() || !label.empty();
  found.type = SampleTypeOfMaterial(code, label);
  found.no_progression = ProgressionDeniesTumour(code, label);
  found.benign = model::ToLower(label).find("benign") != std::string::npos || code == kBenign;
  found.neoplasm = model::IsNeoplasm(code, label);
  found.label_denies = model::DeniesTumour(label);
  return found;
}

}  // namespace muster::import
