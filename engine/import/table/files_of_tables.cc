#include "engine/import/table/files_of_tables.h"

#include <algorithm>

#include "absl/status/status.h"
#include "engine/import/mapping/table.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kTableWithoutFile{ImportProblem::Kind::kNote,
                                       "table of the mapping that no file of this import is: what it has is missing",
                                       "nothing, if that is meant; else name its file as well: a later import of it "
                                       "replaces the individuals"};

}  // namespace

absl::StatusOr<std::vector<size_t>> TablesOf(const Mapping& mapping, const InputFile& file) {
  std::vector<size_t> found;
  if (file.text.has_value()) return found;  // tables are recognised by their names
  for (size_t i = 0; i < mapping.tables().size(); ++i) {
    if (mapping.tables()[i].HasFile(file.path)) found.push_back(i);
  }
  if (found.size() > 1 && file.path == "-") {
    return absl::InvalidArgumentError("standard input can be read once, and the mapping takes it for several tables");
  }
  if (found.empty() && IsNamedAsTable(file.path)) {
    return absl::InvalidArgumentError(
        model::Concat({file.name(), ": is a table, and only a mapping can say what its columns mean: its \"tables\" ",
                       mapping.tables().empty() ? "are missing" : "have none with this file"}));
  }
  return found;
}

std::vector<std::string> ReportTablesWithoutFile(const Mapping& mapping, const std::vector<InputFile>& files,
                                                 Reporter& reporter) {
  std::vector<std::string> names;
  for (const Table& table : mapping.tables()) {
    const bool has_file = std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
      return !file.text.has_value() && table.HasFile(file.path);
    });
    if (has_file) continue;
    reporter.ReturnTo({}, 0);
    reporter.Report(kTableWithoutFile, {}, table.name);
    names.push_back(table.name);
  }
  return names;
}

}  // namespace muster::import
