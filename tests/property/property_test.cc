// Random questions to random catalogues: the engine's answers are compared with those of an evaluator that reads every
// record for every question. A failure is shrunk before it is shown.
//
// 200,000 pairs of answers (each question is put to two catalogues): MUSTER_PROPERTY_RUNS=100000 property_test
//
// MUSTER_PROPERTY_SEED chooses the catalogues and questions (a failure names its own), MUSTER_PROPERTY_RUNS how many
// questions are asked, MUSTER_PROPERTY_FAILURES after how many failures to stop (1).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/walk.h"
#include "tests/property/compare_answers.h"
#include "tests/property/engine_under_test.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_people.h"
#include "tests/property/parametrise.h"
#include "tests/property/plain_sets.h"
#include "tests/property/random/random.h"
#include "tests/property/random/random_catalogue.h"
#include "tests/property/random/random_query.h"
#include "tests/property/shrink.h"

namespace muster::property {
namespace {

constexpr size_t kQuestionsPerCatalogue = 120;

uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

absl::StatusOr<NaiveAnswer> AskNaive(const World& world, const std::string& query) {
  const grammar::ParseResult parsed = grammar::Parse(query);
  if (parsed.statements.size() != 1) {
    return absl::InvalidArgumentError(parsed.diagnostics.empty() ? "no statement" : parsed.diagnostics[0].message);
  }
  return NaiveEvaluator(world).Answer(parsed.statements[0]);
}

// The rows of a funnel or an impact are named after their criteria, in which a name that no record can have is a code
// for the engine.
std::string AsPutTo(EngineUnderTest& engine, const std::string& query) {
  if (!absl::StartsWithIgnoreCase(query, "funnel") && !absl::StartsWithIgnoreCase(query, "impact")) return query;
  return engine.Understood(query).value_or(query);
}

bool AnyRecordHas(const World& world, std::string_view code) {
  const auto symbol = world.dictionary.Find(code);
  return symbol && std::any_of(world.records.begin(), world.records.end(), [&](const model::Record& record) {
           return std::any_of(record.rows.begin(), record.rows.end(), [&](const model::Row& row) {
             return std::any_of(row.values.begin(), row.values.end(), [&](const model::FieldValue& value) {
               const auto* has = std::get_if<model::Symbol>(&value.value);
               const auto* time = std::get_if<model::TimeValue>(&value.value);
               return (has != nullptr && *has == *symbol) || (time != nullptr && time->term == *symbol);
             });
           });
         });
}

// A code of a system of which no ontology is loaded, and that no record of a small catalogue has, is a mistake to the
// engine and a code like any other to the naive evaluator.
bool IsOfUnusedCode(const World& world, const Difference& difference) {
  constexpr std::string_view kBefore = "and no record uses ";
  const size_t at = difference.text.find(kBefore);
  if (difference.kind != Difference::Kind::kDiagnosed || difference.code != "unknown-term" || at == std::string::npos) {
    return false;
  }
  const std::string_view rest = std::string_view(difference.text).substr(at + kBefore.size());
  return !AnyRecordHas(world, rest.substr(0, rest.find_first_of(" \n")));
}

Difference DifferenceOf(const Case& c) {
  const auto engine = EngineUnderTest::Build(c.world, c.way, c.seed, {c.query});
  if (!engine.ok()) return {Difference::Kind::kFailure, "", std::string(engine.status().message())};
  Difference difference = Compare(AskNaive(c.world, AsPutTo(**engine, c.query)), (*engine)->Ask(c.query));
  return IsOfUnusedCode(c.world, difference) ? Difference() : difference;
}

bool FindsSomething(const absl::StatusOr<NaiveAnswer>& answer) {
  if (!answer.ok() || answer->rows.empty()) return false;
  return std::any_of(answer->rows[0].begin(), answer->rows[0].end(), [](const Cell& cell) {
    return std::holds_alternative<std::string>(cell) ||
           (std::holds_alternative<int64_t>(cell) && std::get<int64_t>(cell) != 0);
  });
}

std::string Report(const Case& original, const Difference& difference) {
  // With fewer records and ontologies, fewer names are known, so that a diagnostic may come to be right. It is not as
  // long as there is something to find.
  const bool diagnosed = difference.kind == Difference::Kind::kDiagnosed;
  const bool something = FindsSomething(AskNaive(original.world, original.query));
  const Case small = Shrink(original, diagnosed && !something, [&](const Case& c) {
    const Difference found = DifferenceOf(c);
    return found.kind == difference.kind && found.code == difference.code &&
           (!diagnosed || !something || FindsSomething(AskNaive(c.world, c.query)));
  });
  return absl::StrCat("\nquery: ", small.query, "\n", DifferenceOf(small).text, "built as: ", NameOf(small.way),
                      " (seed ", small.seed, ")\noriginal query: ", original.query, "\n", Describe(small.world));
}

/// What the questions were like, so that a generator that has gone astray is seen.
struct Tally {
  size_t asked = 0;
  size_t meaningless = 0;
  size_t empty = 0;
  size_t reduced = 0;  // the low-effect rule left something out

