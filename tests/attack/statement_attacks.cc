#include "tests/attack/statement_attacks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/attack/score.h"

namespace muster::attack {
namespace {

struct Trial {
  bool exists = false;
  const std::string* q = nullptr;
  const Target* target = nullptr;
};

Trial TrialOf(const World& world, size_t number) {
  const size_t person = number / 2 % std::min(world.targets.size(), world.look_alikes.size());
  const bool exists = number % 2 == 0;
  return {exists, exists ? &world.targets[person].alone : &world.look_alikes[person], &world.targets[person]};
}

double Shown(const Seen& seen) { return seen.value.has_value() ? static_cast<double>(*seen.value) : 0; }

// Nothing where a budget ends it.
Table TableOf(Opponent& opponent, const std::string& text) {
  absl::StatusOr<std::vector<Answer>> answers = opponent.Ask(text);
  if (answers.ok() && answers->back().table.has_value()) return *std::move(answers->back().table);
  if (!opponent.ended()) ADD_FAILURE() << text << "\n" << Render(text, answers);
  return {};
}

// By the values of the dimensions, of which there are `dimensions`; without the row of what is not shown.
std::map<std::string, Cell> CellsOf(const Table& table, size_t dimensions) {
  std::map<std::string, Cell> cells;
  for (const auto& row : table.rows) {
    std::string key;
    for (size_t d = 0; d < dimensions; ++d) {
      const auto* text = std::get_if<std::string>(&row[d]);
      absl::StrAppend(&key, text == nullptr ? "-" : *text, "|");
    }
    if (!key.starts_with("(not shown)")) cells[key] = row[dimensions];
  }
  return cells;
}

// Whether the last row loses somebody, by the column of that name or else by the last one.
bool TellsSomebody(const Table& table) {
  if (table.rows.empty()) return false;
  const auto lost = std::find_if(table.columns.begin(), table.columns.end(),
                                 [](const Column& column) { return column.name == "lost"; });
  const size_t column = std::min<size_t>(lost - table.columns.begin(), table.columns.size() - 1);
  const std::optional<int64_t> people = ValueOf(table.rows.back()[column]);
  return people.has_value() && *people != 0;
}

}  // namespace

Score DoubleTracker(Opponent& opponent, const World& world, size_t targets) {
  Claims claims;
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    const auto [exists, q, target] = TrialOf(world, trial);
    const std::string u = absl::StrCat("sex is ", target->sex);
    const std::string t =
        absl::StrCat("(", u, " and age at last contact aged ", target->age >= 45 ? "45 to 89" : "0 to 44", ")");
    const double n = Shown(opponent.Count(u)) + Shown(opponent.Count(absl::StrCat(*q, " or ", t))) -
                     Shown(opponent.Count(t)) -
                     Shown(opponent.Count(absl::StrCat(u, " and not (", *q, " and ", t, ")")));
    if (opponent.ended()) break;
    claims.Add(exists, n >= 0.5);
  }
  return claims.Right();
}

Score ExistenceBy(By statement, Opponent& opponent, const World& world, size_t pairs) {
  Claims claims;
  for (size_t trial = 0; trial < 2 * pairs; ++trial) {
    const auto [exists, q, target] = TrialOf(world, trial);
    const std::string b = absl::StrCat("sex is ", target->sex);
    bool claim = false;
    switch (statement) {
      case By::kFunnel:
        claim = TellsSomebody(TableOf(opponent, absl::StrCat("funnel individuals where ", b, " and not ", *q)));
        break;
      case By::kImpact:
        claim = TellsSomebody(TableOf(opponent, absl::StrCat("impact individuals where ", b, " and not ", *q)));
        break;
      case By::kCompare: {
        const Table table = TableOf(opponent, absl::StrCat("compare a as individuals where ", b,
                                                           ", b as individuals where ", b, " and not ", *q));
        if (!table.rows.empty()) claim = table.rows[0][0] != table.rows[0][1] || table.rows[0][2] != table.rows[0][0];
        break;
      }
      case By::kCohort: {
        const std::string define = "define cohort c as individuals where ";
        const std::string before = opponent.Numbers(absl::StrCat(define, b, "; count individuals where in cohort c"));
        const std::string after =
            opponent.Numbers(absl::StrCat(define, b, " and not ", *q, "; count individuals where in cohort c"));
        claim = before != after;
        break;
      }
    }
    if (opponent.ended()) break;
    claims.Add(exists, claim);
  }
  return claims.Advantage();
}

