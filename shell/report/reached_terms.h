// Which terms a question asks for, and what each of them reached.
#ifndef MUSTER_SHELL_REPORT_REACHED_TERMS_H_
#define MUSTER_SHELL_REPORT_REACHED_TERMS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/report/report_content.h"

namespace muster::shell {

/// A line of the bound query with terms: "individual: any observed phenotype HP:0001250 Seizure and below (10 terms, 10
/// codes in use)".
struct TermLine {
  std::string space;               ///< "individual"
  std::string what;                ///< "any observed phenotype", "stage is"
  std::vector<ReachedTerm> terms;  ///< those that the line names
  std::string reach;               ///< of all together: "10 terms, 10 codes in use"; may be empty
  size_t all = 0;                  ///< how many there are
};

std::optional<TermLine> TermLineOf(std::string_view line);
/// As it is written in a statement: `exactly HP:0001250`.
std::string ValueOf(const ReachedTerm& term);
/// All lists of a statement: the values of `in (...)`.
std::vector<std::vector<std::string>> ListsIn(std::string_view canonical);

/// The terms of a statement in canonical form, whose bound lines are `lines`, each with its number of terms and codes;
/// the rest of a very long list is one entry. Includes terms of summaries and dimensions.
std::vector<ReachedTerm> TermsOf(CatalogueHandle& catalogue, const std::string& canonical,
                                 const std::vector<std::string>& lines, const QueryOptions& options);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_REACHED_TERMS_H_
