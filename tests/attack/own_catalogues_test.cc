// Attacks that need catalogues of their own: other routes to the same people (A7), updates (A20), many rows of few
// people (A22), hidden datasets (A35).
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/table.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

constexpr int64_t kThreshold = 10;

constexpr char kRoutes[] = R"(format-version: 1.2
ontology: rt

[Term]
id: RT:0000001
name: all

[Term]
id: RT:0000002
name: above
is_a: RT:0000001

[Term]
id: RT:0000003
name: alpha
synonym: "alfa" EXACT []
alt_id: RT:0000004
is_a: RT:0000002

[Term]
id: RT:0000005
name: nobody has it
is_a: RT:0000002

[Term]
id: RT:0000006
name: old alpha
is_obsolete: true
replaced_by: RT:0000003
)";

// How many answers there are to one question about the same people, by other routes.
size_t OtherRoutes(Opponent& opponent) {
  std::set<int64_t> answers;  // what is said of merged and retired codes differs, the number must not
  for (const char* route :
       {"has phenotype RT:0000003", "has phenotype exactly RT:0000003", "has phenotype \"alpha\"",
        "has phenotype \"alfa\"", "has phenotype RT:0000004", "has phenotype RT:0000006", "has phenotype RT:0000002",
        "has phenotype RT:0000002 or has phenotype RT:0000005", "has phenotype in (RT:0000003, RT:0000005)",
        "has phenotype with term starts with \"RT:000000\"", "has phenotype with (term is RT:0000003)",
        "not not has phenotype RT:0000003", "at least 1 of (has phenotype RT:0000003, has phenotype RT:0000005)"}) {
    const std::string where = absl::StrCat("sex is female and (", route, ")");
    const std::optional<int64_t> value = opponent.Count(where).value;
    EXPECT_TRUE(value.has_value()) << route;
    answers.insert(value.value_or(-1));
  }
  return answers.size();
}

TEST_F(OwnCatalogueTest, OtherRoutesToTheSamePeopleHaveOneNumber) {
  const auto catalogue = Make("routes");
  ASSERT_NE(catalogue, nullptr);
  Import(*catalogue, "hospital", kRoutes);
  std::string people;
  for (int i = 0; i < 600; ++i) {
    people += Person(absl::StrCat("r", i), i % 2 == 0 ? "FEMALE" : "MALE", "DE", i < 400 ? "RT:0000003" : "PX:1", 0);
  }
  Import(*catalogue, "hospital", people);
  SetPolicy(*catalogue);
  Exact exact(*catalogue);
  EXPECT_EQ(OtherRoutes(exact), 1u) << "they are the same people";
  FreshNoise fresh(*catalogue, kThreshold);
  const size_t averaged = OtherRoutes(fresh);
  Tell("A7 other routes: answers", fresh.name(), static_cast<double>(averaged));
  EXPECT_GT(averaged, 1u);
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const size_t different = OtherRoutes(*guest);
    Tell("A7 other routes: answers", guest->name(), static_cast<double>(different));
    EXPECT_EQ(different, 1u);
  }
  // (As shipped he would get on as far: the 13 texts are within every budget.)
}

// The id of a record.
std::string NameOf(const std::string& line) { return line.substr(7, line.find('"', 7) - 7); }

// What the host does to one person between two rounds of questions.
enum class Update { kDelete, kChange, kAdd, kNone };

// What 20 broad questions come to.
std::string Broad(Opponent& opponent) {
  std::string all;
  for (const char* base :
       {"sex is female", "sex is male", "not sex is female", "age at last contact is recorded", "has sample",
        "has disease", "has phenotype", "not has sample", "has phenotype PX:1", "has at least 2 phenotype"}) {
    absl::StrAppend(&all, opponent.Count(base).all, "\n");
    absl::StrAppend(&all, opponent.Numbers(absl::StrCat("count individuals where ", base, " by sex")), "\n");
  }
  return all;
}

