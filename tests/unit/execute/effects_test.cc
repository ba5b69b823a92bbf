// What parts of criteria decide about, against each row looked at with a part replaced and without.
#include "engine/execute/effects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/bind/bound/conditions.h"
#include "engine/index/segment_builder.h"
#include "engine/ontology/terminology.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::execute {
namespace {

using bind::Condition;
using model::Entity;
using Part = CriteriaTree::Part;

constexpr model::Symbol kFirstDisease = 200, kFirstType = 300;
constexpr uint32_t kDiseases = 5, kTypes = 3;

// A row of the entity that is counted, as it was written.
struct PlainRow {
  uint32_t person = 0;          // over all segments
  std::vector<bool> satisfies;  // by condition
};

// People in several segments, some of whom are gone. Each has some diseases, looked for and found or not, and samples.
class World {
 public:
  explicit World(std::vector<uint32_t> people_of_segments) {
    path_ = (std::filesystem::temp_directory_path() / "muster-effects-XXXXXX").string();
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
    store_ = *storage::Store::Open(path_, {.create_if_missing = true});
    for (const uint32_t people : people_of_segments) AddSegment(people);
    auto dictionary = std::make_shared<const model::Dictionary>();
    auto terminology = std::make_shared<const ontology::Terminology>(std::vector<ontology::OntologyPtr>(), dictionary);
    view_.emplace(store_->snapshot(), std::move(dictionary), std::move(terminology), nullptr, nullptr, &workers_);
  }
  ~World() {
    view_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const bind::CatalogueView& view() const { return *view_; }

  // A person has each disease; a row has each type, which is that of no other entity than samples.
  static constexpr size_t kConditions = kDiseases + kTypes;
  static bind::ConditionPtr ConditionOf(size_t number, Entity space) {
    const auto codes = [](model::Symbol symbol) {
      return std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{symbol});
    };
    const auto below = [&](Entity child, ontology::SymbolSet symbols, bind::ConditionPtr of_row) {
      bind::ConditionPtr exists = bind::MakeNode(Condition::Kind::kExists, Entity::kIndividual);
      exists->child = child;
      exists->symbols = std::move(symbols);
      if (child == Entity::kDisease) exists->polarity = bind::Polarity::kObserved;
      if (of_row != nullptr) exists->operands.push_back(std::move(of_row));
      return exists;
    };
    if (number < kDiseases) {
      const auto symbol = static_cast<model::Symbol>(kFirstDisease + number);
      return bind::InSpace(below(Entity::kDisease, codes(symbol), nullptr), space);
    }
    const auto symbol = static_cast<model::Symbol>(kFirstType + (number - kDiseases));
    bind::ConditionPtr of_type = bind::MakeCodes(model::field::kSampleType, codes(symbol), 1, "");
    return space == Entity::kSample ? std::move(of_type)
                                    : bind::InSpace(below(Entity::kSample, nullptr, std::move(of_type)), space);
  }

  // The rows that are counted.
  std::vector<PlainRow> RowsOf(const bind::Counted& counted) const {
    std::vector<PlainRow> rows;
    for (uint32_t person = 0; person < people_.size(); ++person) {
      if (is_gone_[person]) continue;
      const model::Record& record = people_[person];
      for (const model::Row& row : record.rows) {
        if (row.entity != counted.entity) continue;
        if (counted.polarity != bind::Polarity::kAny &&
            row.excluded != (counted.polarity == bind::Polarity::kExcluded)) {
          continue;
        }
        PlainRow& plain = rows.emplace_back();
        plain.person = person;
        for (size_t c = 0; c < kConditions; ++c) plain.satisfies.push_back(Satisfies(record, row, c));
      }
    }
    return rows;
  }

