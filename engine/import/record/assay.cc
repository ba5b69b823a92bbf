#include "engine/import/record/assay.h"

#include <algorithm>
#include <iterator>

#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

struct Rule {
  std::string_view phrase;
  std::string_view keyword;
};

constexpr Rule kCodes[] = {
    {"OBI:0002117", "wgs"},        // whole genome sequencing assay
    {"NCIT:C101294", "wgs"},       // Whole Genome Sequencing
    {"OBI:0002118", "wes"},        // exome sequencing assay
    {"NCIT:C101295", "wes"},       // Whole Exome Sequencing
    {"OBI:0001271", "rna-seq"},    // RNA-seq assay
    {"EFO:0008896", "rna-seq"},    // RNA-Seq
    {"NCIT:C124261", "rna-seq"},   // Whole Transcriptome Sequencing
    {"OBI:0002631", "scrna-seq"},  // single-cell RNA sequencing assay
    {"EFO:0008913", "scrna-seq"},  // single-cell RNA sequencing
    {"EFO:0002767", "array"},      // genotyping by array
    {"OBI:0000716", "chip-seq"},   // ChIP-seq assay
    {"OBI:0002039", "atac-seq"},   // ATAC-seq assay
};

// Whole words of the text in lower case, everything but letters and digits taken as a blank. The first rule that
// applies counts: what names a technique in particular stands before what names it in general.
constexpr Rule kPhrases[] = {
    {"bisulfite", "bisulfite-seq"},
    {"bisulphite", "bisulfite-seq"},
    {"wgbs", "bisulfite-seq"},
    {"rrbs", "bisulfite-seq"},
    {"methylation array", "methylation-array"},
    {"methylation beadchip", "methylation-array"},
    {"methylationepic", "methylation-array"},
    {"expression array", "expression-array"},
    {"expression microarray", "expression-array"},
    {"single cell rna", "scrna-seq"},
    {"scrna seq", "scrna-seq"},
    {"scrnaseq", "scrna-seq"},
    {"single nucleus rna", "scrna-seq"},
    {"snrna seq", "scrna-seq"},
    {"mirna seq", "mirna-seq"},
    {"mirna", "mirna-seq"},
    {"rna seq", "rna-seq"},
    {"rnaseq", "rna-seq"},
    {"ssrna seq", "rna-seq"},
    {"rna sequencing", "rna-seq"},
    {"rna", "rna-seq"},
    {"transcriptome", "rna-seq"},
    {"chip seq", "chip-seq"},
    {"chipseq", "chip-seq"},
    {"atac seq", "atac-seq"},
    {"atacseq", "atac-seq"},
    {"hi c", "hi-c"},
    {"metagenomic", "metagenomics"},
    {"metagenome", "metagenomics"},
    {"array", "array"},
    {"arrays", "array"},
    {"snp chip", "array"},
    {"beadchip", "array"},
    {"microarray", "array"},
    {"genotyping", "array"},
    {"wes", "wes"},
    {"wxs", "wes"},
    {"exome", "wes"},
    {"exomes", "wes"},
    {"amplicon", "panel"},
    {"panel", "panel"},
    {"panels", "panel"},
    {"targeted", "panel"},
    {"target capture", "panel"},
    {"gene panel", "panel"},
    {"wgs", "wgs"},
    {"whole genome", "wgs"},
    {"genome sequencing", "wgs"},
    {"genome", "wgs"},
};

// Beside these words, nothing was sequenced, or not a person's whole genome.
constexpr std::string_view kNotDone[] = {"failed", "planned", "cancelled", "canceled", "not", "non", "no"};
constexpr std::string_view kNotTheGenome[] = {
    "wide",  "mapping", "association", "amplification", "mitochondrial", "mtdna",
    "viral", "virus",   "bacterial",   "microbial",     "pathogen",
};
constexpr std::string_view kExomes[] = {"wes", "wxs", "exome", "exomes"};

// Whether one of `list` is among `words`, which have blanks around them.
template <size_t N>
bool HasWord(std::string_view words, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view word) {
    return words.find(model::Concat({" ", word, " "})) != std::string_view::npos;
  });
}

// Whether `words` say something else than that the assay `keyword` was made.
bool SaysOtherwise(std::string_view words, std::string_view keyword) {
  if (HasWord(words, kNotDone)) return true;
  if (keyword == "wgs") return HasWord(words, kNotTheGenome);
  // Of two assays in one text, neither is the one.
  constexpr std::string_view kGenomes[] = {"wgs", "whole genome"};
  return keyword == "wes" && HasWord(words, kGenomes) && HasWord(words, kExomes);
}

}  // namespace

Assay NormalizeAssay(std::string_view text) {
  const std::string code = model::NormalizeCode(text);
  for (const Rule& rule : kCodes) {
    if (code == rule.phrase) return {std::string(rule.keyword), true};
  }
  std::string words = " ";
  for (const char c : text) {
    if (model::IsAsciiAlnum(c)) {
      words.push_back(model::AsciiLower(c));
    } else if (words.back() != ' ') {
      words.push_back(' ');
    }
  }
  if (words.back() != ' ') words.push_back(' ');
  for (const Rule& rule : kPhrases) {
    if (words.find(model::Concat({" ", rule.phrase, " "})) == std::string::npos) continue;
    if (SaysOtherwise(words, rule.keyword)) break;
    return {std::string(rule.keyword), true};
  }
  return {model::NormalizeKeyword(text), false};
}

}  // namespace muster::import
