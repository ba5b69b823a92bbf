#include "engine/release/ledger/answer_hash.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace muster::release {
namespace {

Answer Sample() {
  Answer answer;
  answer.table.emplace();
  answer.table->columns = {Column::Key("sex"), Column::People("people")};
  answer.table->rows = {{std::string("female"), muster::Number{12, muster::Number::Kind::kPerturbed, 8, 16, 3}}};
  answer.table->total = {muster::Number{20, muster::Number::Kind::kPerturbed, 16, 24, 3}};
  answer.table->labels = {{"HP:0001250", "Seizure"}};
  answer.diagnostics = {{Severity::kWarning, "unused-code", "nobody has it", 3, 8, {"ask another"}}};
  return answer;
}

TEST(AnswerHash, DiffersWhereverAnAnswerDoes) {
  const std::vector<std::function<void(Answer&)>> changes = {
      [](Answer&) {},
      [](Answer& a) { a.table.reset(); },
      [](Answer& a) { a.table->columns[0].name = "x"; },
      [](Answer& a) { a.table->columns[1].role = ColumnRole::kRows; },
      [](Answer& a) { a.table->columns[0].type = ColumnType::kInteger; },
      [](Answer& a) { a.table->rows[0][0] = std::string("male"); },
      [](Answer& a) { a.table->rows[0][0] = std::monostate(); },
      [](Answer& a) { a.table->rows[0][0] = int64_t{12}; },
      [](Answer& a) { a.table->rows[0][0] = 12.0; },
      [](Answer& a) { a.table->rows[0][0] = 12.5; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).value = 13; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).kind = muster::Number::Kind::kRounded; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).low = 7; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).high = 17; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).typical = 4; },
      [](Answer& a) { std::get<muster::Number>(a.table->rows[0][1]).typical.reset(); },
      [](Answer& a) { a.table->rows.push_back(a.table->rows[0]); },
      [](Answer& a) { a.table->rows.clear(); },
      [](Answer& a) { a.table->total.clear(); },
      [](Answer& a) { a.table->labels["HP:0001250"] = "Fit"; },
      [](Answer& a) { a.table->labels.clear(); },
      [](Answer& a) { a.diagnostics[0].severity = Severity::kError; },
      [](Answer& a) { a.diagnostics[0].code = "x"; },
      [](Answer& a) { a.diagnostics[0].message = "somebody has it"; },
      [](Answer& a) { a.diagnostics[0].begin = 4; },
      [](Answer& a) { a.diagnostics[0].end = 9; },
      [](Answer& a) { a.diagnostics[0].hints[0] = "ask nobody"; },
      [](Answer& a) {
        a.diagnostics[0].hints = {"ask ", "another"};
      },
      [](Answer& a) { a.diagnostics.clear(); },
  };
  std::set<std::string> hashes;
  for (const auto& change : changes) {
    Answer answer = Sample();
    change(answer);
    hashes.insert(HashOfAnswer(answer));
  }
  EXPECT_EQ(hashes.size(), changes.size());
  EXPECT_EQ(HashOfAnswer(Sample()), HashOfAnswer(Sample()));
}

TEST(AnswerHash, LeavesTheProvenanceOut) {
  Answer answer = Sample();
  answer.table->provenance.ledger = "abc";
  EXPECT_EQ(HashOfAnswer(answer), HashOfAnswer(Sample()));
}

}  // namespace
}  // namespace muster::release
