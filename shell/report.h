// What an import, `info` and `check` have to say, for people and as JSON.
#ifndef MUSTER_SHELL_REPORT_H_
#define MUSTER_SHELL_REPORT_H_

#include <string>

#include "muster/catalogue.h"
#include "muster/import.h"

namespace muster::shell {

/// The report with its first `max_problems` problems and the most frequent kept-only values and notes.
std::string RenderImport(const ImportReport& report, const std::string& catalogue, size_t max_problems = 10);
/// All of the report.
std::string ImportJson(const ImportReport& report);

std::string RenderInfo(const CatalogueInfo& info, const std::string& catalogue);
std::string InfoJson(const CatalogueInfo& info);

std::string RenderCheck(const CheckReport& report, const std::string& catalogue);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_H_
