#include "tests/attack/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace muster::attack {
namespace {

constexpr const char* kTiers[] = {"public", "registered", "controlled"};

struct Row {
  std::string attack;
  std::string practices;
  std::map<std::string, std::string, std::less<>> without_budget, as_shipped;
};

class Printed final : public testing::Environment {
 public:
  Row& RowOf(const std::string& attack) {
    const auto found = std::ranges::find(rows_, attack, &Row::attack);
    if (found != rows_.end()) return *found;
    rows_.push_back({attack, {}, {}, {}});
    return rows_.back();
  }
  void TearDown() override {
    if (rows_.size() < 2) return;
    // By the number of the attack, then as they were tried.
    std::ranges::stable_sort(rows_, {}, [](const Row& row) {
      return row.attack.starts_with('A') ? std::atoi(row.attack.c_str() + 1) : 1000;
    });
    std::printf(
        "\n| attack | practice | public | registered | controlled | as shipped: public | registered | controlled |"
        "\n|---|---|---|---|---|---|---|---|\n");
    for (const Row& row : rows_) {
      std::string line = absl::StrCat("| ", row.attack, " | ", row.practices, " |");
      for (const auto* cells : {&row.without_budget, &row.as_shipped}) {
        for (const char* tier : kTiers) {
          const auto cell = cells->find(tier);
          absl::StrAppend(&line, " ", cell == cells->end() ? "" : cell->second, " |");
        }
      }
      std::puts(line.c_str());
    }
  }

 private:
  std::vector<Row> rows_;
};

// (GoogleTest owns it.)
Printed& Table() {
  static auto* const table = static_cast<Printed*>(testing::AddGlobalTestEnvironment(new Printed));
  return *table;
}
// Made before the tests run, so that it is torn down behind them.
[[maybe_unused]] const Printed& table = Table();

}  // namespace

void Tell(const std::string& attack, std::string_view against, double value) {
  std::printf("%-40s %-12s %8.3f\n", attack.c_str(), std::string(against).c_str(), value);
  Row& row = Table().RowOf(attack);
  const std::string text = absl::StrFormat("%.2f", value);
  if (std::ranges::count(kTiers, against) > 0) {
    row.without_budget[std::string(against)] = text;
  } else {
    absl::StrAppend(&row.practices, row.practices.empty() ? "" : ", ", std::string(against), " ", text);
  }
}

void TellShipped(const std::string& attack, std::string_view tier, double value, const std::string& end) {
  std::printf("%-40s %-12s %8.3f  as shipped: %s\n", attack.c_str(), std::string(tier).c_str(), value, end.c_str());
  Table().RowOf(attack).as_shipped[std::string(tier)] = absl::StrFormat("%.2f, %s", value, end);
}

}  // namespace muster::attack
