#include "engine/api/guest/guest_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/bind/bound/count_column.h"
#include "engine/release/differences.h"
#include "engine/release/door/count_table.h"

namespace muster::api {
namespace {

using Numbers = std::vector<Number>;

Numbers NumbersOf(const std::vector<Cell>& row, size_t first) {
  Numbers numbers;
  for (size_t i = first; i < row.size(); ++i) numbers.push_back(std::get<Number>(row[i]));
  return numbers;
}

// `part` is of people, or rows, that are all in `whole`.
Number CutTo(Number part, const Number& whole) {
  if (whole.kind == Number::Kind::kWithheld || part.kind == Number::Kind::kWithheld) return part;
  if (!whole.value.has_value()) return whole;
  if (part.value.has_value()) part.value = std::min(*part.value, *whole.value);
  if (part.high.has_value() && whole.high.has_value()) part.high = std::min(*part.high, *whole.high);
  if (part.low.has_value() && part.value.has_value()) part.low = std::min(*part.low, *part.value);
  return part;
}

class StatementTable {
 public:
  StatementTable(const std::vector<Question>& questions, const std::vector<CountedSets>& sets,
                 const release::Tier& tier, const release::Noise& noise, release::NumberDoor* door)
      : questions_(questions), sets_(sets), tier_(tier), noise_(noise), door_(*door) {}

  Table Make(const grammar::Count& count) {
    if (!count.with.has_value()) return Decided(0);
    Table table;
    table.rows.emplace_back();
    for (size_t q = 0; q < questions_.size(); ++q) {
      table.columns.push_back(bind::CountColumn(sets_[q].query.counted[0], questions_[q].label));
      table.rows[0].push_back(Decided(q).rows[0][0]);
    }
    return table;
  }

  Table Make(const grammar::Steps& steps) {
    const std::vector<bind::Counted>& counted = sets_[0].query.counted;
    Table table;
    table.columns = release::ColumnsOfSteps(counted, steps.impact);
    Numbers before;
    for (size_t q = 0; q < questions_.size(); ++q) {
      Numbers numbers = NumbersOf(Decided(q).rows[0], 0);
      for (size_t e = 0; !steps.impact && q > 0 && e < numbers.size(); ++e) numbers[e] = CutTo(numbers[e], before[e]);
      std::vector<Cell> row = {questions_[q].label};
      row.insert(row.end(), numbers.begin(), numbers.end());
      row.resize(table.columns.size());
      table.rows.push_back(std::move(row));
      before = std::move(numbers);
    }
    release::FillIn(release::DifferencesOfSteps(counted.size(), table.rows.size(), steps.impact), &table);
    return table;
  }

  // A column for each cohort and for what they share. Rows are those of all columns, in the order in which they are
  // met.
  Table Make(const grammar::CompareCohorts&) {
    const size_t dimensions = questions_[0].count.by.size();
    Table table;
    std::vector<std::vector<Cell>> order;
    std::map<std::vector<Cell>, Numbers> rows;
    for (size_t q = 0; q < questions_.size(); ++q) {
      const Table part = Decided(q);
      if (q == 0) table.columns.assign(part.columns.begin(), part.columns.begin() + static_cast<ptrdiff_t>(dimensions));
      table.columns.push_back(bind::CountColumn(sets_[q].query.counted[0], questions_[q].label));
      for (const std::vector<Cell>& row : part.rows) {
        std::vector<Cell> values(row.begin(), row.begin() + static_cast<ptrdiff_t>(dimensions));
        const auto [at, is_new] = rows.try_emplace(values, questions_.size(), NotShownIn(values));
        if (is_new) order.push_back(values);
        at->second[q] = std::get<Number>(row.back());
      }
      if (dimensions > 0) table.total.push_back(part.total[0]);
    }
    // What is not shown comes last, also behind rows that only a later column has.
    std::stable_partition(order.begin(), order.end(),
                          [](const std::vector<Cell>& values) { return !IsNotShown(values); });
    for (const std::vector<Cell>& values : order) {
      Numbers numbers = rows.at(values);
      for (size_t q = 0; q + 1 < numbers.size(); ++q) numbers.back() = CutTo(numbers.back(), numbers[q]);
      std::vector<Cell> row = values;
      row.insert(row.end(), numbers.begin(), numbers.end());
      table.rows.push_back(std::move(row));
    }
    if (!table.total.empty()) CutTotal(&table.total);
    return table;
  }

  template <typename Other>
  Table Make(const Other&) {
    return {};
  }

 private:
  Table Decided(size_t q) {
    const CountedSets& sets = sets_[q];
    return release::ReleaseCount(sets.query, sets.asked, sets.effective(), sets.sites, tier_, noise_, &door_);
  }

  static bool IsNotShown(const std::vector<Cell>& values) {
    return !values.empty() && values[0] == Cell(std::string(release::kNotShown));
  }
  Number NotShownIn(const std::vector<Cell>& values) const {
    return IsNotShown(values) ? Number{} : door_.ShowPeople({});
  }

  static void CutTotal(std::vector<Cell>* total) {
    Number shared = std::get<Number>(total->back());
    for (size_t q = 0; q + 1 < total->size(); ++q) shared = CutTo(shared, std::get<Number>((*total)[q]));
    total->back() = shared;
  }

  const std::vector<Question>& questions_;
  const std::vector<CountedSets>& sets_;
  const release::Tier& tier_;
  const release::Noise& noise_;
  release::NumberDoor& door_;
};

}  // namespace

Table DecideTable(const grammar::Statement& statement, const std::vector<Question>& questions,
                  const std::vector<CountedSets>& sets, const release::Tier& tier, const release::Noise& noise,
                  release::NumberDoor* door) {
  StatementTable table(questions, sets, tier, noise, door);
  return std::visit([&](const auto& query) { return table.Make(query); }, statement.query);
}

Table DefinitionTable(const model::SavedCohort& cohort, Cell individuals) {
  Table table;
  table.columns = {Column::Key("cohort"), Column::Number("version"), Column::People("individuals")};
  const auto version = static_cast<int64_t>(cohort.versions.size());
  table.rows.push_back(
      {cohort.name, Number{version, Number::Kind::kExact, version, version, {}}, std::move(individuals)});
  return table;
}

void AddLabels(const std::map<std::string, std::string>& labels, size_t dimensions, Table* table) {
  for (const std::vector<Cell>& row : table->rows) {
    for (size_t d = 0; d < dimensions; ++d) {
      const auto* code = std::get_if<std::string>(&row[d]);
      const auto label = code == nullptr ? labels.end() : labels.find(*code);
      if (label != labels.end()) table->labels.insert(*label);
    }
  }
}

}  // namespace muster::api
