#include "engine/release/door/count_table.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "engine/bind/bound/count_column.h"
#include "engine/bind/bound/having.h"
#include "engine/release/door/sites.h"

namespace muster::release {
namespace {

using bind::Counted;

// What came of a row: its numbers, and whether they are withheld although they are large enough.
struct DecidedRow {
  Decided people;
  std::vector<Decided> numbers;
  bool withheld = false;
  bool is_hidden_group = false;  // few people, but not none: they may follow from the rest
};

bool CountsPeople(const Counted& counted) {
  return counted.entity == model::Entity::kIndividual && counted.distinct == Counted::Distinct::kNo;
}

class CountTable {
 public:
  CountTable(const bind::Query& query, const SetsOfTable& asked, const SetsOfTable& effective, const SetsOfSites& sites,
             const Tier& tier, const Noise& noise, NumberDoor* door)
      : query_(query), asked_(asked), effective_(effective), sites_(sites), tier_(tier), noise_(noise), door_(*door) {}

  Table Make() {
    Decide();
    WithholdWhatFollows();
    Table table;
    for (const bind::Dimension& dimension : query_.by) table.columns.push_back(Column::Key(dimension.name));
    for (const Counted& counted : query_.counted) table.columns.push_back(bind::CountColumn(counted));
    for (const size_t row : ShownRows()) AddRow(row, &table);
    if (query_.by.empty()) return table;
    AddHiddenGroups(&table);
    AddNotShown(&table);
    table.total = Cells(total_);
    return table;
  }

 private:
  void Decide() {
    const bool is_whole = &asked_ == &effective_;
    std::map<std::vector<Cell>, size_t> of_values;
    for (size_t i = 0; !is_whole && i < effective_.values.size(); ++i) of_values.emplace(effective_.values[i], i);
    const SetsOfRow nobody{{}, std::vector<model::QuerySet>(query_.counted.size())};
    const auto left_of = [&](size_t i) -> const SetsOfRow& {
      if (is_whole) return asked_.rows[i];
      const auto same = of_values.find(asked_.values[i]);
      return same == of_values.end() ? nobody : effective_.rows[same->second];
    };
    for (size_t i = 0; i < asked_.rows.size(); ++i) {
      rows_.push_back(DecideRow(asked_.rows[i], left_of(i), sites_.empty() ? nullptr : &sites_[i]));
    }
    if (!query_.by.empty()) {
      total_ = DecideRow(asked_.total, effective_.total, sites_.empty() ? nullptr : &sites_.back());
    }
  }

  // Of the elements of a row, as asked and as far as every criterion has an effect: mostly that is the same row.
  Decided Decide(const Counted& counted, const SetsOfRow& asked, const model::QuerySet& asked_set,
                 const SetsOfRow& left, const model::QuerySet& left_set) {
    const ComparedSet set = CompareAs(counted, asked.people, asked_set);
    return &asked == &left ? door_.Decide(set, set) : door_.Decide(set, CompareAs(counted, left.people, left_set));
  }

  DecidedRow DecideRow(const SetsOfRow& asked, const SetsOfRow& effective, const std::vector<model::QuerySet>* sites) {
    DecidedRow row;
    const Counted individuals{.name = ""};
    row.people = Decide(individuals, asked, asked.people, effective, effective.people);
    row.is_hidden_group = !row.people.shown && asked.people.people > 0;
    for (size_t c = 0; c < query_.counted.size(); ++c) {
      const Counted& counted = query_.counted[c];
      if (CountsPeople(counted)) {
        row.numbers.push_back(row.people);
        continue;
      }
      Decided decided = Decide(counted, asked, asked.sets[c], effective, effective.sets[c]);
      decided.shown = decided.shown && row.people.shown;  // the threshold is on people, whatever is counted
      row.numbers.push_back(decided);
    }
    if (sites != nullptr && row.people.shown) row.withheld = !HasEnoughSites(*sites, row.people.value, tier_, noise_);
    return row;
  }

