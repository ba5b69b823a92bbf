// Reports of imports, `info` and `check`, for people and as JSON.
#ifndef MUSTER_SHELL_OUTPUT_REPORT_H_
#define MUSTER_SHELL_OUTPUT_REPORT_H_

#include <string>

#include "muster/catalogue.h"
#include "muster/import.h"

namespace muster::shell {

/// Whether nothing came of the import.
bool IsEmpty(const ImportReport& report);

/// The report, with its first `max_remarks` kinds of remarks, and the most frequent kept-only values and notes.
std::string RenderImport(const ImportReport& report, const std::string& catalogue, size_t max_remarks = 10);
/// All of the report.
std::string ImportJson(const ImportReport& report);
/// One kind of remark: how often, values, places, what to do.
std::string RenderRemark(const ImportRemark& remark);
/// What the catalogue keeps of its imports: each with its remarks.
std::string RenderImports(const CatalogueInfo& info);

std::string RenderInfo(const CatalogueInfo& info, const std::string& catalogue);
std::string InfoJson(const CatalogueInfo& info);

std::string RenderCheck(const CheckReport& report, const std::string& catalogue);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_REPORT_H_