 private:
  static bool Satisfies(const model::Record& record, const model::Row& row, size_t number) {
    const bool disease = number < kDiseases;
    const auto symbol =
        static_cast<model::Symbol>(disease ? kFirstDisease + number : kFirstType + (number - kDiseases));
    const auto has = [&](const model::Row& one) {
      const model::Value* value = one.Find(disease ? model::field::kDiseaseTerm : model::field::kSampleType);
      return value != nullptr && std::get<model::Symbol>(*value) == symbol && !one.excluded;
    };
    return !disease && row.entity == Entity::kSample ? has(row) : std::ranges::any_of(record.rows, has);
  }

  void AddSegment(uint32_t people) {
    auto writer = *store_->NewSegment();
    index::SegmentBuilder builder;
    std::vector<uint32_t> live;
    for (uint32_t i = 0; i < people; ++i) {
      people_.push_back(Person());
      const model::Record& record = people_.back();
      const uint32_t row = *builder.Add(record);
      EXPECT_TRUE(writer->PutRecord(row, record.dataset, record.id, model::EncodeRecord(record)).ok());
      is_gone_.push_back(people > 1 && random_() % 9 == 0);
      if (!is_gone_.back()) live.push_back(row);
    }
    storage::Commit commit;
    commit.add_segments = {*builder.WriteTo(*writer)};
    commit.live.emplace_back(commit.add_segments[0].id, storage::Bitmap::FromSorted(live));
    EXPECT_TRUE(store_->Apply(commit).ok());
  }

  model::Record Person() {
    model::Record record{"d", std::to_string(people_.size()), {}, ""};
    record.rows.emplace_back();
    const auto add = [&](Entity entity, model::FieldId field, model::Symbol symbol) -> model::Row& {
      model::Row& row = record.rows.emplace_back();
      row.entity = entity;
      row.values.push_back({field, symbol});
      return row;
    };
    for (uint32_t d = 0; d < kDiseases; ++d) {
      // The first is common, the last rare.
      if (random_() % (d * d + 2) != 0) continue;
      add(Entity::kDisease, model::field::kDiseaseTerm, kFirstDisease + d).excluded = random_() % 4 == 0;
    }
    for (uint64_t n = random_() % 4; n > 0; --n) {
      add(Entity::kSample, model::field::kSampleType, static_cast<model::Symbol>(kFirstType + random_() % kTypes));
    }
    return record;
  }

  std::mt19937_64 random_{11};
  std::string path_;
  std::unique_ptr<storage::Store> store_;
  parallel::Workers workers_{2};
  std::vector<model::Record> people_;
  std::vector<bool> is_gone_;
  std::optional<bind::CatalogueView> view_;
};

// A tree of at most `depth` parts on top of each other, of conditions below `conditions`.
class RandomTree {
 public:
  RandomTree(size_t conditions, std::mt19937_64* random) : conditions_(conditions), random_(*random) {}

  CriteriaTree Make(int depth) {
    CriteriaTree tree;
    Add(depth, &tree);
    return tree;
  }

 private:
  size_t Add(int depth, CriteriaTree* tree) {
    Part part;
    const uint64_t kind = depth == 0 ? random_() % 8 : 8 + random_() % 8;
    if (kind < 8) {
      part.kind = kind == 0 ? Part::Kind::kAll : Part::Kind::kCondition;
      part.condition = random_() % conditions_;
    } else {
      part.kind = kind < 11   ? Part::Kind::kAnd
                  : kind < 14 ? Part::Kind::kOr
                  : kind < 15 ? Part::Kind::kNot
                              : Part::Kind::kAtLeast;
      const uint64_t operands = part.kind == Part::Kind::kNot ? 1 : 1 + random_() % 4;
      for (uint64_t i = 0; i < operands; ++i) {
        part.operands.push_back(Add(random_() % 2 == 0 ? 0 : depth - 1, tree));
      }
      if (part.kind == Part::Kind::kAtLeast) part.at_least = static_cast<int>(1 + random_() % operands);
    }
    tree->parts.push_back(std::move(part));
    return tree->parts.size() - 1;
  }

