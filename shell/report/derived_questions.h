// Further statements of a report, which are derived from its questions.
#ifndef MUSTER_SHELL_REPORT_DERIVED_QUESTIONS_H_
#define MUSTER_SHELL_REPORT_DERIVED_QUESTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"

namespace muster::shell {

/// The answer to one statement that is derived from a question; nullopt if there is none.
std::optional<Table> AskDerived(CatalogueHandle& catalogue, const std::string& statement, const QueryOptions& options);

/// The whole number in a cell; nullptr where it has none.
const int64_t* IntegerAt(const std::vector<Cell>& row, size_t column);

/// The lines of `explain canonical` that describe the bound query, without those of the plan; empty if there are none.
std::vector<std::string> BoundLines(CatalogueHandle& catalogue, const std::string& canonical,
                                    const QueryOptions& options);

/// "HP:0001250": a word that is a code.
bool IsCode(std::string_view word);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_DERIVED_QUESTIONS_H_