  void Add(const absl::StatusOr<NaiveAnswer>& answer) {
    ++asked;
    if (!answer.ok()) ++meaningless;
    if (!FindsSomething(answer)) ++empty;
  }
};

/// What is wrong with the sets of people behind the numbers of `question`; nothing where it is no plain count.
std::string WrongSets(const World& world, const std::string& question, EngineUnderTest& engine, Random& random) {
  grammar::ParseResult parsed = grammar::Parse(question);
  if (parsed.statements.size() != 1) return "";
  const auto* count = std::get_if<grammar::Count>(&parsed.statements[0].query);
  if (count == nullptr || count->with) return "";
  TakeOffChoices(&parsed.statements[0]);
  const absl::StatusOr<NaiveAnswer> naive = NaiveEvaluator(world).Answer(parsed.statements[0]);
  if (!naive.ok()) return "";
  const execute::SetOptions options{random.Below(12), random.Below(4)};
  const absl::StatusOr<secret::SecretKeys> keys = engine.Keys();
  if (!keys.ok()) return keys.status().ToString();
  return CompareSets(world, parsed.statements[0], *naive, engine.Sets(question, options), *keys, options);
}

/// What is wrong with what the low-effect rule leaves of `question`: the same rule asks the engine and those who read
/// every record. Nothing where it is no plain count. Adds to `reduced` where something was left out.
std::string WrongLowEffect(const World& world, const std::string& question, EngineUnderTest& engine, Random& random,
                           size_t* reduced) {
  const absl::StatusOr<std::string> understood = engine.Understood(question);
  if (!understood.ok()) return understood.status().ToString();
  grammar::ParseResult parsed = grammar::Parse(*understood);
  if (parsed.statements.size() != 1) return "";
  auto* count = std::get_if<grammar::Count>(&parsed.statements[0].query);
  if (count == nullptr || count->with || count->entities[0].distinct || count->entities[0].entity.text == "families") {
    return "";
  }
  absl::StatusOr<grammar::ExprPtr> where = engine.ExpandCohorts(*count);
  if (!where.ok()) return absl::IsInvalidArgument(where.status()) ? "" : where.status().ToString();
  count->where = *std::move(where);
  // Reading records shows that a name is gone only where a record comes to it.
  if (count->where != nullptr && grammar::SpeaksOfNamedRows(*count->where)) return "";
  const uint64_t k = 1 + random.Below(6);
  NaivePeople people(world, count->entities[0]);
  const absl::StatusOr<release::LowEffect> naive =
      release::LeaveOutLowEffects(count->where.get(), count->by, k, people);
  const absl::StatusOr<release::LowEffect> found = engine.LeaveOutLowEffects(*count, k);
  // A cohort's criteria may not be a question where they stand now: it names a row that has the name already.
  if (!naive.ok() || !found.ok()) {
    return naive.status().code() == found.status().code()
               ? ""
               : absl::StrCat("naive ", naive.status().ToString(), ", engine ", found.status().ToString());
  }
  *reduced += naive->left_out > 0 ? 1 : 0;
  const auto print = [&](const release::LowEffect& left) {
    grammar::Count other = grammar::Clone(*count);
    other.where = grammar::Clone(left.where);
    other.by = left.by;
    grammar::Statement statement;
    statement.query = std::move(other);
    return grammar::Print(statement);
  };
  if (naive->left_out == found->left_out && print(*naive) == print(*found)) return "";
  return absl::StrCat("k ", k, "\nnaive:  ", print(*naive), "\nengine: ", print(*found));
}

/// Asks about one random catalogue, built in two ways; returns how many failures there were.
size_t TryCatalogue(uint64_t seed, Tally* tally) {
  Random random(seed);
  World world = RandomWorld(random);
  QueryGenerator generator(world, random);
  // Later definitions may speak of earlier ones, and a saved cohort hides an imported one of its name.
  for (const char* name : {"cms", "nested", "study one"}) {
    std::string definition;
    do {
      definition = generator.Definition(name);
    } while (name == std::string("cms") && absl::AsciiStrToLower(definition).rfind("cms") > definition.find(" as "));
    world.cohorts[name] = definition;
  }
  std::vector<std::string> questions;
  for (size_t i = 0; i < kQuestionsPerCatalogue; ++i) questions.push_back(generator.Statement());

  size_t failures = 0;
  std::vector<absl::StatusOr<NaiveAnswer>> expected;
  for (const std::string& question : questions) {
    expected.push_back(AskNaive(world, question));
    tally->Add(expected.back());
  }
  for (const size_t offset : {0, 1}) {
    Case c{world, kWays[(seed * 2 + offset) % std::size(kWays)], seed, ""};
    const auto engine = EngineUnderTest::Build(world, c.way, c.seed, questions);
    if (!engine.ok()) {
      ADD_FAILURE() << NameOf(c.way) << ", MUSTER_PROPERTY_SEED=" << seed << ": " << engine.status();
      return failures + 1;
    }
    if (const absl::Status checked = (*engine)->Check(); !checked.ok()) {
      ADD_FAILURE() << NameOf(c.way) << ", MUSTER_PROPERTY_SEED=" << seed << ": check: " << checked;
      ++failures;
    }
    for (size_t i = 0; i < questions.size(); ++i) {
      if (const std::string put = AsPutTo(**engine, questions[i]); put != questions[i]) {
        expected[i] = AskNaive(world, put);
      }
      Difference difference = Compare(expected[i], (*engine)->Ask(questions[i]));
      if (IsOfUnusedCode(world, difference)) continue;
      // The passes make answers faster, not others.
      const std::vector<std::string> without = PassesLeftOut(static_cast<unsigned>(i));
      if (difference.kind == Difference::Kind::kNone) {
        difference = Compare(expected[i], (*engine)->AskWith(questions[i], without));
        if (difference.kind != Difference::Kind::kNone) {
          ADD_FAILURE() << "MUSTER_PROPERTY_SEED=" << seed << " without the passes " << absl::StrJoin(without, ", ")
                        << ": " << questions[i] << "\n"
                        << difference.text;
          ++failures;
          break;
        }
      }
      if (difference.kind == Difference::Kind::kNone && expected[i].ok()) {
        if (const std::string wrong = WrongSets(world, questions[i], **engine, random); !wrong.empty()) {
          ADD_FAILURE() << "MUSTER_PROPERTY_SEED=" << seed << " the sets behind " << questions[i] << "\n" << wrong;
          ++failures;
          break;
        }
      }
      if (difference.kind == Difference::Kind::kNone && expected[i].ok() && (i + seed) % 24 == 0) {
        const std::string wrong = WrongLowEffect(world, questions[i], **engine, random, &tally->reduced);
        if (!wrong.empty()) {
          ADD_FAILURE() << "MUSTER_PROPERTY_SEED=" << seed << " low effects of " << questions[i] << "\n" << wrong;
          ++failures;
          break;
        }
      }
      const Parametrised apart = Parametrise(questions[i], random);
      if (difference.kind == Difference::Kind::kNone && !apart.values.empty()) {
        difference = Compare(expected[i], (*engine)->Ask(apart.text, {.parameters = apart.values}));
        if (difference.kind != Difference::Kind::kNone) {
          ADD_FAILURE() << "MUSTER_PROPERTY_SEED=" << seed << " with parameters: " << questions[i] << "\n"
                        << apart.text << "\n"
                        << difference.text;
          for (const auto& [name, value] : apart.values) std::cout << "$" << name << " = " << value << "\n";
          ++failures;
          break;
        }
      }
      if (difference.kind == Difference::Kind::kNone) continue;
      c.query = questions[i];
      ADD_FAILURE() << "MUSTER_PROPERTY_SEED=" << seed << Report(c, difference);
      ++failures;
      break;
    }
    if (failures > 0) break;
  }
  return failures;
}

TEST(PropertyTest, EngineAgreesWithReadingEveryRecord) {
  const uint64_t seed = FromEnvironment("MUSTER_PROPERTY_SEED", 20260101);
  const uint64_t runs = FromEnvironment("MUSTER_PROPERTY_RUNS", 6000);
  const uint64_t stop_at = FromEnvironment("MUSTER_PROPERTY_FAILURES", 1);
  std::cout << "MUSTER_PROPERTY_SEED=" << seed << " MUSTER_PROPERTY_RUNS=" << runs << std::endl;
  Tally tally;
  size_t failures = 0;
  for (uint64_t i = 0; tally.asked < runs && failures < stop_at; ++i) failures += TryCatalogue(seed + i, &tally);
  std::cout << tally.asked << " questions, of which " << tally.meaningless << " without meaning and " << tally.empty
            << " with nothing to find; of " << tally.reduced << " the low-effect rule left something out" << std::endl;
  EXPECT_LT(tally.meaningless * 50, tally.asked) << "the generator makes too many questions without meaning";
  EXPECT_LT(tally.empty * 2, tally.asked) << "the generator makes too many questions that find nothing";
}

}  // namespace
}  // namespace muster::property