TEST_F(OwnCatalogueTest, UpdatesOfOnePersonAreNotTold) {
  const World world(Seed(), 2000);
  const std::string records = world.Records("hospital");
  // 0: exact numbers; 1: a guest within the epoch; 2: in the next.
  std::vector<size_t> told(3);
  size_t updates = 0;
  const auto catalogue = Make("updates");
  ASSERT_NE(catalogue, nullptr);
  Import(*catalogue, "hospital", records);
  SetPolicy(*catalogue, R"(, "epoch": {"max_days": 31, "min_people": 1})");
  const auto guest = Admit(*catalogue, "registered");
  ASSERT_NE(guest, nullptr);
  Exact exact(*catalogue);
  std::string exactly = Broad(exact);
  std::string released = Broad(*guest);
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < records.size();) {
    const size_t end = records.find('\n', begin) + 1;
    lines.push_back(records.substr(begin, end - begin));
    begin = end;
  }
  for (const Update update : {Update::kDelete, Update::kChange, Update::kAdd, Update::kNone}) {
    for (size_t trial = 0; trial < 3; ++trial) {
      const std::string& line = lines[7 + 11 * trial + 101 * static_cast<size_t>(update)];
      const std::string id = NameOf(line);
      std::string other = line;
      switch (update) {
        case Update::kDelete:
          ASSERT_EQ(*catalogue->Delete("hospital", {id}), 1u);
          break;
        case Update::kChange:
          if (const size_t at = other.find("\"FEMALE\""); at != other.npos) {
            other.replace(at, 8, "\"MALE\"");
          } else {
            other.replace(other.find("\"MALE\""), 6, "\"FEMALE\"");
          }
          Import(*catalogue, "hospital", other);
          break;
        case Update::kAdd:
          other.replace(7, id.size(), absl::StrCat("new", trial));
          Import(*catalogue, "hospital", other);
          break;
        case Update::kNone:
          Import(*catalogue, "hospital", line);
          break;
      }
      const std::string exactly_now = Broad(exact);
      told[0] += exactly_now != exactly ? 1 : 0;
      exactly = exactly_now;
      told[1] += Broad(*guest) != released ? 1 : 0;
      const absl::Status begun = catalogue->PublishEpoch();
      EXPECT_EQ(begun.ok(), update != Update::kNone) << begun;
      const std::string released_now = Broad(*guest);
      told[2] += released_now != released ? 1 : 0;
      released = released_now;
      ++updates;
    }
  }
  // As shipped. (The same texts cost nothing within the epoch: the budget does not end this.)
  SetShippedPolicy(*catalogue);
  const auto shipped = Admit(*catalogue, "registered", "newcomer");
  ASSERT_NE(shipped, nullptr);
  size_t changed = 0;
  const std::string at_first = Broad(*shipped);
  for (size_t round = 0; round < 3; ++round) {
    ASSERT_EQ(*catalogue->Delete("hospital", {NameOf(lines[900 + round])}), 1u);
    changed += Broad(*shipped) != at_first ? 1 : 0;
  }
  TellShipped("A20 updates, in the epoch", shipped->name(), static_cast<double>(changed), EndOf(*shipped));
  EXPECT_EQ(changed, 0u);
  const auto share = [&](size_t i) { return static_cast<double>(told[i]) / static_cast<double>(updates); };
  Tell("A20 updates: answers changed", exact.name(), share(0));
  Tell("A20 updates, in the epoch", guest->name(), share(1));
  Tell("A20 updates, in the next", guest->name(), share(2));
  EXPECT_GE(share(0), 0.7) << "all but what was imported unchanged";
  EXPECT_EQ(told[1], 0u);
  EXPECT_EQ(told[2], 0u) << "a near set has the number of the one before";
}

// A threshold on rows: the practice of A22.
class RowsSuppressed final : public Exact {
 public:
  using Exact::Exact;
  std::string_view name() const override { return "rows"; }
};

