// A catalogue that answers what a report asks, and the content of that report.
#ifndef MUSTER_TESTS_UNIT_SHELL_REPORT_FIXTURE_H_
#define MUSTER_TESTS_UNIT_SHELL_REPORT_FIXTURE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fake_catalogue.h"
#include "shell/report/collect_report.h"

namespace muster::shell {

inline Answer AnswerOf(std::string statement, Table table) {
  Answer answer;
  table.provenance.statement = std::move(statement);
  table.provenance.release = "exact";
  table.provenance.engine = "muster 0.1.0";
  table.provenance.ontologies = {{"hp", "hp/2026"}};
  answer.table = std::move(table);
  return answer;
}

inline Table Funnel(int64_t last) {
  Table table;
  table.columns = {Column::Key("criterion"), Column::People("individuals"), Column::Difference("lost"),
                   Column::People("not recorded")};
  table.rows = {{"all individuals", int64_t{1200}, std::monostate(), std::monostate()},
                {"has phenotype HP:1 <b>", last, int64_t{1200} - last, int64_t{7}}};
  return table;
}

/// A catalogue that answers `count individuals where has phenotype HP:1` and what a report asks beside it.
inline void Prepare(FakeState& state, int64_t count) {
  const std::string question = "count individuals where has phenotype HP:1";
  state.answers["-- With seizures\n" + question] = {AnswerOf(question, CountTable(count))};
  state.answers["funnel individuals where has phenotype HP:1"] = {AnswerOf("funnel", Funnel(count))};
  Table explained;
  explained.columns = {Column::Text("explanation")};
  explained.rows = {
      {"bound:\n  individual: any observed phenotype HP:1 Seizure and below (10 terms, 9 codes in use)\n"
       "plan, on each segment:\n  x HP:2 y (1 code in use)"}};
  state.answers["explain " + question] = {AnswerOf("explain", explained)};
  state.info.version = 3;
  state.info.entities = {{"individuals", 1200}};
}

inline ReportContent Collected(FakeState& state, bool guest = false) {
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  auto content =
      CollectReport(catalogue, "-- With seizures\ncount individuals where has phenotype HP:1", {}, guest, &mistakes);
  EXPECT_TRUE(content.ok()) << content.status();
  return *std::move(content);
}

}  // namespace muster::shell

#endif  // MUSTER_TESTS_UNIT_SHELL_REPORT_FIXTURE_H_
