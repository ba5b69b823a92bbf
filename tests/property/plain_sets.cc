#include "tests/property/plain_sets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/secret/record_key.h"

namespace muster::property {
namespace {

using model::Entity;
using model::QuerySet;

class PlainSets {
 public:
  PlainSets(const World& world, const NaiveEvaluator& evaluator, const secret::SecretKeys& keys,
            const execute::SetOptions& options)
      : world_(world), evaluator_(evaluator), key_(keys.record), options_(options) {}

  QuerySet Of(Counted what, const RowSet& rows) const {
    std::set<size_t> people;
    for (const RowRef ref : rows) people.insert(ref.record);
    QuerySet set;
    std::set<uint64_t> elements;
    if (what.what == Counted::What::kFamilies) {
      for (const RowRef ref : rows) {
        const auto [dataset, family] = *evaluator_.families().FamilyOf(ref);
        elements.insert(secret::FamilyKey(key_, dataset, family));
      }
    } else if (what.what == Counted::What::kPersons) {
      for (const RowRef ref : rows) elements.insert(KeyOfPerson(ref));
    } else if (what.entity == Entity::kIndividual) {
      for (const size_t person : people) elements.insert(RecordKey(person));
    } else {
      return OfRows(what, rows);
    }
    set = OfElements(elements);
    set.entity = what.entity;
    set.sum = elements.size();
    set.largest = elements.empty() ? 0 : 1;
    set.people = what.what == Counted::What::kFamilies ? people.size() : elements.size();
    return set;
  }

 private:
  uint64_t RecordKey(size_t record) const {
    return secret::RecordKey(key_, world_.records[record].dataset, world_.records[record].id);
  }

  uint64_t KeyOfPerson(RowRef ref) const {
    const model::Value* person = evaluator_.RowAt(ref).Find(model::field::kPerson);
    if (person == nullptr) return RecordKey(ref.record);
    return secret::PersonKey(key_, evaluator_.dictionary().Text(std::get<model::Symbol>(*person)));
  }

  QuerySet OfRows(Counted what, const RowSet& rows) const {
    std::map<size_t, uint64_t> of_person;
    for (const RowRef ref : rows) ++of_person[ref.record];
    std::vector<uint64_t> amounts;
    for (const auto& [person, amount] : of_person) amounts.push_back(amount);
    std::sort(amounts.begin(), amounts.end(), std::greater<>());
    uint64_t most = amounts.empty() ? 0 : amounts.front();
    if (options_.flatten > 0 && !amounts.empty()) most = amounts[std::min(options_.flatten, amounts.size()) - 1];
    std::set<uint64_t> elements;
    uint64_t sum = 0;
    for (const auto& [person, amount] : of_person) {
      const uint64_t cut = std::min(amount, most);
      sum += cut;
      elements.insert(secret::RowsKey(RecordKey(person), cut));
    }
    QuerySet set = OfElements(elements, true);
    set.entity = what.entity;
    set.people = of_person.size();
    set.sum = sum;
    set.largest = most;
    return set;
  }

  QuerySet OfElements(const std::set<uint64_t>& elements, bool of_rows = false) const {
    QuerySet set;
    set.elements = elements.size();
    for (const uint64_t element : elements) {
      for (size_t lane = 0; lane < 64; ++lane) {
        if ((element & uint64_t{1} << lane) != 0) ++set.lanes[lane];
      }
      // Ascending elements have ascending upper halves.
      const bool kept = elements.size() < options_.keys_below || (!of_rows && set.keys.size() < model::kSmallestKeys);
      if (kept) set.keys.push_back(static_cast<uint32_t>(element >> 32));
    }
    return set;
  }

  const World& world_;
  const NaiveEvaluator& evaluator_;
  const secret::SipKey key_;
  const execute::SetOptions options_;
};

std::string Describe(const QuerySet& set) {
  std::string text = absl::StrCat(set.elements, " elements of ", set.people, " people, sum ", set.sum, ", largest ",
                                  set.largest, ", entity ", static_cast<int>(set.entity), ", keys");
  for (const uint32_t key : set.keys) absl::StrAppend(&text, " ", key);
  absl::StrAppend(&text, ", lanes");
  for (const uint8_t lane : set.lanes) absl::StrAppend(&text, " ", int{lane});
  return text;
}

bool Same(const QuerySet& a, const QuerySet& b) {
  return a.entity == b.entity && a.elements == b.elements && a.people == b.people && a.sum == b.sum &&
         a.largest == b.largest && a.lanes == b.lanes && a.keys == b.keys;
}

std::string Describe(const std::vector<Cell>& cells) {
  std::string text;
  for (const Cell& cell : cells) {
    const auto* word = std::get_if<std::string>(&cell);
    absl::StrAppend(&text, word != nullptr ? *word : "-", " | ");
  }
  return text;
}

}  // namespace

void TakeOffChoices(grammar::Statement* statement) {
  auto& count = std::get<grammar::Count>(statement->query);
  count.having.clear();
  for (grammar::Dimension& dimension : count.by) dimension.top.reset();
}

std::string CompareSets(const World& world, const grammar::Statement& statement, const NaiveAnswer& naive,
                        const absl::StatusOr<execute::CellSets>& engine, const secret::SecretKeys& keys,
                        const execute::SetOptions& options) {
  if (!engine.ok()) return engine.status().ToString();
  const auto& count = std::get<grammar::Count>(statement.query);
  const NaiveEvaluator evaluator(world);
  const absl::StatusOr<std::vector<Counted>> counted = NaiveEvaluator::Resolve(count.entities);
  if (!counted.ok()) return counted.status().ToString();
  const PlainSets plain(world, evaluator, keys, options);
  const auto compare = [&](const std::vector<RowSet>& behind, const execute::RowSets& sets) -> std::string {
    if (sets.columns.size() != counted->size()) return "another number of columns";
    for (size_t e = 0; e <= counted->size(); ++e) {
      const QuerySet expected = plain.Of(e < counted->size() ? (*counted)[e] : Counted(), behind[e]);
      const QuerySet& got = e < counted->size() ? sets.columns[e] : sets.people;
      if (Same(expected, got)) continue;
      return absl::StrCat("column ", e, "\nplain:  ", Describe(expected), "\nengine: ", Describe(got));
    }
    return "";
  };
  std::map<std::vector<Cell>, const execute::RowSets*> rows;
  for (const execute::RowSets& row : engine->rows) rows[row.values] = &row;
  if (rows.size() != engine->rows.size()) return "two rows have the same values";
  if (rows.size() != naive.rows.size()) return absl::StrCat(rows.size(), " rows instead of ", naive.rows.size());
  for (size_t i = 0; i < naive.rows.size(); ++i) {
    const std::vector<Cell> values(naive.rows[i].begin(),
                                   naive.rows[i].begin() + static_cast<ptrdiff_t>(count.by.size()));
    const auto found = rows.find(values);
    if (found == rows.end()) return absl::StrCat("no row ", Describe(values));
    if (std::string difference = compare(naive.behind[i], *found->second); !difference.empty()) {
      return absl::StrCat("row ", Describe(values), difference);
    }
  }
  if (count.by.empty()) return "";
  const std::string difference = compare(naive.behind_total, engine->total);
  return difference.empty() ? difference : "total " + difference;
}

}  // namespace muster::property
