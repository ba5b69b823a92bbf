// What the tests of the readers share: reads JSON, and writes rows as text.
#ifndef MUSTER_TESTS_UNIT_IMPORT_RECORD_READING_H_
#define MUSTER_TESTS_UNIT_IMPORT_RECORD_READING_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/import/document_reader.h"
#include "tests/unit/import/record/memory_sink.h"

namespace muster::import {

/// What came of one or several documents.
struct Reading {
  MemorySink sink;
  ImportReport report;
  std::vector<DocumentReader::Outcome> outcomes;

  /// Rows of a record, such as "not phenotype: term=HP:0001250, onset=5 years"; "run<1>" belongs to rows[1].
  std::vector<std::string> Rows(size_t record = 0) const {
    std::vector<std::string> rows;
    for (const model::Row& row : sink.records.at(record).rows) rows.push_back(Text(row));
    return rows;
  }
  /// Those of one entity.
  std::vector<std::string> Rows(model::Entity entity, size_t record = 0) const {
    std::vector<std::string> rows;
    for (const model::Row& row : sink.records.at(record).rows) {
      if (row.entity == entity) rows.push_back(Text(row));
    }
    return rows;
  }
  const std::string& extras(size_t record = 0) const { return sink.records.at(record).extras; }
  /// "reason" of the problems, with the place before it.
  std::vector<std::string> Problems() const {
    std::vector<std::string> texts;
    for (const ImportProblem& problem : report.problems) texts.push_back(problem.where + ": " + problem.reason);
    return texts;
  }

 private:
  std::string Text(const model::Row& row) const {
    std::string text = row.excluded ? "not " : "";
    text.append(model::Info(row.entity).name);
    if (row.parent != 0) text += "<" + std::to_string(row.parent) + ">";
    const char* separator = ": ";
    for (const model::FieldValue& value : row.values) {
      text.append(separator).append(model::Info(value.field).name).append("=").append(Text(value.value));
      separator = ", ";
    }
    return text;
  }
  std::string Text(const model::Value& value) const {
    if (const auto* symbol = std::get_if<model::Symbol>(&value)) return std::string(sink.dictionary.Text(*symbol));
    if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
    if (const auto* number = std::get_if<double>(&value)) {
      char buffer[32];
      snprintf(buffer, sizeof buffer, "%.12g", *number);
      return buffer;
    }
    if (const auto* bounds = std::get_if<model::NumberBounds>(&value)) {
      char buffer[64];
      snprintf(buffer, sizeof buffer, "[%.12g, %.12g]", bounds->low, bounds->high);
      return buffer;
    }
    const auto& time = std::get<model::TimeValue>(value);
    std::string text;
    if (time.term != model::kNoSymbol) text.append(sink.dictionary.Text(time.term)).append(" ");
    if (!time.date.empty()) text.append(model::FormatDate(time.date)).append(" ");
    if (!time.age.empty()) text.append(model::FormatAge(time.age)).append(" ");
    if (!text.empty()) text.pop_back();
    return text;
  }
};

/// Reads each document.
inline Reading ReadAll(const std::vector<std::string>& documents, std::string_view mapping_text = {}) {
  Reading reading;
  const absl::StatusOr<Mapping> mapping = Mapping::Parse(mapping_text);
  EXPECT_TRUE(mapping.ok()) << mapping.status();
  if (!mapping.ok()) return reading;
  Reporter reporter(1000);
  DocumentReader reader("test", *mapping, reading.sink, reporter);
  for (const std::string& document : documents) {
    const std::string padded = document + std::string(kJsonPadding, ' ');
    const absl::StatusOr<DocumentReader::Outcome> outcome =
        reader.Read(std::string_view(padded).substr(0, document.size()));
    EXPECT_TRUE(outcome.ok()) << outcome.status();
    if (outcome.ok()) reading.outcomes.push_back(*outcome);
  }
  reading.report = std::move(reporter).Finish();
  return reading;
}

/// Leaves out that rules of the mapping found nothing, which is so of many that a test has; unused_rules_test.cc looks.
inline void ForgetUnusedRules(ImportReport& report) {
  for (auto it = report.remarks.begin(); it != report.remarks.end();) {
    if (it->what.find("found nothing in the whole import") == std::string::npos) {
      ++it;
      continue;
    }
    report.problem_count -= it->count;
    report.notes.erase(it->what);
    for (const auto& value : it->values) {
      std::erase_if(report.problems, [&](const ImportProblem& problem) {
        return problem.reason.starts_with("\"" + value.value + "\": ");
      });
    }
    it = report.remarks.erase(it);
  }
}

inline Reading Read(const std::string& document, std::string_view mapping = {}) { return ReadAll({document}, mapping); }

}  // namespace muster::import

#endif  // MUSTER_TESTS_UNIT_IMPORT_RECORD_READING_H_
