#include "engine/import/record/assay.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "engine/import/input/json_value.h"
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
    {"sc rna", "scrna-seq"},
    {"sn rna", "scrna-seq"},
    {"single nucleus rna", "scrna-seq"},
    {"snrna seq", "scrna-seq"},
    {"mirna seq", "mirna-seq"},
    {"mirna", "mirna-seq"},
    {"rna seq", "rna-seq"},
    {"mrna seq", "rna-seq"},
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
    {"hwgs", "wgs"},  // human
    {"rwgs", "wgs"},  // rapid
    {"whole genome", "wgs"},
    {"genome sequencing", "wgs"},
    {"genome", "wgs"},
};

// What may stand beside a genome, an exome or RNA without making it uncertain that this was sequenced. A word that is
// not here ("pending", "kein", "low pass") leaves the text as it is written.
constexpr std::string_view kHarmless[] = {
    // how and where
    "whole", "full", "sequencing", "sequence", "sequences", "sequenced", "seq", "random", "shotgun", "short", "long",
    "linked", "read", "reads", "shortread", "longread", "paired", "pair", "single", "end", "ended", "pe", "se", "pe100",
    "pe150", "bp", "2x100", "2x101", "2x150", "2x151", "pcr", "free", "pcrfree", "ngs", "next", "generation",
    "massively", "parallel", "high", "deep", "depth", "coverage", "mean", "throughput", "standard", "rapid", "ultra",
    "hybrid", "library", "prep", "preparation", "strategy", "assay", "test", "analysis", "data", "method", "kit", "qc",
    "sample",
    // devices and kits
    "illumina", "novaseq", "hiseq", "nextseq", "miseq", "x", "ten", "xten", "xplus", "plus", "truseq", "nextera",
    "dragen", "pacbio", "pacific", "biosciences", "hifi", "ccs", "clr", "smrt", "revio", "sequel", "ii", "iie", "ont",
    "oxford", "nanopore", "nanopores", "technologies", "promethion", "gridion", "minion", "mgi", "bgi", "bgiseq",
    "dnbseq", "mgiseq", "t7", "complete", "genomics", "ultima", "element", "aviti", "10x", "ion", "torrent", "proton",
    "agilent", "sureselect", "sure", "select", "twist", "idt", "xgen", "nimblegen", "seqcap", "kapa", "roche", "human",
    "core", "comprehensive", "all", "exon", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8",
    // of what and whom
    "homo", "sapiens", "dna", "gdna", "genomic", "germline", "somatic", "constitutional", "tumor", "tumour", "cancer",
    "normal", "matched", "primary", "metastasis", "blood", "blut", "saliva", "buccal", "tissue", "frozen", "fresh",
    "ff", "ffpe", "marrow", "bone", "skin", "fibroblast", "fibroblasts", "clinical", "research", "diagnostic",
    "medical", "rare", "disease", "trio", "duo", "quad", "singleton", "solo", "proband", "index", "patient",
    "individual", "family", "grch37", "grch38", "hg19", "hg38", "t2t", "chm13", "b37", "b38",
    // that it was done
    "done", "completed", "performed", "finished", "available", "passed", "pass", "yes", "ja", "and", "of", "the", "by",
    "with", "using", "from", "on"};
constexpr std::string_view kOfGenomes[] = {"wgs", "hwgs", "rwgs", "genome", "genomes"};
constexpr std::string_view kOfExomes[] = {"wes",      "wxs",        "exome",    "exomes",  "panel",   "target",
                                          "targeted", "enrichment", "enriched", "capture", "captured"};
constexpr std::string_view kOfRna[] = {
    "rna",   "rnaseq",    "mrna",     "ssrna",     "transcriptome", "transcriptomic", "bulk",
    "total", "poly",      "polya",    "a",         "stranded",      "strand",         "ribo",
    "rrna",  "ribosomal", "depleted", "depletion", "expression",    "gene",           "zero"};