  bool HasSeveralValues() const {
    return std::any_of(query_.by.begin(), query_.by.end(), [](const bind::Dimension& dimension) {
      const model::Field& field = model::Info(dimension.field);
      return field.multiple || field.entity != model::Entity::kIndividual;
    });
  }

  // Whether what is hidden follows from what is shown: complementary suppression.
  void WithholdWhatFollows() {
    if (query_.by.empty()) return;
    if (tier_.protection.variance == 0) WithholdBesideTheOnlyHiddenGroup();
    const auto withheld = std::any_of(rows_.begin(), rows_.end(), [](const auto& row) { return row.withheld; });
    if (!total_.people.shown || withheld) return;  // a number that is withheld may be any
    const Number total = door_.ShowPeople(total_.people);
    int64_t least = *total.low;
    int64_t most = *total.high;
    for (const DecidedRow& row : rows_) {
      if (!row.people.shown) continue;
      const Number number = door_.ShowPeople(row.people);
      least -= *number.high;
      most -= *number.low;
    }
    // For all that is shown, the rest may be nobody, and may be k - 1 people. Who has several values is in several
    // rows: then nothing follows about the rest at its upper end.
    if (least > 0 || (!HasSeveralValues() && most < tier_.protection.people - 1)) total_.withheld = true;
  }

  // Without noise, one hidden group is the total less all others. So another goes with it.
  void WithholdBesideTheOnlyHiddenGroup() {
    const auto hidden = std::count_if(rows_.begin(), rows_.end(), [](const auto& row) { return row.is_hidden_group; });
    if (hidden != 1) return;
    DecidedRow* smallest = nullptr;
    for (DecidedRow& row : rows_) {
      if (!row.people.shown || row.withheld) continue;
      if (smallest == nullptr || row.people.value < smallest->people.value) smallest = &row;
    }
    (smallest == nullptr ? &total_ : smallest)->withheld = true;
  }

  bool IsShown(const DecidedRow& row) const {
    return !row.withheld &&
           std::any_of(row.numbers.begin(), row.numbers.end(), [](const Decided& number) { return number.shown; });
  }

  bool IsWanted(const DecidedRow& row) const {
    return std::all_of(query_.having.begin(), query_.having.end(), [&](const bind::Having& having) {
      const Decided& number = row.numbers[having.index];
      return number.shown && bind::Satisfies(having, number.value);
    });
  }

  // The rows that have a number, in their order; with `top` those of the greatest, by what is shown.
  std::vector<size_t> ShownRows() const {
    std::vector<size_t> shown;
    if (query_.by.empty()) {
      shown.push_back(0);
      return shown;
    }
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (IsShown(rows_[i]) || rows_[i].withheld) shown.push_back(i);
    }
    for (size_t d = 0; d < query_.by.size(); ++d) {
      if (query_.by[d].top) KeepTop(d, static_cast<size_t>(*query_.by[d].top), &shown);
    }
    if (!query_.having.empty())
      std::erase_if(shown, [&](size_t i) { return rows_[i].withheld || !IsWanted(rows_[i]); });
    if (query_.by.size() == 1 && query_.by[0].top) {
      std::stable_sort(shown.begin(), shown.end(), [&](size_t a, size_t b) { return Weight(a) > Weight(b); });
    }
    return shown;
  }

  int64_t Weight(size_t row) const {
    const DecidedRow& decided = rows_[row];
    return !decided.withheld && decided.numbers[0].shown ? decided.numbers[0].value : 0;
  }

  // Of dimension `d` the values with the greatest sums of shown numbers, and those that tie with the last of them.
  void KeepTop(size_t d, size_t top, std::vector<size_t>* shown) const {
    std::map<Cell, int64_t> weights;
    for (const size_t row : *shown) {
      const Cell& value = asked_.values[row][d];
      if (!std::holds_alternative<std::monostate>(value)) weights[value] += Weight(row);
    }
    std::vector<int64_t> sorted;
    for (const auto& [value, weight] : weights) sorted.push_back(weight);
    std::sort(sorted.rbegin(), sorted.rend());
    const int64_t least = std::max<int64_t>(1, sorted.size() > top ? sorted[top - 1] : 1);
    std::erase_if(*shown, [&](size_t row) {
      const auto weight = weights.find(asked_.values[row][d]);
      return weight == weights.end() || weight->second < least;
    });
  }

