#include "engine/model/schema/standard_word.h"

#include <algorithm>
#include <iterator>

#include "engine/model/schema/keyword.h"
#include "engine/model/schema/vocabulary.h"

namespace muster::model {
namespace {

struct Synonym {
  std::string_view word;  // normalised
  std::string_view standard;
};

constexpr Synonym kAssemblies[] = {
    {"grch38", "GRCh38"},
    {"hg38", "GRCh38"},
    {"b38", "GRCh38"},
    {"hs38", "GRCh38"},
    {"hs38d1", "GRCh38"},
    {"hs38dh", "GRCh38"},
    {"grch37", "GRCh37"},
    {"hg19", "GRCh37"},
    {"b37", "GRCh37"},
    {"hs37", "GRCh37"},
    {"hs37d5", "GRCh37"},
    {"ncbi36", "NCBI36"},
    {"hg18", "NCBI36"},
    {"b36", "NCBI36"},
    {"hs1", "T2T-CHM13v2.0"},
    {"chm13v2.0", "T2T-CHM13v2.0"},
    {"chm13v2", "T2T-CHM13v2.0"},
    {"t2t-chm13v2.0", "T2T-CHM13v2.0"},
};

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Without ".p14".
std::string_view WithoutPatch(std::string_view word) {
  const size_t patch = word.rfind(".p");
  return patch != std::string_view::npos && IsNumber(word.substr(patch + 2)) ? word.substr(0, patch) : word;
}

std::string Assembly(std::string_view word) {
  const std::string normal = NormalizeKeyword(word);
  const std::string_view release = WithoutPatch(normal);
  const auto* known = std::find_if(std::begin(kAssemblies), std::end(kAssemblies),
                                   [&](const Synonym& synonym) { return synonym.word == release; });
  return std::string(known == std::end(kAssemblies) ? word : known->standard);
}

std::string Chromosome(std::string_view word) {
  std::string normal = NormalizeKeyword(word);
  if (normal.starts_with("chr")) normal.erase(0, 3);
  if (normal == "m" || normal == "mt") return "MT";
  if (normal == "x") return "X";
  if (normal == "y") return "Y";
  return IsNumber(normal) && normal.size() <= 2 ? normal : std::string(word);
}

}  // namespace

std::string StandardWord(FieldId field, std::string_view word) {
  switch (field) {
    case field::kRunReference:
    case field::kVariantAssembly:
    case field::kFileAssembly:
      return Assembly(word);
    case field::kVariantChromosome:
      return Chromosome(word);
    default: {
      const Vocabulary* vocabulary = VocabularyOf(field);
      const std::optional<std::string_view> standard = vocabulary == nullptr ? std::nullopt : WordOf(*vocabulary, word);
      return std::string(standard.value_or(word));
    }
  }
}

}  // namespace muster::model
