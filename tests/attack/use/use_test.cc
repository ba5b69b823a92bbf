// The other bar of a protection: that planners can work with it, else it is switched off and protects nobody. Sessions
// of edits of a study's question, of many planners with one memory, compared with the exact numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "muster/guest.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/score.h"
#include "tests/attack/use/sessions.h"

namespace muster::attack {
namespace {

constexpr size_t kStatements = 30;

// A tier, and what its numbers may come to. Two of the design's bars are of the noise alone: errors of 1.3 sd and 99 %
// within 4 sd. They cannot be kept with an answer memory, which by design gives the number of a near set, with the
// error of that many people; `typical` has it, and its bar is kept. What is held here is what was measured at 20,000
// people, with room for other seeds; at 50,000 it is 1.6, 1.4 and 1.3 sd, and 97, 98 and 99 % within 4 sd.
struct Used {
  const char* name;
  int years;       // how finely ages may be asked for
  double t;        // numbers from here on are shown
  double sd;       // of noise and rounding
  int64_t units;   // of a week, for one name
  int64_t near;    // statements of a week that have no consequences
  double hidden;   // share of numbers that are hidden though 2 sd above t: at most
  double rms;      // error in sd: at most
  double four_sd;  // share within 4 sd: at least
};
const Used kTiers[] = {{"public", 5, 30, std::sqrt(25 + 100.0 / 12), 50, 200, 0.03, 2.1, 0.92},
                       {"registered", 1, 20, std::sqrt(9 + 25.0 / 12), 100, 40, 0.01, 1.9, 0.94},
                       {"controlled", 1, 10, std::sqrt(4 + 1.0 / 12), 1000, 400, 0.01, 1.7, 0.96}};

// What is counted over all sessions.
struct Figures {
  size_t statements = 0, repeated = 0, repeated_otherwise = 0;
  size_t shown = 0, within_typical = 0, within_four_sd = 0, out_of_bounds = 0, withheld = 0;
  size_t large = 0, large_hidden = 0, totals_withheld = 0;
  double squares = 0;
  size_t edits = 0, unchanged = 0, narrowed = 0, risen = 0, funnels = 0, funnels_risen = 0;
  size_t over_units = 0, over_near = 0, sessions = 0;
  size_t near = 0;
};

// By the values of the dimension; under "" the total, or the number itself.
std::map<std::string, Cell> CellsOf(Opponent& opponent, const std::string& text, bool has_dimension) {
  std::map<std::string, Cell> cells;
  const absl::StatusOr<std::vector<Answer>> answers = opponent.Ask(text);
  if (!answers.ok() || !answers->back().table.has_value()) {
    ADD_FAILURE() << text << "\n" << Render(text, answers);
    return cells;
  }
  const Table& table = *answers->back().table;
  if (!has_dimension) {
    cells[""] = table.rows.at(0).at(0);
    return cells;
  }
  for (const auto& row : table.rows) {
    const auto* key = std::get_if<std::string>(&row.at(0));
    if (key == nullptr || *key != "(not shown)") cells[key == nullptr ? "-" : *key] = row.at(1);
  }
  if (!table.total.empty()) cells[""] = table.total.at(0);
  return cells;
}

void Compare(const Used& tier, const std::map<std::string, Cell>& exact, const std::map<std::string, Cell>& released,
             Figures* figures) {
  for (const auto& [key, cell] : exact) {
    const auto n = static_cast<double>(ValueOf(cell).value_or(0));
    const auto found = released.find(key);
    const Number* const number = found == released.end() ? nullptr : std::get_if<Number>(&found->second);
    const bool large = n >= tier.t + 2 * tier.sd;
    figures->large += large ? 1 : 0;
    if (number == nullptr || !number->value.has_value()) {
      figures->large_hidden += large ? 1 : 0;
      // A total is withheld where it would give away the only rows that are hidden; anything else never is.
      if (number != nullptr && number->kind == Number::Kind::kWithheld) {
        ++(key.empty() && exact.size() > 1 ? figures->totals_withheld : figures->withheld);
      }
      if (number != nullptr && number->high.has_value() && n > static_cast<double>(*number->high)) {
        ++figures->out_of_bounds;
      }
      continue;
    }
    const double error = static_cast<double>(*number->value) - n;
    ++figures->shown;
    figures->squares += error * error;
    figures->within_four_sd += std::abs(error) <= 4 * tier.sd ? 1 : 0;
    figures->within_typical += std::abs(error) <= static_cast<double>(number->typical.value_or(0)) ? 1 : 0;
    const Interval bounds = IntervalOf(found->second);
    figures->out_of_bounds += n < bounds.low || n > bounds.high ? 1 : 0;
  }
}

std::optional<int64_t> Whole(const std::map<std::string, Cell>& cells) {
  const auto found = cells.find("");
  return found == cells.end() ? std::nullopt : ValueOf(found->second);
}

// A share that `of` cases hardly exceed where `share` is meant.
double Few(double share, size_t of) { return share + 3 * std::sqrt(share / static_cast<double>(of)); }

class UseTest : public OwnCatalogueTest {
 protected:
  void Work(const Used& tier, Opponent& exact, Guest& guest, GuestOpponent& planner, std::mt19937_64& random,
            Figures* figures) {
    const int64_t before = guest.Budget()->units_left;
    std::optional<int64_t> last_exact, last_released;
    std::vector<std::pair<std::string, std::string>> said;
    for (const Step& step : Session(random, kStatements, tier.years)) {
      const std::string text = step.text();
      const auto exactly = CellsOf(exact, text, !step.by.empty());
      const auto released = CellsOf(planner, text, !step.by.empty());
      Compare(tier, exactly, released, figures);
      ++figures->statements;
      const std::optional<int64_t> n = Whole(exactly), value = Whole(released);
      if (value.has_value() && last_released.has_value() && n.has_value() && last_exact.has_value() &&
          *n != *last_exact) {
        ++figures->edits;
        figures->unchanged += *value == *last_released ? 1 : 0;
      }
      if (step.before == Step::To::kNarrower && value.has_value() && last_released.has_value()) {
        ++figures->narrowed;
        figures->risen += *value > *last_released ? 1 : 0;
      }
      last_exact = n;
      last_released = value;
      said.emplace_back(text, planner.Said(text));
    }
    figures->over_units += before - guest.Budget()->units_left > tier.units ? 1 : 0;
    for (const auto& [text, all] : said) {
      ++figures->repeated;
      figures->repeated_otherwise += planner.Said(text) == all ? 0 : 1;
    }
    Funnel(planner, random, tier, figures);
    ++figures->sessions;
  }

