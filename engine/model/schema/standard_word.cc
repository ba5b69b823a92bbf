#include "engine/model/schema/standard_word.h"

#include <algorithm>
#include <iterator>

#include "engine/model/schema/keyword.h"
#include "engine/model/schema/vocabulary.h"

namespace muster::model {
namespace {

struct Synonym {
  std::string_view word;  // in lower case; of an assembly without blanks, hyphens and underscores
  std::string_view standard;
};

constexpr Synonym kAssemblies[] = {
    {"grch38", "GRCh38"},
    {"hg38", "GRCh38"},
    {"38", "GRCh38"},
    {"build38", "GRCh38"},
    {"ncbi38", "GRCh38"},
    {"grch38/hg38", "GRCh38"},
    {"hg38/grch38", "GRCh38"},
    {"b38", "GRCh38"},
    {"hs38", "GRCh38"},
    {"hs38d1", "GRCh38"},
    {"hs38dh", "GRCh38"},
    {"grch37", "GRCh37"},
    {"hg19", "GRCh37"},
    {"hg37", "GRCh37"},
    {"humang1kv37", "GRCh37"},
    {"37", "GRCh37"},
    {"build37", "GRCh37"},
    {"ncbi37", "GRCh37"},
    {"grch37/hg19", "GRCh37"},
    {"hg19/grch37", "GRCh37"},
    {"b37", "GRCh37"},
    {"hs37", "GRCh37"},
    {"hs37d5", "GRCh37"},
    {"ncbi36", "NCBI36"},
    {"hg18", "NCBI36"},
    {"b36", "NCBI36"},
    {"hs1", "T2T-CHM13v2.0"},
    {"chm13v2.0", "T2T-CHM13v2.0"},
    {"chm13v2", "T2T-CHM13v2.0"},
    {"t2tchm13v2.0", "T2T-CHM13v2.0"},
};

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Without ".p14".
std::string_view WithoutPatch(std::string_view word) {
  const size_t patch = word.rfind(".p");
  return patch != std::string_view::npos && IsNumber(word.substr(patch + 2)) ? word.substr(0, patch) : word;
}

// NCBI's accessions of the human assembly, whose versions are releases and patches: from 13 (RefSeq) or 1 (GenBank) on
// GRCh37, from 26 or 15 on GRCh38.
std::string_view AssemblyOfAccession(std::string_view word) {
  const bool refseq = word.starts_with("gcf000001405.");
  if (!refseq && !word.starts_with("gca000001405.")) return {};
  word.remove_prefix(13);
  if (!IsNumber(word) || word.size() > 2) return {};
  const int version = word.size() == 1 ? word[0] - '0' : (word[0] - '0') * 10 + word[1] - '0';
  if (version >= (refseq ? 26 : 15)) return "GRCh38";
  return version >= (refseq ? 13 : 1) ? std::string_view("GRCh37") : std::string_view();
}

std::string Assembly(std::string_view word) {
  std::string normal = NormalizeKeyword(word);
  std::erase_if(normal, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  if (const std::string_view named = AssemblyOfAccession(normal); !named.empty()) return std::string(named);
  const std::string_view release = WithoutPatch(normal);
  const auto* known = std::find_if(std::begin(kAssemblies), std::end(kAssemblies),
                                   [&](const Synonym& synonym) { return synonym.word == release; });
  return std::string(known == std::end(kAssemblies) ? word : known->standard);
}

// Of the human chromosomes: what RefSeq and GenBank call them, in all versions.
std::string ChromosomeOfAccession(std::string_view word) {
  word = word.substr(0, word.find('.'));
  if (word == "nc_012920" || word == "nc_001807" || word == "j01415") return "MT";
  size_t number = 0;
  if (word.starts_with("nc_0000") && word.size() == 9 && IsNumber(word.substr(7))) {
    number = static_cast<size_t>((word[7] - '0') * 10 + word[8] - '0');
  } else if (word.starts_with("cm0006") && word.size() == 8 && IsNumber(word.substr(6))) {
    number = static_cast<size_t>((word[6] - '0') * 10 + word[7] - '0') - 62;  // CM000663 is chromosome 1
  }
  if (number == 0 || number > 24) return "";
  return number == 23 ? "X" : number == 24 ? "Y" : std::to_string(number);
}

std::string Chromosome(std::string_view word) {
  std::string normal = NormalizeKeyword(word);
  if (std::string named = ChromosomeOfAccession(normal); !named.empty()) return named;
  std::string_view name = normal;
  for (const std::string_view prefix : {"chromosome", "chrom", "chr"}) {
    if (!name.starts_with(prefix)) continue;
    name.remove_prefix(prefix.size());
    break;
  }
  while (name.starts_with(' ') || name.starts_with('.') || name.starts_with('_')) name.remove_prefix(1);
  if (name == "m" || name == "mt" || name == "mito" || name == "mitochondrion") return "MT";
  if (name == "x") return "X";
  if (name == "y") return "Y";
  if (!IsNumber(name) || name.size() > 2) return std::string(word);
  if (name.starts_with('0')) name.remove_prefix(1);
  // PLINK's numbers; its 25 is the part that X and Y have in common, and no chromosome.
  if (name == "23") return "X";
  if (name == "24") return "Y";
  if (name == "26") return "MT";
  return std::string(name);
}

// Roles in a family, in lower case. That of a sister stays: who asks for siblings may want to know.
constexpr Synonym kRoles[] = {
    {"proband", "proband"},
    {"index", "proband"},
    {"index case", "proband"},
    {"index patient", "proband"},
    {"indexpatient", "proband"},
    {"indexfall", "proband"},
    {"propositus", "proband"},
    {"proposita", "proband"},
    {"probandus", "proband"},
    {"probando", "proband"},
    {"probanda", "proband"},
    {"cas index", "proband"},
    {"caso indice", "proband"},
    {"caso índice", "proband"},
    {"self", "proband"},  // GREGoR's relationship to the proband
    {"mutter", "mother"},
    {"mum", "mother"},
    {"mom", "mother"},
    {"mère", "mother"},
    {"mere", "mother"},
    {"madre", "mother"},
    {"moeder", "mother"},
    {"anya", "mother"},
    {"mother of proband", "mother"},
    {"mother of the proband", "mother"},
    {"biological mother", "mother"},
    {"vater", "father"},
    {"dad", "father"},
    {"père", "father"},
    {"pere", "father"},
    {"padre", "father"},
    {"vader", "father"},
    {"apa", "father"},
    {"father of proband", "father"},
    {"father of the proband", "father"},
    {"biological father", "father"},
    {"geschwister", "sibling"},
    {"sibling of proband", "sibling"},
};

std::string Role(std::string_view word) {
  const std::string normal = NormalizeKeyword(word);
  const auto* known = std::find_if(std::begin(kRoles), std::end(kRoles), [&](const Synonym& synonym) {
    return AreOneButForSeparators(synonym.word, normal);
  });
  return std::string(known == std::end(kRoles) ? word : known->standard);
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
    case field::kPedigreeRole:
      return Role(word);
    default: {
      const Vocabulary* vocabulary = VocabularyOf(field);
      const std::optional<std::string_view> standard = vocabulary == nullptr ? std::nullopt : WordOf(*vocabulary, word);
      return std::string(standard.value_or(word));
    }
  }
}

}  // namespace muster::model
