// What the tests of tables share: imports files through a mapping, and tells their problems.
#ifndef MUSTER_TESTS_UNIT_IMPORT_TABLE_TABLES_H_
#define MUSTER_TESTS_UNIT_IMPORT_TABLE_TABLES_H_

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/reading.h"

namespace muster::import {

using TableFiles = std::vector<std::pair<std::string, std::string>>;

/// Imports files of these names and contents.
inline absl::StatusOr<Reading> ImportTables(const TableFiles& files, const std::string& mapping) {
  const Directory directory;
  std::vector<std::string> paths;
  for (const auto& [name, text] : files) paths.push_back(directory.Write(name, text));
  Reading reading;
  ImportOptions options;
  options.dataset = "test";
  options.mapping = mapping;
  absl::StatusOr<ImportReport> report = ReadFiles(paths, options, reading.sink);
  if (!report.ok()) return report.status();
  reading.report = *std::move(report);
  ForgetUnusedRules(reading.report);
  return reading;
}

inline Reading ReadTables(const TableFiles& files, const std::string& mapping) {
  absl::StatusOr<Reading> reading = ImportTables(files, mapping);
  EXPECT_TRUE(reading.ok()) << reading.status();
  return reading.ok() ? *std::move(reading) : Reading();
}

inline std::string ErrorOfTables(const TableFiles& files, const std::string& mapping) {
  const absl::StatusOr<Reading> reading = ImportTables(files, mapping);
  EXPECT_FALSE(reading.ok());
  if (reading.ok()) return "";
  EXPECT_EQ(reading.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(reading.status().message());
}

/// "reason" of the problems, with file, record and id before it.
inline std::vector<std::string> ProblemsOf(const Reading& reading) {
  std::vector<std::string> texts;
  for (const ImportProblem& problem : reading.report.problems) {
    texts.push_back(problem.file.substr(problem.file.rfind('/') + 1) + " " + std::to_string(problem.record) + " " +
                    problem.id + " " + problem.where + ": " + problem.reason);
  }
  return texts;
}

/// One table, a row for each individual.
inline constexpr char kPatients[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
  "individual": {"sex": "/p/sex", "birth date": "/p/born", "age at last contact": "/p/seen"}})";

/// The same, with less of each individual.
inline constexpr char kOne[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
  "individual": {"sex": "/p/sex", "birth date": "/p/born"}})";

}  // namespace muster::import

#endif  // MUSTER_TESTS_UNIT_IMPORT_TABLE_TABLES_H_