  const size_t conditions_;
  std::mt19937_64& random_;
};

// Whether a row satisfies a part, with another in the place of one.
bool Satisfies(const CriteriaTree& tree, size_t p, const PlainRow& row, const Replacement* replaced) {
  if (replaced != nullptr && replaced->part == p) {
    return replaced->by == Replacement::By::kCondition ? row.satisfies[replaced->condition]
                                                       : replaced->by == Replacement::By::kTrue;
  }
  const Part& part = tree.parts[p];
  const auto satisfied =
      std::ranges::count_if(part.operands, [&](size_t operand) { return Satisfies(tree, operand, row, replaced); });
  switch (part.kind) {
    case Part::Kind::kAll:
      return true;
    case Part::Kind::kCondition:
      return row.satisfies[part.condition];
    case Part::Kind::kAnd:
      return satisfied == std::ssize(part.operands);
    case Part::Kind::kOr:
      return satisfied > 0;
    case Part::Kind::kNot:
      return satisfied == 0;
    case Part::Kind::kAtLeast:
      return satisfied >= part.at_least;
  }
  return false;
}

bool Satisfies(const CriteriaTree& tree, const PlainRow& row, const Replacement* replaced = nullptr) {
  return Satisfies(tree, tree.parts.size() - 1, row, replaced);
}

// Exact below `enough`; of more it is only known that they are at least that many.
void ExpectCount(uint64_t counted, size_t expected, uint64_t enough) {
  if (expected < enough) {
    EXPECT_EQ(counted, expected);
  } else {
    EXPECT_GE(counted, enough);
  }
}

class EffectsTest : public testing::TestWithParam<bind::Counted> {
 protected:
  static void SetUpTestSuite() {
    world_ = new World({700, 1, 90});
    large_ = new World({17'000, 300});
  }
  static void TearDownTestSuite() {
    for (World** world : {&world_, &large_}) {
      delete *world;
      *world = nullptr;
    }
  }

  void SetUp() override { ASSERT_FALSE(rows_.empty()); }

  // Of one thread, unless the work is shared out from 0 ns on.
  std::unique_ptr<SeparateConditions> ConditionsIn(const World& world, uint64_t share_from_ns = UINT64_MAX) {
    Context context;
    context.view = &world.view();
    context.unions = &unions_;
    context.share_from_ns = share_from_ns;
    auto conditions = std::make_unique<SeparateConditions>(counted_, context);
    for (size_t c = 0; c < World::kConditions; ++c) {
      const absl::StatusOr<size_t> number = conditions->Add(*World::ConditionOf(c, counted_.entity));
      EXPECT_TRUE(number.ok()) << number.status();
    }
    return conditions;
  }

  // Every part in turn by nobody, by everybody, and by some condition.
  std::vector<Replacement> ReplacementsOf(const CriteriaTree& tree) {
    std::vector<Replacement> replacements;
    for (size_t p = 0; p < tree.parts.size(); ++p) {
      if (random_() % 4 == 0) continue;
      replacements.push_back({p, Replacement::By::kTrue, 0});
      replacements.push_back({p, Replacement::By::kFalse, 0});
      if (random_() % 3 == 0) replacements.push_back({p, Replacement::By::kCondition, random_() % World::kConditions});
    }
    std::ranges::shuffle(replacements, random_);
    return replacements;
  }

  void CheckEffects(const SeparateConditions& conditions, const std::vector<PlainRow>& rows, const CriteriaTree& tree,
                    uint64_t enough) {
    const std::vector<Replacement> replacements = ReplacementsOf(tree);
    const auto counts = CountEffects(tree, replacements, enough, conditions);
    ASSERT_TRUE(counts.ok()) << counts.status();
    ASSERT_EQ(counts->size(), replacements.size());
    std::vector<bool> before;
    for (const PlainRow& row : rows) before.push_back(Satisfies(tree, row));
    for (size_t r = 0; r < replacements.size(); ++r) {
      std::set<uint32_t> people;
      for (size_t i = 0; i < rows.size(); ++i) {
        if (before[i] != Satisfies(tree, rows[i], &replacements[r])) people.insert(rows[i].person);
      }
      ExpectCount((*counts)[r], people.size(), enough);
    }
  }

  static inline World* world_ = nullptr;
  static inline World* large_ = nullptr;
  const bind::Counted counted_ = GetParam();
  const std::vector<PlainRow> rows_ = world_->RowsOf(counted_);
  UnionCache unions_{1 << 20};
  std::mt19937_64 random_{5};
};

TEST_P(EffectsTest, AreThoseOfEachRow) {
  const auto conditions = ConditionsIn(*world_);
  for (int i = 0; i < 100 && !HasFailure(); ++i) {
    SCOPED_TRACE(i);
    const CriteriaTree tree = RandomTree(World::kConditions, &random_).Make(1 + i % 4);
    CheckEffects(*conditions, rows_, tree, std::vector<uint64_t>{3, 10, 100'000}[i % 3]);
  }
}

TEST_P(EffectsTest, AreTheSameByThreads) {
  const auto shared = ConditionsIn(*world_, 0);
  for (int i = 0; i < 20 && !HasFailure(); ++i) {
    SCOPED_TRACE(i);
    const CriteriaTree tree = RandomTree(World::kConditions, &random_).Make(3);
    CheckEffects(*shared, rows_, tree, i % 2 == 0 ? 10 : 100'000);
  }
}

// Where there are many rows, few of them are looked at first.
TEST_P(EffectsTest, AreTheSameOfManyRows) {
  const std::vector<PlainRow> rows = large_->RowsOf(counted_);
  const auto conditions = ConditionsIn(*large_);
  for (int i = 0; i < 6 && !HasFailure(); ++i) {
    SCOPED_TRACE(i);
    CheckEffects(*conditions, rows, RandomTree(World::kConditions, &random_).Make(2), i % 2 == 0 ? 10 : 200);
  }
}

TEST_P(EffectsTest, TreesDifferByThoseWhoSatisfyOne) {
  const auto conditions = ConditionsIn(*world_);
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    SCOPED_TRACE(i);
    RandomTree random(World::kConditions, &random_);
    const CriteriaTree a = random.Make(i % 4), b = random.Make(1);
    std::set<uint32_t> people;
    for (const PlainRow& row : rows_) {
      if (Satisfies(a, row) != Satisfies(b, row)) people.insert(row.person);
    }
    const uint64_t enough = i % 2 == 0 ? 10 : 100'000;
    const auto counted = CountDiffering(a, b, enough, *conditions);
    ASSERT_TRUE(counted.ok()) << counted.status();
    ExpectCount(*counted, people.size(), enough);
  }
}

TEST_P(EffectsTest, NothingIsReplaced) {
  CriteriaTree tree;
  tree.parts.push_back({Part::Kind::kCondition, 0, 0, {}});
  const auto counts = CountEffects(tree, {}, 10, *ConditionsIn(*world_));
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_TRUE(counts->empty());
}

INSTANTIATE_TEST_SUITE_P(Rows, EffectsTest,
                         testing::Values(bind::Counted{Entity::kIndividual, bind::Polarity::kAny, "individuals"},
                                         bind::Counted{Entity::kSample, bind::Polarity::kAny, "samples"},
                                         bind::Counted{Entity::kDisease, bind::Polarity::kObserved, "diseases"},
                                         bind::Counted{Entity::kDisease, bind::Polarity::kExcluded,
                                                       "excluded diseases"}),
                         [](const testing::TestParamInfo<bind::Counted>& counted) {
                           std::string name = counted.param.name;
                           std::erase(name, ' ');
                           return name;
                         });

}  // namespace
}  // namespace muster::execute