TEST_F(OwnCatalogueTest, ManyRowsOfFewPeopleAreNotShown) {
  const auto catalogue = Make("rows");
  ASSERT_NE(catalogue, nullptr);
  std::string people;
  for (int i = 0; i < 600; ++i) people += Person(absl::StrCat("p", i), i % 2 == 0 ? "FEMALE" : "MALE", "DE", "PX:1", 1);
  for (int i = 0; i < 4; ++i) people += Person(absl::StrCat("f", i), "MALE", "MT", "PX:1", 12);
  people += Person("outlier", "FEMALE", "CY", "PX:1", 60);
  Import(*catalogue, "hospital", people);
  SetPolicy(*catalogue, R"(, "epoch": {"max_days": 31, "min_people": 1})");
  const std::vector<std::string> texts = {"count samples where country is MT", "count samples where country is CY",
                                          "count samples, individuals where country is MT",
                                          "count samples, individuals where country is CY"};
  const auto shown = [&](Opponent& opponent) {
    size_t count = 0;
    for (const std::string& text : texts) {
      const auto answers = opponent.Ask(text);
      EXPECT_TRUE(answers.ok() && answers->back().table.has_value()) << text;
      if (!answers.ok() || !answers->back().table) continue;
      for (const Cell& cell : answers->back().table->rows.at(0)) {
        const std::optional<int64_t> value = ValueOf(cell);
        count += value.has_value() && *value >= kThreshold ? 1 : 0;
      }
    }
    return count;
  };
  RowsSuppressed rows(*catalogue);
  const size_t by_rows = shown(rows);
  Tell("A22 rows of few people: shown", rows.name(), static_cast<double>(by_rows));
  EXPECT_EQ(by_rows, 4u) << "of 48 and of 60 samples";
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const size_t by_people = shown(*guest);
    Tell("A22 rows of few people: shown", guest->name(), static_cast<double>(by_people));
    EXPECT_EQ(by_people, 0u);
  }
  // The outlier's presence in a number of many: 60 rows of one person do not show when he has gone.
  const auto guest = Admit(*catalogue, "registered");
  ASSERT_NE(guest, nullptr);
  Exact exact(*catalogue);
  const auto samples = [](Opponent& opponent) { return opponent.Numbers("count samples where sex is female"); };
  const std::string exact_with = samples(exact);
  const std::string with = samples(*guest);
  ASSERT_EQ(*catalogue->Delete("hospital", {"outlier"}), 1u);
  ASSERT_TRUE(catalogue->PublishEpoch().ok());
  EXPECT_NE(samples(exact), exact_with);
  const bool told = samples(*guest) != with;
  Tell("A22 outlier gone: number changed", guest->name(), told ? 1 : 0);
  EXPECT_FALSE(told);
}

// The hidden dataset describes itself and its cohorts: one of many people, one of few, one of nobody.
constexpr char kSecret[] = R"({
  "individual": {"country": "/land", "cohort": "/cohort"},
  "datasets": [{"id": "secret", "name": "Secret", "dataUse": ["DUO:0000006", "DUO:0000021"]}],
  "cohorts": [{"id": "hushed", "dataUse": [{"id": "DUO:0000007", "modifiers": [{"id": "MONDO:0004992"}]}]},
              {"id": "twelve", "dataUse": ["DUO:0000042", "DUO:0000020"]},
              {"id": "nobody", "dataUse": ["DUO:0000018"]}]})";

// Who may be seen says what its data may be used for, so that there are notes to compare.
constexpr char kSeen[] = R"({
  "individual": {"country": "/land", "ethnicity label": "/words"},
  "datasets": [{"id": "hospital", "dataUse": ["DUO:0000042", "DUO:0000021"]}]})";

std::string InCohort(std::string person, const std::string& cohort) {
  return person.insert(1, absl::StrCat(R"("cohort":")", cohort, "\","));
}

