// What protocols name without saying that somebody has it: "newly diagnosed melanoma", "prior chemotherapy", "BRCA1
// mutation carriers", "signed informed consent".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_PHRASES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_PHRASES_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// Which records such words name.
struct NamedRecords {
  std::string entity;    ///< "disease", which it is where no word tells
  std::string term;      ///< in quotation marks; empty where the words name none
  std::string with;      ///< "diagnosed within 1 year before study date"; or empty
  bool guessed = false;  ///< no word tells what kind of records they are
};

/// III, IIIb, 4
bool IsStage(std::string_view word);
/// SCN1A, BRCA1: as symbols of genes are written; but HIV, too.
bool IsGene(std::string_view word);
/// The label that mostly is recorded for it: "Stage III", in quotation marks.
std::string StageInQuotes(std::string_view stage);

/// `words` are neither quoted nor compared with anything, and not empty.
NamedRecords RecordsNamedBy(const std::vector<std::string>& words);

/// has disease "melanoma" with stage is "Stage III"; no treatment
std::string CriterionFor(const NamedRecords& named, bool negated);

/// What to write for such words where a criterion was to stand.
std::string WriteForPhrase(const std::vector<std::string>& words, bool negated);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_PHRASES_H_