Score Complement(Opponent& opponent, int64_t k) {
  size_t known = 0, hiding = 0;
  for (const char* field : {"country", "disease", "dataset", "age at last contact in bands of 10 years"}) {
    for (const char* where : {"", " where sex is male", " where sex is female", " where has phenotype PX:0",
                              " where has phenotype PX:3", " where has phenotype PX:9", " where has phenotype PX:20",
                              " where country is \"PT\"", " where country is \"LT\"",
                              " where age at last contact aged 0 to 44", " where age at last contact aged 45 to 89"}) {
      const Table table = TableOf(opponent, absl::StrCat("count individuals", where, " by ", field));
      if (opponent.ended()) break;
      Interval rest = IntervalOf(table.total.at(0));
      size_t hidden = 0;
      for (const auto& [key, cell] : CellsOf(table, 1)) {
        if (!ValueOf(cell).has_value()) {
          ++hidden;
          continue;
        }
        const Interval of = IntervalOf(cell);
        rest = {rest.low - of.high, rest.high - of.low};
      }
      const bool guest = std::holds_alternative<Number>(table.total.at(0));
      if (hidden == 0 && !guest) continue;
      ++hiding;
      rest.low = std::max(rest.low, 0.0);
      known += rest.high - rest.low < static_cast<double>(k) - 1 ? 1 : 0;
    }
  }
  return {ShareOf(known, hiding), hiding};
}

Score Margins(Opponent& opponent, int64_t k) {
  size_t known = 0, hidden = 0;
  for (const char* where : {"country is DE", "country is ES", "country is PL", "country is SE", "country is PT",
                            "country is DK", "country is IE"}) {
    const std::string count = absl::StrCat("count individuals where ", where, " by ");
    const auto cells = CellsOf(TableOf(opponent, count + "sex, disease"), 2);
    const auto sexes = CellsOf(TableOf(opponent, count + "sex"), 1);
    const auto diseases = CellsOf(TableOf(opponent, count + "disease"), 1);
    if (opponent.ended()) break;
    const auto interval_in = [](const std::map<std::string, Cell>& of, const std::string& key) {
      const auto found = of.find(key);
      return found == of.end() ? Interval() : IntervalOf(found->second);
    };
    constexpr size_t kSexes = 2;
    const char* sex_names[kSexes] = {"female|", "male|"};
    Interval cell[kSexes][kDiseases], of_sex[kSexes], of_disease[kDiseases];
    bool is_hidden[kSexes][kDiseases];
    for (size_t s = 0; s < kSexes; ++s) {
      of_sex[s] = interval_in(sexes, sex_names[s]);
      for (size_t d = 0; d < kDiseases; ++d) {
        const std::string key = absl::StrCat(sex_names[s], DiseaseCode(d), "|");
        const auto found = cells.find(key);
        // Who shows zeros tells by them that nobody is there.
        is_hidden[s][d] = found == cells.end() || !ValueOf(found->second).has_value();
        cell[s][d] = interval_in(cells, key);
        of_disease[d] = interval_in(diseases, DiseaseCode(d) + "|");
      }
    }
    const auto tighten = [](Interval whole, std::vector<Interval*> parts) {
      for (Interval* part : parts) {
        double low = whole.low, high = whole.high;
        for (const Interval* other : parts) {
          if (other == part) continue;
          low -= other->high;
          high -= other->low;
        }
        part->low = std::max(part->low, low);
        part->high = std::min(part->high, high);
      }
    };
    for (int round = 0; round < 20; ++round) {
      for (size_t s = 0; s < kSexes; ++s) {
        std::vector<Interval*> parts;
        for (size_t d = 0; d < kDiseases; ++d) parts.push_back(&cell[s][d]);
        tighten(of_sex[s], parts);
      }
      for (size_t d = 0; d < kDiseases; ++d) tighten(of_disease[d], {&cell[0][d], &cell[1][d]});
    }
    for (size_t s = 0; s < kSexes; ++s) {
      for (size_t d = 0; d < kDiseases; ++d) {
        if (!is_hidden[s][d]) continue;
        ++hidden;
        known += cell[s][d].high - cell[s][d].low < static_cast<double>(k) - 1 ? 1 : 0;
      }
    }
  }
  return {ShareOf(known, hidden), hidden};
}

