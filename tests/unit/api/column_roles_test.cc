// Every column of every statement says what it has, and numbers about people reach a guest as released numbers only.
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "muster/names.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {
namespace {

struct RolesOfStatement {
  const char* text;
  const char* host;   // "name:role", of each column
  const char* guest;  // the same; null: not offered to guests
};

constexpr const char* kFunnelOfGuest =
    "criterion:key, individuals:people, phenotypes:rows, individuals lost:difference, phenotypes lost:difference";
constexpr const char* kImpact = "without:key, individuals:people, gained:difference";
constexpr const char* kTerms = "code:key, label:text, ontology:text, individuals:people, field:text";

// All kinds of statements; of a text with several, the last.
constexpr RolesOfStatement kStatements[] = {
    {"count individuals, phenotypes, distinct individuals",
     "individuals:people, phenotypes:rows, distinct individuals:people", nullptr},
    {"count families", "families:rows", nullptr},
    {"count individuals, phenotypes by sex, phenotype", "sex:key, phenotype:key, individuals:people, phenotypes:rows",
     "sex:key, phenotype:key, individuals:people, phenotypes:rows"},
    {"count individuals with certainty where sex is male", "certainly:people, possibly:people, unknown:people",
     "certainly:people, possibly:people, unknown:people"},
    {"count phenotypes with certainty where severity is recorded", "certainly:rows, possibly:rows, unknown:rows",
     "certainly:rows, possibly:rows, unknown:rows"},
    {"list phenotypes limit 3", "phenotype:key, individual:key, dataset:key", nullptr},
    {"funnel individuals, phenotypes where sex is male and has phenotype HP:0001250",
     "criterion:key, individuals:people, phenotypes:rows, individuals lost:difference, phenotypes lost:difference, "
     "not recorded:people",
     kFunnelOfGuest},
    {"impact individuals where sex is male and has phenotype HP:0001250", kImpact, kImpact},
    {"compare a as individuals where sex is male, b as individuals where sex is female by phenotype",
     "phenotype:key, a:people, b:people, in both:people", "phenotype:key, a:people, b:people, in both:people"},
    {"define cohort c as individuals where sex is male",
     "cohort:key, version:number, individuals:people, before:people, change:difference",
     "cohort:key, version:number, individuals:people"},
    {"define cohort d as individuals; drop cohort d", "dropped:key", nullptr},
    {"summarise individuals of age at last contact",
     "field:key, unit:text, n:people, not recorded:people, not usable:people, values:rows, least:number, "
     "lower quartile:number, median:number, upper quartile:number, greatest:number, mean:number, sd:number, "
     "histogram:histogram, first band:number, band width:number",
     nullptr},
    {"summarise phenotypes of age at onset",
     "field:key, unit:text, n:rows, not recorded:rows, not usable:rows, values:rows, least:number, "
     "lower quartile:number, median:number, upper quartile:number, greatest:number, mean:number, sd:number, "
     "histogram:histogram, first band:number, band width:number",
     nullptr},
    {"describe individuals",
     "field:key, also:text, kind:text, recorded:people, values:number, unknown:number, what:text",
     "field:key, also:text, kind:text, individuals:people, values:number, what:text"},
    {"describe phenotypes", "field:key, also:text, kind:text, recorded:rows, values:number, unknown:number, what:text",
     "field:key, also:text, kind:text, individuals:people, values:number, what:text"},
    {"show catalogue", "what:key, name:key, rows:rows", "what:key, name:key, rows:rows"},
    {"show datasets", "dataset:key, name:text, individuals:people, declared:number, data use:text",
     "dataset:key, name:text, individuals:people, declared:number, data use:text"},
    {"show ontologies", "ontology:key, version:text, terms:number, obsolete:number, used:text",
     "ontology:key, version:text, terms:number, obsolete:number, used:text"},
    {"show cohorts", "cohort:key, kind:text, version:number, individuals:people, definition:text",
     "cohort:key, kind:text, version:number, individuals:people, definition:text"},
    {"define cohort c as individuals where sex is male; show cohort c",
     "version:key, catalogue version:number, individuals:people, change:difference, terms:text, definition:text",
     "version:key, epoch:text, individuals:people, definition:text"},
    {"show imports", "version:key, dataset:key, remark:key, count:rows, values:text, what to do:text", nullptr},
    {"show unknown codes",
     "entity:key, field:key, code:key, label:text, rows:rows, codes:number, why:text, nearest:text", nullptr},
    {"terms like \"l\"", kTerms, kTerms},
    {"explain count individuals by sex", "explanation:text", "explanation:text"},
    {"explain analyse count individuals where sex is male",
     "step:key, rows:rows, bitmaps:number, values:rows, microseconds:number", nullptr},
};

std::string RolesOf(const Table& table) {
  return absl::StrJoin(table.columns, ", ", [](std::string* out, const Column& column) {
    absl::StrAppend(out, column.name, ":", std::string(NameOf(column.role)));
  });
}

bool IsEmpty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

// What a column says of itself is true of its cells.
void ExpectToFit(const Column& column, const Cell& cell, bool guest) {
  if (IsEmpty(cell)) return;
  const bool words = column.type == ColumnType::kText;
  const bool whole = guest ? std::holds_alternative<Number>(cell) : std::holds_alternative<int64_t>(cell);
  EXPECT_EQ(std::holds_alternative<std::string>(cell), words);
  if (column.IsCount() || column.role == ColumnRole::kDifference) {
    EXPECT_TRUE(whole);
  }
  if (guest) {
    EXPECT_TRUE(words || whole) << "a guest's number that did not pass the door";
  }
}

class ColumnRolesTest : public GuestFixture {
 protected:
  static void ExpectRoles(const std::string& text, const absl::StatusOr<std::vector<Answer>>& answers,
                          const std::string& roles, bool guest) {
    SCOPED_TRACE(absl::StrCat(guest ? "guest: " : "host: ", text));
    ASSERT_TRUE(answers.ok()) << answers.status();
    const Answer& answer = answers->back();
    ASSERT_TRUE(answer.table.has_value()) << RenderDiagnostics(text, answer.diagnostics);
    const Table& table = *answer.table;
    EXPECT_EQ(RolesOf(table), roles);
    for (const std::vector<Cell>& row : table.rows) {
      ASSERT_EQ(row.size(), table.columns.size());
      for (size_t c = 0; c < row.size(); ++c) ExpectToFit(table.columns[c], row[c], guest);
    }
    for (size_t i = 0; i < table.total.size(); ++i) {
      const Column& column = table.columns[table.columns.size() - table.total.size() + i];
      EXPECT_TRUE(column.IsCount());
      ExpectToFit(column, table.total[i], guest);
    }
  }
};

TEST_F(ColumnRolesTest, EveryColumnSaysWhatItHas) {
  AdmitUnder(kGuestPolicy);
  std::set<size_t> kinds;
  for (const RolesOfStatement& statement : kStatements) {
    const grammar::ParseResult parsed = grammar::Parse(statement.text);
    ASSERT_FALSE(parsed.statements.empty()) << statement.text;
    for (const grammar::Statement& one : parsed.statements) kinds.insert(one.query.index());
    ExpectRoles(statement.text, catalogue_->Query(statement.text), statement.host, false);
    if (statement.guest != nullptr) {
      ExpectRoles(statement.text, guest_->Query(statement.text), statement.guest, true);
    }
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<decltype(grammar::Statement::query)>) << "a kind of statement is missing";
}

TEST_F(ColumnRolesTest, DifferencesAreThoseOfTheNumbersBesideThem) {
  AdmitUnder(kGuestPolicy);
  const auto lost = [](const Table& table, size_t row) { return table.rows[row][2]; };
  const std::string text = "funnel individuals where has phenotype HP:0001250 and sex is male";
  const auto host = catalogue_->Query(text);
  ASSERT_TRUE(host.ok() && host->front().table.has_value());
  EXPECT_TRUE(IsEmpty(lost(*host->front().table, 0)));
  EXPECT_EQ(lost(*host->front().table, 1), Cell(int64_t{4}));
  EXPECT_EQ(lost(*host->front().table, 2), Cell(int64_t{400}));
  const Answer guest = Ask(text);
  ASSERT_TRUE(guest.table.has_value());
  const std::vector<std::vector<Cell>>& rows = guest.table->rows;
  const auto shown = [&](size_t row, size_t column) { return std::get<Number>(rows[row][column]).value; };
  for (size_t row = 1; row < rows.size(); ++row) {
    ASSERT_TRUE(shown(row, 2).has_value());
    EXPECT_EQ(*shown(row, 2), *shown(row - 1, 1) - *shown(row, 1));
  }
}

}  // namespace
}  // namespace muster