  std::vector<Cell> Cells(const DecidedRow& row) const {
    std::vector<Cell> cells;
    for (size_t c = 0; c < query_.counted.size(); ++c) {
      if (row.withheld) {
        cells.emplace_back(Number{});
      } else if (CountsPeople(query_.counted[c])) {
        cells.emplace_back(door_.ShowPeople(row.numbers[c]));
      } else {
        cells.emplace_back(door_.ShowOthers(row.numbers[c]));
      }
    }
    return cells;
  }

  void AddRow(size_t row, Table* table) const {
    std::vector<Cell> cells = asked_.values[row];
    for (Cell& cell : Cells(rows_[row])) cells.push_back(std::move(cell));
    table->rows.push_back(std::move(cells));
  }

  // Groups are the asker's own words: each has its row, whether there are people in it or not.
  void AddHiddenGroups(Table* table) const {
    if (query_.by.size() != 1 || query_.by[0].groups.empty() || query_.by[0].top || !query_.having.empty()) return;
    std::vector<std::string> names;
    for (const bind::Dimension::Group& group : query_.by[0].groups) names.push_back(group.name);
    std::vector<std::vector<Cell>> rows;
    for (const std::string& name : names) {
      const auto shown =
          std::find_if(table->rows.begin(), table->rows.end(), [&](const auto& row) { return row[0] == Cell(name); });
      if (shown != table->rows.end()) {
        rows.push_back(std::move(*shown));
        table->rows.erase(shown);
        continue;
      }
      rows.push_back({name});
      for (Cell& cell : Cells({{}, std::vector<Decided>(query_.counted.size()), false, false})) {
        rows.back().push_back(std::move(cell));
      }
    }
    for (std::vector<Cell>& rest : table->rows) rows.push_back(std::move(rest));
    table->rows = std::move(rows);
  }

  // Stands always, so that it tells nothing.
  void AddNotShown(Table* table) const {
    std::vector<Cell> cells(query_.by.size(), Cell(std::string()));
    cells[0] = std::string(kNotShown);
    cells.resize(query_.by.size() + query_.counted.size(), Number{});
    table->rows.push_back(std::move(cells));
  }

  const bind::Query& query_;
  const SetsOfTable& asked_;
  const SetsOfTable& effective_;
  const SetsOfSites& sites_;
  const Tier& tier_;
  const Noise& noise_;
  NumberDoor& door_;
  std::vector<DecidedRow> rows_;
  DecidedRow total_;
};

}  // namespace

ComparedSet CompareAs(const bind::Counted& counted, const model::QuerySet& people, const model::QuerySet& elements) {
  ComparedSet set;
  // A person whom several datasets have is one of the people, however many records there are of them.
  const model::QuerySet& who = counted.distinct == Counted::Distinct::kPersons ? elements : people;
  set.people = SketchOf(who);
  set.people.n = who.people;
  if (CountsPeople(counted)) {
    set.sum = people.people;
    return set;
  }
  set.kind = static_cast<SetKind>(static_cast<int>(counted.entity) + 256 * static_cast<int>(counted.distinct));
  set.elements = SketchOf(elements);
  set.sum = elements.sum;
  set.largest = std::max<uint64_t>(1, elements.largest);
  return set;
}

Table ReleaseCount(const bind::Query& query, const SetsOfTable& asked, const SetsOfTable& effective,
                   const SetsOfSites& sites, const Tier& tier, const Noise& noise, NumberDoor* door) {
  return CountTable(query, asked, effective, sites, tier, noise, door).Make();
}

}  // namespace muster::release