// What names of panels, arrays and the like may not have beside them: these names are beyond counting.
constexpr std::string_view kNotDone[] = {
    "failed",       "fail",      "failure",     "planned",    "cancelled", "canceled",   "not",       "non",
    "no",           "none",      "never",       "n",          "0",         "nein",       "kein",      "keine",
    "ohne",         "without",   "sans",        "sin",        "pending",   "declined",   "requested", "ordered",
    "awaiting",     "scheduled", "progress",    "hold",       "rejected",  "refused",    "withdrawn", "abandoned",
    "insufficient", "missing",   "unavailable", "unknown",    "geplant",   "folgt",      "tbd",       "todo",
    "candidate",    "eligible",  "ineligible",  "ausstehend", "consent",   "terminated", "excluded",  "false",
    "wga",          "wgs",       "wes",         "wxs"};

template <size_t N>
bool IsListed(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// 30, 30x, 150bp; of a depth below 5x one does not speak as of a genome.
bool IsHarmlessNumber(std::string_view word) {
  const size_t digits = std::min(word.find_first_not_of("0123456789."), word.size());
  const std::string_view unit = word.substr(digits);
  const std::optional<double> number = NumberOf(word.substr(0, digits));
  if (!number.has_value()) return false;
  return unit == "x" ? *number >= 5 : *number > 0 && (unit.empty() || unit == "bp" || unit == "gb" || unit == "m");
}

bool HasPhrase(std::string_view words, std::string_view phrase) {
  return words.find(model::Concat({" ", phrase, " "})) != std::string_view::npos;
}

// Whether `word` beside the assay `keyword` leaves no doubt that the assay was made.
bool IsHarmless(std::string_view word, std::string_view keyword) {
  if (keyword == "wgs" || keyword == "wes" || keyword == "rna-seq") {
    if (IsListed(kHarmless, word) || IsHarmlessNumber(word)) return true;
    return keyword == "wgs"   ? IsListed(kOfGenomes, word)
           : keyword == "wes" ? IsListed(kOfExomes, word)
                              : IsListed(kOfRna, word);
  }
  const bool shotgun = keyword == "metagenomics" || keyword == "bisulfite-seq";  // of whole genomes, as they say
  return !IsListed(kNotDone, word) || (shotgun && word == "wgs");
}

// Whether `words` say something else than that the assay `keyword` was made.
bool SaysOtherwise(std::string_view words, std::string_view keyword) {
  if (keyword == "panel" && HasPhrase(words, "whole genome")) return true;
  if (keyword == "array" && HasPhrase(words, "exome") && !HasPhrase(words, "exome array") &&
      !HasPhrase(words, "exome beadchip")) {
    return true;
  }
  // Of two assays in one text, neither is the one.
  if (keyword == "wes" && HasPhrase(words, "panel") && !HasPhrase(words, "exome panel")) return true;
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    if (!word.empty() && !IsHarmless(word, keyword)) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// In lower case, with a blank around each word. Points between digits, and letters beyond ASCII, are parts of words.
std::string WordsOf(std::string_view text) {
  std::string words = " ";
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool point = c == '.' && i > 0 && model::IsAsciiDigit(text[i - 1]) && i + 1 < text.size() &&
                       model::IsAsciiDigit(text[i + 1]);
    if (model::IsAsciiAlnum(c) || point || static_cast<unsigned char>(c) >= 0x80) {
      words.push_back(model::AsciiLower(c));
    } else if (words.back() != ' ') {
      words.push_back(' ');
    }
  }
  if (words.back() != ' ') words.push_back(' ');
  return words;
}

}  // namespace

Assay NormalizeAssay(std::string_view text) {
  const std::string code = model::NormalizeCode(text);
  for (const Rule& rule : kCodes) {
    if (code == rule.phrase) return {std::string(rule.keyword), true};
  }
  const std::string words = WordsOf(text);
  for (const Rule& rule : kPhrases) {
    if (!HasPhrase(words, rule.phrase)) continue;
    if (text.find('?') != text.npos || SaysOtherwise(words, rule.keyword)) break;
    return {std::string(rule.keyword), true};
  }
  return {model::NormalizeKeyword(text), false};
}

}  // namespace muster::import
