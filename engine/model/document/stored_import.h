// What the catalogue keeps of each import: its report, cut to a bounded size.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_STORED_IMPORT_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_STORED_IMPORT_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "muster/import.h"

namespace muster::model {

/// The reports of the last kMaxImports imports are kept.
inline constexpr size_t kMaxImports = 100;

/// The store's document that holds the report of the import that made this version of the catalogue.
std::string ImportDocument(uint64_t version);

/// Totals and the remarks, each with its most frequent values and its examples; without the single problems, the rows
/// and the time. At most about 64 KB. Of kRemarksOfOthers the counts alone.
std::string EncodeImport(const ImportReport& report);
/// DataLoss when `bytes` are no report.
absl::StatusOr<ImportReport> DecodeImport(std::string_view bytes);

/// Takes what the report quotes of records out of it: values and examples. The counts stay, and so does what is
/// about ontologies. Whether there was anything.
bool ForgetValues(ImportReport* report);

/// All reports among the store's documents, the first import first.
absl::StatusOr<std::vector<ImportReport>> ImportsIn(const std::map<std::string, std::string>& documents);
/// The documents that are beyond kMaxImports when another import comes.
std::vector<std::string> ImportsToForget(const std::map<std::string, std::string>& documents);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_STORED_IMPORT_H_
