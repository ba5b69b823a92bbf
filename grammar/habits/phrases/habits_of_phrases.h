// Noun phrases of protocols without `has`: "newly diagnosed melanoma", "prior chemotherapy", "BRCA1 mutation carriers",
// "signed informed consent".
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PHRASES_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PHRASES_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// The records that such words name.
struct NamedRecords {
  std::string entity;    ///< "disease" if no word decides
  std::string term;      ///< in quotation marks; empty where the words name none
  std::string with;      ///< "diagnosed within 1 year before study date"; or empty
  bool guessed = false;  ///< no word decides the entity
};

/// Whether it is a stage: III, IIIb, 4.
bool IsStage(std::string_view word);
/// Whether it is written like the symbol of a gene: SCN1A, BRCA1 (but also HIV).
bool IsGene(std::string_view word);
/// The usual label of a stage, in quotation marks: "Stage III".
std::string StageInQuotes(std::string_view stage);

/// The records named by `words`, which are neither quoted nor compared with anything, and not empty.
NamedRecords RecordsNamedBy(const std::vector<std::string>& words);

/// The criterion for these records: has disease "melanoma" with stage is "Stage III"; no treatment.
std::string CriterionFor(const NamedRecords& named, bool negated);

/// A hint for such words in place of a criterion.
std::string WriteForPhrase(const std::vector<std::string>& words, bool negated);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PHRASES_H_