TEST_F(OwnCatalogueTest, AHiddenDatasetIsLikeNone) {
  const World world(Seed(), 1500);
  std::string secret;
  for (int i = 0; i < 300; ++i) {
    secret += InCohort(Person(absl::StrCat("h", i), i % 2 == 0 ? "FEMALE" : "MALE", i % 3 == 0 ? "JP" : "DE",
                              i % 2 == 0 ? "HX:7" : "PX:1", 2),
                       i < 12 ? "twelve" : "hushed");
  }
  std::vector<std::unique_ptr<Catalogue>> catalogues;
  for (const bool with : {false, true}) {
    catalogues.push_back(Make(with ? "with" : "without"));
    ASSERT_NE(catalogues.back(), nullptr);
    Import(*catalogues.back(), "hospital", world.Records("hospital"), kSeen);
    if (with) Import(*catalogues.back(), "secret", secret, kSecret);
    SetPolicy(*catalogues.back(),
              with ? R"(, "datasets": {"secret": {"public": "hidden", "registered": "hidden", "controlled": "hidden"}})"
                   : "");
  }
  const std::vector<std::string> texts = {
      "show datasets",
      "show catalogue",
      "show cohorts",
      "describe individuals",
      "describe phenotypes",
      "describe samples",
      "count individuals",
      "count individuals by dataset",
      "count individuals by country",
      "count individuals by phenotype top 10",
      "count samples, individuals by sex",
      "count individuals where sex is female",
      "count individuals where country is JP",
      "count individuals where dataset is secret",
      "count individuals where dataset is nothere",
      "count individuals where has phenotype HX:7",
      "count individuals where has phenotype HX:8",
      "count individuals where has phenotype in (PX:1, HX:7)",
      "count individuals by phenotype in groups (a = (HX:7), b = (PX:1))",
      "terms like \"HX\"",
      "terms like \"PX\"",
      "funnel individuals where sex is female and country is DE",
      "compare a as individuals where country is DE, b as individuals where country is JP",
      "count individuals where in \"hushed\"",
      "count individuals where in \"twelve\"",
      "count individuals by cohort",
      "count individuals where usable for research",
      "count individuals where usable for clinical care",
      "count individuals where usable for health research by commercial in DE",
      "count individuals where sex is female and not usable for research",
      "count individuals by sex where usable for ancestry research",
      "explain count individuals where usable for research",
      "explain count individuals where has phenotype HX:7",
      "count distinct individuals where sex is male"};
  const auto told = [&](Opponent& without, Opponent& with) {
    size_t different = 0;
    for (const std::string& text : texts) {
      const bool same = without.Said(text) == with.Said(text);
      different += same ? 0 : 1;
      if (!same && with.name() != "T") ADD_FAILURE() << text << "\n" << without.Said(text) << "\n" << with.Said(text);
    }
    for (const char* begin : {"count individuals where country is ", "count individuals where dataset is ",
                              "count individuals where in \"", "count individuals where cohort is ",
                              "count individuals where has phenotype HX", "count individuals where has phenotype "}) {
      different += without.Completed(begin) == with.Completed(begin) ? 0 : 1;
    }
    return different;
  };
  Exact exactly_without(*catalogues[0]);
  Exact exactly_with(*catalogues[1]);
  const size_t by_host = told(exactly_without, exactly_with);
  Tell("A35 hidden dataset: texts that differ", exactly_with.name(), static_cast<double>(by_host));
  EXPECT_GT(by_host, 15u);
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto without = Admit(*catalogues[0], tier);
    const auto with = Admit(*catalogues[1], tier);
    ASSERT_TRUE(without != nullptr && with != nullptr);
    const size_t different = told(*without, *with);
    Tell("A35 hidden dataset: texts that differ", with->name(), static_cast<double>(different));
    EXPECT_EQ(different, 0u);
  }
}

}  // namespace
}  // namespace muster::attack