  static void Funnel(GuestOpponent& planner, std::mt19937_64& random, const Used& tier, Figures* figures) {
    const std::string text = "funnel individuals where " + Session(random, 12, tier.years).back().where;
    const absl::StatusOr<std::vector<Answer>> answers = planner.Ask(text);
    ASSERT_TRUE(answers.ok() && answers->back().table.has_value()) << Render(text, answers);
    const Table& table = *answers->back().table;
    const auto column = std::ranges::find(table.columns, "individuals", &Column::name) - table.columns.begin();
    ASSERT_LT(column, std::ssize(table.columns)) << Render(text, answers);
    std::optional<int64_t> above;
    for (const auto& row : table.rows) {
      const std::optional<int64_t> value = ValueOf(row.at(static_cast<size_t>(column)));
      figures->funnels_risen += above.has_value() && value.has_value() && *value > *above ? 1 : 0;
      if (value.has_value()) above = value;
    }
    ++figures->funnels;
  }
};

TEST_F(UseTest, PlannersCanWork) {
  const World world(Seed(), 5 * FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000));
  const size_t sessions = std::clamp<size_t>(Trials(), 16, 200);
  {
    const auto people = Make("people");
    ASSERT_NE(people, nullptr);
    for (const char* dataset : {"hospital", "registry"}) Import(*people, dataset, world.Records(dataset));
    SetPolicy(*people);
  }
  for (const Used& tier : kTiers) {  // each with a memory of its own
    const std::filesystem::path path = folder_ / tier.name;
    std::filesystem::copy(folder_ / "people", path, std::filesystem::copy_options::recursive);
    auto opened = Catalogue::Open(path.string(), {});
    ASSERT_TRUE(opened.ok()) << opened.status();
    const auto catalogue = *std::move(opened);
    Exact exact(*catalogue);
    std::mt19937_64 random(Seed());
    Figures f;
    for (size_t s = 0; s < sessions; ++s) {
      const auto planner = Admit(*catalogue, tier.name, absl::StrCat("planner ", s));
      ASSERT_NE(planner, nullptr);
      Work(tier, exact, planner->guest(), *planner, random, &f);
    }
    // Of all planners, how often was a number that of a set near his?
    std::map<std::string, int64_t> near;
    ASSERT_TRUE(catalogue
                    ->Ledger(1,
                             [&](const LedgerEntry& entry) {
                               if (entry.what == "statement" && entry.near && entry.units > 0) ++near[entry.principal];
                               return true;
                             })
                    .ok());
    for (const auto& [name, count] : near) {
      f.near += static_cast<size_t>(count);
      f.over_near += count > tier.near ? 1 : 0;
    }
    const double rms = std::sqrt(f.squares / static_cast<double>(std::max<size_t>(f.shown, 1)));
    const auto tell = [&](const char* what, double value) {
      Tell(absl::StrCat("use: ", what), tier.name, value);
      return value;
    };
    ASSERT_GT(f.shown, 10 * sessions);
    ASSERT_GT(f.large, 10 * sessions);
    EXPECT_LE(tell("numbers hidden though large", ShareOf(f.large_hidden, f.large)), Few(tier.hidden, f.large))
        << tier.name;
    EXPECT_EQ(tell("numbers withheld", static_cast<double>(f.withheld)), 0) << tier.name;
    EXPECT_LE(tell("totals withheld, of statements", ShareOf(f.totals_withheld, f.statements)), 0.08) << tier.name;
    EXPECT_EQ(tell("numbers out of their bounds", static_cast<double>(f.out_of_bounds)), 0) << tier.name;
    EXPECT_GE(tell("numbers within `typical`", ShareOf(f.within_typical, f.shown)), 0.95) << tier.name;
    EXPECT_GE(tell("numbers within 4 sd", ShareOf(f.within_four_sd, f.shown)), tier.four_sd) << tier.name;
    EXPECT_LE(tell("rms error in sd", rms / tier.sd), tier.rms) << tier.name;
    EXPECT_LE(tell("near statements", ShareOf(f.near, f.statements + f.funnels)), 0.35) << tier.name;
    EXPECT_LE(tell("sessions with near used up", ShareOf(f.over_near, f.sessions)), 0.01) << tier.name;
    EXPECT_EQ(tell("sessions beyond the units of a week", ShareOf(f.over_units, f.sessions)), 0) << tier.name;
    EXPECT_LE(tell("unchanged though people changed", ShareOf(f.unchanged, f.edits)), Few(0.25, f.edits)) << tier.name;
    EXPECT_LE(tell("risen though narrower", ShareOf(f.risen, f.narrowed)), Few(0.005, f.narrowed)) << tier.name;
    EXPECT_EQ(tell("funnels that rise", static_cast<double>(f.funnels_risen)), 0) << tier.name;
    EXPECT_EQ(tell("other answers to the same text", static_cast<double>(f.repeated_otherwise)), 0) << tier.name;
    const auto audit = catalogue->Audit();
    ASSERT_TRUE(audit.ok()) << audit.status();
    EXPECT_TRUE(audit->suspended.empty()) << tier.name;
  }
}

}  // namespace
}  // namespace muster::attack