Score Choice(Opponent& opponent, const std::string& by, int64_t k) {
  const auto plain = CellsOf(TableOf(opponent, absl::StrCat("count individuals by ", by)), 1);
  std::set<std::string> told;
  for (int64_t bound = 1; bound <= 3 * k; ++bound) {
    const auto having =
        CellsOf(TableOf(opponent, absl::StrCat("count individuals by ", by, " having individuals >= ", bound)), 1);
    if (opponent.ended()) break;
    for (const auto& [key, cell] : having) {
      const auto found = plain.find(key);
      if (found == plain.end() || !ValueOf(found->second).has_value()) told.insert(key);
    }
    // Of rows that are shown, those that come back are those that the shown number lets.
    for (const auto& [key, cell] : plain) {
      const std::optional<int64_t> value = ValueOf(cell);
      if (value.has_value() && (*value >= bound) != having.contains(key)) told.insert(key);
      if (!value.has_value() && having.contains(key)) told.insert(key);
    }
    // `=` and `<` choose by what is shown, too.
    for (const bool equal : {true, false}) {
      const auto chosen = CellsOf(TableOf(opponent, absl::StrCat("count individuals by ", by, " having individuals ",
                                                                 equal ? "= " : "< ", bound)),
                                  1);
      if (opponent.ended()) break;
      for (const auto& [key, cell] : chosen) {
        const auto found = plain.find(key);
        const std::optional<int64_t> value = found == plain.end() ? std::nullopt : ValueOf(found->second);
        if (!value.has_value() || !(equal ? *value == bound : *value < bound)) told.insert(key);
      }
    }
  }
  for (const int top : {1, 2, 5, 10, 20, 28}) {
    const auto of_top = CellsOf(TableOf(opponent, absl::StrCat("count individuals by ", by, " top ", top)), 1);
    if (opponent.ended()) break;
    for (const auto& [key, cell] : of_top) {
      const auto found = plain.find(key);
      if (found == plain.end() || ValueOf(found->second) != ValueOf(cell)) told.insert(key);
    }
  }
  return {static_cast<double>(told.size()), plain.size()};
}

Score Groups(Opponent& opponent, const World& world, size_t k) {
  size_t exact = 0, of = 0;
  const std::vector<std::string> common = {"DE", "FR", "ES", "IT", "PL", "NL", "BE", "SE"};
  for (const auto& [country, people] : world.CountriesBelow(k)) {
    double sum = 0;
    size_t groups = 0;
    for (const std::string& other : common) {
      const auto with = CellsOf(TableOf(opponent, absl::StrCat("count individuals by country in groups (g = (\"", other,
                                                               "\", \"", country, "\"))")),
                                1);
      const auto without =
          CellsOf(TableOf(opponent, absl::StrCat("count individuals by country in groups (g = (\"", other, "\"))")), 1);
      if (opponent.ended()) break;
      if (!with.contains("g|") || !without.contains("g|")) continue;
      const std::optional<int64_t> a = ValueOf(with.at("g|"));
      const std::optional<int64_t> b = ValueOf(without.at("g|"));
      if (!a.has_value() || !b.has_value()) continue;
      sum += static_cast<double>(*a - *b);
      ++groups;
    }
    if (opponent.ended()) break;
    ++of;
    const double mean = groups == 0 ? -1 : sum / static_cast<double>(groups);
    exact += std::llround(mean) == static_cast<int64_t>(people) ? 1 : 0;
  }
  return {ShareOf(exact, of), of};
}

Score OtherTrees(Opponent& opponent, const World& world, size_t k) {
  const std::string b = "country is DE";
  std::vector<std::string> few;
  for (size_t n = k / 2 + 1; n < k && few.size() < 2; ++n) {
    for (const std::string& where : world.cells[n]) {
      if (few.size() == 2) break;
      // (A guest does not know a word that few people have, so a text with it has no number at all.)
      if (opponent.Count(absl::StrCat(b, " or (", where, ")")).value.has_value()) few.push_back("(" + where + ")");
    }
  }
  if (few.size() < 2) return {};
  const std::string& c1 = few[0];
  const std::string& c2 = few[1];
  std::set<std::string> answers;
  for (const std::string& text : {absl::StrCat(b, " or ", c1, " or ", c2), absl::StrCat(c2, " or ", c1, " or ", b),
                                  absl::StrCat("(", b, " or ", c2, ") or ", c1),
                                  absl::StrCat("not (not ", b, " and not ", c1, " and not ", c2, ")"),
                                  absl::StrCat("at least 1 of (", c1, ", ", b, ", ", c2, ")"),
                                  absl::StrCat(b, " or ", c1, " or ", c2, " or ", c1),
                                  absl::StrCat("not not (", c1, " or (", b, " or ", c2, "))")}) {
    const std::string all = opponent.Count(text).all;
    if (opponent.ended()) break;
    answers.insert(all);
  }
  return {static_cast<double>(answers.size()), few.size()};
}

}  // namespace muster::attack
