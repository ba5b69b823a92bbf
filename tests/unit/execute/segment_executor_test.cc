// Random plans on a segment of more rows than a chunk has, against each row looked at. Every plan is asked several
// times: the second time sketches and slices are made, the third time they are there.
#include "engine/execute/segment_executor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>
#include <random>
#include <tuple>

#include "engine/execute/event_matcher.h"
#include "engine/execute/kinship.h"
#include "engine/execute/nesting.h"
#include "engine/index/segment_builder.h"
#include "engine/plan/lower.h"
#include "engine/plan/passes.h"
#include "storage/store.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::MakeNode;
using plan::Node;
using plan::NodePtr;
using plan::Op;
using storage::Bitmap;

using Bools = std::vector<bool>;

// What the rows of an entity are, as the naive evaluation sees them.
struct Rows {
  std::vector<uint32_t> parents;
  std::vector<const model::Row*> rows;
};

class SegmentExecutorTest : public testing::Test {
 protected:
  static constexpr uint32_t kPeople = 24'000;

  static void SetUpTestSuite() { world_ = new World(); }
  static void TearDownTestSuite() {
    delete world_;
    world_ = nullptr;
  }

  struct World {
    World() {
      path = (std::filesystem::temp_directory_path() / "muster-executor-XXXXXX").string();
      EXPECT_NE(mkdtemp(path.data()), nullptr);
      store = *storage::Store::Open(path, {.create_if_missing = true});
      auto writer = *store->NewSegment();
      index::SegmentBuilder builder;
      for (uint32_t person = 0; person < kPeople; ++person) records.push_back(Person(person));
      for (const model::Record& record : records) {
        const uint32_t row = *builder.Add(record);
        EXPECT_TRUE(writer->PutRecord(row, record.dataset, record.id, model::EncodeRecord(record)).ok());
        std::vector<uint32_t> numbers;
        for (const model::Row& r : record.rows) {
          Rows& rows = of[r.entity];
          numbers.push_back(static_cast<uint32_t>(rows.rows.size()));
          rows.parents.push_back(numbers[r.parent]);
          rows.rows.push_back(&r);
        }
      }
      storage::Commit commit;
      commit.add_segments = {*builder.WriteTo(*writer)};
      EXPECT_TRUE(store->Apply(commit).ok());
      segment = store->snapshot()->segments.at(0);
    }
    ~World() {
      segment.reset();
      store.reset();
      std::filesystem::remove_all(path);
    }

    model::TimeValue Time() {
      model::TimeValue time;
      const auto low = static_cast<int64_t>(random() % 1'500'000);
      time.age = {low, low + (random() % 3 == 0 ? static_cast<int64_t>(random() % 50'000) : 0)};
      return time;
    }
    model::Record Person(uint32_t number) {
      model::Record record{"d", std::to_string(number), {}, ""};
      record.rows.emplace_back();
      const auto add = [&](Entity entity, uint32_t parent) -> model::Row& {
        record.rows.emplace_back();
        record.rows.back().entity = entity;
        record.rows.back().parent = parent;
        return record.rows.back();
      };
      if (number % 1000 == 17) return record;  // people without anything
      for (uint64_t i = random() % 8; i > 0; --i) {
        model::Row& row = add(Entity::kMeasurement, 0);
        row.values.push_back({model::field::kMeasurementAssay, static_cast<model::Symbol>(random() % 20)});
        if (random() % 10 > 0) {
          row.values.push_back({model::field::kMeasurementValue, static_cast<double>(random() % 100'000) / 7});
        }
        row.values.push_back({model::field::kMeasurementUnit, static_cast<model::Symbol>(100 + random() % 3)});
      }
      for (uint64_t i = random() % 4 == 0 ? 1 + random() % 6 : 0; i > 0; --i) {
        model::Row& row = add(Entity::kDisease, 0);
        row.values.push_back({model::field::kDiseaseTerm, static_cast<model::Symbol>(200 + random() % 30)});
        if (random() % 8 > 0) row.values.push_back({model::field::kDiseaseOnset, Time()});
      }
      for (uint64_t i = random() % 5; i > 0; --i) {
        model::Row& row = add(Entity::kSample, 0);
        row.values.push_back({model::field::kSampleType, static_cast<model::Symbol>(300 + random() % 4)});
        if (random() % 8 > 0) row.values.push_back({model::field::kSampleCollected, Time()});
        const auto sample = static_cast<uint32_t>(record.rows.size() - 1);
        for (uint64_t k = random() % 4; k > 0; --k) {
          model::Row& run = add(Entity::kRun, sample);
          run.values.push_back({model::field::kRunAssay, static_cast<model::Symbol>(400 + random() % 3)});
          run.values.push_back({model::field::kRunDepth, static_cast<double>(random() % 60)});
        }
      }
      return record;
    }

    std::mt19937_64 random{42};
    std::string path;
    std::unique_ptr<storage::Store> store;
    storage::SegmentReaderPtr segment;
    std::vector<model::Record> records;
    std::map<Entity, Rows> of;
  };

  static uint32_t Size(Entity entity) { return world_->segment->rows(static_cast<uint8_t>(entity)); }

  // Row by row what a plan means.
  static Bools Naive(const Node& node) {
    const Rows& rows = world_->of[node.entity];
    Bools result(rows.rows.size(), node.op == Op::kAll || node.op == Op::kAnd);
    std::vector<Bools> inputs;
    for (const NodePtr& input : node.inputs) inputs.push_back(Naive(*input));
    for (size_t i = 0; i < result.size(); ++i) {
      const model::Value* value = rows.rows[i]->Find(node.field);
      switch (node.op) {
        case Op::kPostings: {
          const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
          result[i] = value != nullptr &&
                      (node.symbols == nullptr ||
                       (symbol != nullptr && std::binary_search(node.symbols->begin(), node.symbols->end(), *symbol)));
          break;
        }
        case Op::kRange: {
          if (value == nullptr) break;
          int64_t number = 0;
          if (const auto* real = std::get_if<double>(value)) number = model::OrderedBits(*real);
          if (const auto* time = std::get_if<model::TimeValue>(value)) {
            number = node.part == model::kAgeLow ? time->age.low : time->age.high;
          }
          result[i] = number >= node.low && number <= node.high;
          break;
        }
        case Op::kAnd:
          for (const Bools& input : inputs) result[i] = result[i] && input[i];
          break;
        case Op::kOr:
          for (const Bools& input : inputs) result[i] = result[i] || input[i];
          break;
        case Op::kNot:
          result[i] = !inputs[0][i];
          break;
        case Op::kAtLeast:
          result[i] =
              std::count_if(inputs.begin(), inputs.end(), [i](const Bools& input) { return input[i]; }) >= node.count;
          break;
        case Op::kLower:
          result[i] = inputs[0][Above(i, node.entity, node.inputs[0]->entity)];
          break;
        default:
          break;
      }
    }
    if (node.op == Op::kLift) {
      std::vector<int> counts(result.size());
      for (size_t i = 0; i < inputs[0].size(); ++i) {
        if (inputs[0][i]) ++counts[Above(i, node.inputs[0]->entity, node.entity)];
      }
      for (size_t i = 0; i < result.size(); ++i) result[i] = counts[i] >= node.count;
    }
    return result;
  }
  static size_t Above(size_t row, Entity from, Entity to) {
    for (; from != to; from = model::Info(from).parent) row = world_->of[from].parents[row];
    return row;
  }
  static std::vector<uint32_t> Numbers(const Bools& bools) {
    std::vector<uint32_t> rows;
    for (uint32_t i = 0; i < bools.size(); ++i) {
      if (bools[i]) rows.push_back(i);
    }
    return rows;
  }

  NodePtr Postings(Entity entity, model::FieldId field, std::vector<model::Symbol> symbols) {
    NodePtr node = MakeNode(Op::kPostings, entity);
    node->field = field;
    node->families = {model::Info(entity).primary == field ? model::Family::kObservedRows : model::Family::kRows};
    if (!symbols.empty()) node->symbols = std::make_shared<const std::vector<model::Symbol>>(std::move(symbols));
    return node;
  }
  NodePtr Numbers(Entity entity, model::FieldId field, double low, double high) {
    NodePtr node = MakeNode(Op::kRange, entity);
    node->field = field;
    node->low = model::OrderedBits(low);
    node->high = model::OrderedBits(high);
    return node;
  }
  NodePtr Of(Op op, Entity entity, std::vector<NodePtr> inputs) {
    NodePtr node = MakeNode(op, entity);
    node->inputs = std::move(inputs);
    return node;
  }
  template <typename... Inputs>
  NodePtr With(Op op, Entity entity, Inputs... inputs) {
    std::vector<NodePtr> list;
    (list.push_back(std::move(inputs)), ...);
    return Of(op, entity, std::move(list));
  }

  NodePtr Leaf(Entity entity) {
    const auto some = [&](uint32_t first, uint32_t count) {
      std::vector<model::Symbol> symbols;
      for (uint32_t i = 0; i < count; ++i) {
        if (random_() % count == 0) symbols.push_back(first + i);
      }
      if (symbols.empty()) symbols.push_back(first);
      return symbols;
    };
    const bool range = random_() % 2 == 0;
    switch (entity) {
      case Entity::kMeasurement: {
        const auto low = static_cast<double>(random_() % 14'000);
        if (range)
          return Numbers(entity, model::field::kMeasurementValue, low, low + static_cast<double>(random_() % 5000));
        return random_() % 2 == 0 ? Postings(entity, model::field::kMeasurementAssay, some(0, 20))
                                  : Postings(entity, model::field::kMeasurementUnit, some(100, 3));
      }
      case Entity::kSample: {
        if (!range) return Postings(entity, model::field::kSampleType, some(300, 4));
        NodePtr node = MakeNode(Op::kRange, entity);
        node->field = model::field::kSampleCollected;
        node->part = random_() % 2 == 0 ? model::kAgeLow : model::kAgeHigh;
        node->low = static_cast<int64_t>(random_() % 1'500'000);
        node->high = node->low + static_cast<int64_t>(random_() % 500'000);
        return node;
      }
      case Entity::kRun:
        if (!range) return Postings(entity, model::field::kRunAssay, some(400, 3));
        return Numbers(entity, model::field::kRunDepth, static_cast<double>(random_() % 60), 60);
      case Entity::kDisease:
        return Postings(entity, model::field::kDiseaseTerm, some(200, 30));
      default:
        return MakeNode(random_() % 4 == 0 ? Op::kNone : Op::kAll, entity);
    }
  }

  NodePtr Random(Entity entity, int depth) {
    static constexpr Entity kBelowIndividual[] = {Entity::kMeasurement, Entity::kSample, Entity::kDisease,
                                                  Entity::kRun};
    if (depth == 0) return Leaf(entity);
    switch (random_() % 8) {
      case 0:
        return With(Op::kNot, entity, Random(entity, depth - 1));
      case 1:
      case 2:
        return With(Op::kOr, entity, Random(entity, depth - 1), Random(entity, depth - 1));
      case 3:
        if (entity == Entity::kIndividual) break;
        return With(Op::kLower, entity, Random(model::Info(entity).parent, depth - 1));
      case 4:
      case 5:
        if (entity != Entity::kIndividual && entity != Entity::kSample) break;
        {
          const Entity child = entity == Entity::kSample ? Entity::kRun : kBelowIndividual[random_() % 4];
          NodePtr lift = With(Op::kLift, entity, Random(child, depth - 1));
          if (random_() % 4 == 0) lift->count = 2;
          return lift;
        }
      default:
        break;
    }
    return With(Op::kAnd, entity, Leaf(entity), Random(entity, depth - 1), Random(entity, depth - 1));
  }

  void Check(const Node& root) {
    const Bools expected = Naive(root);
    UnionCache unions(1 << 20);
    for (int round = 0; round < 3; ++round) {
      SegmentExecutor executor(*world_->segment, &unions, nullptr);
      auto rows = executor.Evaluate(root);
      ASSERT_TRUE(rows.ok()) << rows.status();
      ASSERT_EQ((*rows)->ToVector(), Numbers(expected));
      // Among few candidates, and among many.
      for (const uint32_t one_in : {2u, 5000u}) {
        Bools among(expected.size());
        for (size_t i = 0; i < among.size(); ++i) among[i] = random_() % one_in == 0;
        const Bitmap candidates = Bitmap::FromSorted(Numbers(among));
        rows = executor.Evaluate(root, &candidates);
        ASSERT_TRUE(rows.ok()) << rows.status();
        for (size_t i = 0; i < among.size(); ++i) among[i] = among[i] && expected[i];
        ASSERT_EQ((*rows)->ToVector(), Numbers(among));
      }
    }
  }

  static World* world_;
  std::mt19937_64 random_{7};
};

SegmentExecutorTest::World* SegmentExecutorTest::world_ = nullptr;

TEST_F(SegmentExecutorTest, MoreRowsThanAChunk) {
  EXPECT_GT(Size(Entity::kMeasurement), storage::kChunkRows);
  EXPECT_GT(Size(Entity::kRun), storage::kChunkRows);
}

TEST_F(SegmentExecutorTest, RandomPlans) {
  for (int i = 0; i < 150; ++i) {
    for (const Entity entity : {Entity::kIndividual, Entity::kSample, Entity::kRun, Entity::kMeasurement}) {
      plan::Plan plan;
      plan.root = Random(entity, 1 + i % 3);
      SCOPED_TRACE(plan::Print(plan));
      ASSERT_NO_FATAL_FAILURE(Check(*plan.root));
    }
  }
}

// Few rows and many, which are counted in different ways.
TEST_F(SegmentExecutorTest, AtLeastSoMany) {
  for (int i = 0; i < 60; ++i) {
    const Entity entity = i % 2 == 0 ? Entity::kMeasurement : Entity::kSample;
    std::vector<NodePtr> inputs;
    for (uint64_t n = 1 + random_() % 6; n > 0; --n) {
      if (i % 4 == 0) {
        const auto low = static_cast<double>(random_() % 14'000);
        inputs.push_back(Numbers(entity, model::field::kMeasurementValue, low, low + 150));
      } else {
        inputs.push_back(Random(entity, static_cast<int>(random_() % 2)));
      }
    }
    const auto count = static_cast<int>(1 + random_() % inputs.size());
    plan::Plan plan;
    plan.root = Of(Op::kAtLeast, entity, std::move(inputs));
    plan.root->count = count;
    SCOPED_TRACE(plan::Print(plan));
    ASSERT_NO_FATAL_FAILURE(Check(*plan.root));
  }
}

// Bounds of one column are one range, which may be empty; those of several columns are tested one after the other.
TEST_F(SegmentExecutorTest, SeveralRanges) {
  for (int i = 0; i < 40; ++i) {
    std::vector<NodePtr> inputs;
    const Entity entity = i % 2 == 0 ? Entity::kMeasurement : Entity::kSample;
    if (i % 4 < 2) inputs.push_back(Leaf(entity));
    for (uint64_t n = 2 + random_() % 3; n > 0; --n) {
      const auto bound = static_cast<int64_t>(random_() % 10'000);
      const bool above = random_() % 2 == 0;
      if (entity == Entity::kMeasurement) {
        const auto value = static_cast<double>(bound);
        inputs.push_back(
            Numbers(entity, model::field::kMeasurementValue, above ? value : -1e300, above ? 1e300 : value));
        continue;
      }
      NodePtr node = MakeNode(Op::kRange, entity);
      node->field = model::field::kSampleCollected;
      node->part = random_() % 2 == 0 ? model::kAgeLow : model::kAgeHigh;
      node->low = above ? bound * 150 : std::numeric_limits<int64_t>::min();
      node->high = above ? std::numeric_limits<int64_t>::max() : bound * 150;
      inputs.push_back(std::move(node));
    }
    plan::Plan plan;
    plan.root = Of(Op::kAnd, entity, std::move(inputs));
    SCOPED_TRACE(plan::Print(plan));
    ASSERT_NO_FATAL_FAILURE(Check(*plan.root));
  }
}

// What "has measurement ASSAY with value ..." becomes: a slice.
TEST_F(SegmentExecutorTest, RangesOfOneCode) {
  const Entity entity = Entity::kMeasurement;
  const auto of_unit = [&](model::Symbol unit, double low, double high) {
    return With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementUnit, {unit}),
                Numbers(entity, model::field::kMeasurementValue, low, high));
  };
  for (const model::Symbol assay : {0u, 7u, 19u, 55u}) {
    for (const auto& [low, high] : {std::pair{100.0, 2000.0}, {-5.0, 20'000.0}, {30.0, 30.0}, {9.0, 3.0}}) {
      NodePtr lift = With(Op::kLift, Entity::kIndividual,
                          With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementAssay, {assay}),
                               With(Op::kOr, entity, of_unit(100, low, high), of_unit(101, low / 2, high / 2),
                                    With(Op::kNot, entity, of_unit(102, low, high)))));
      ASSERT_NO_FATAL_FAILURE(Check(*lift));
      NodePtr recorded = With(Op::kLift, Entity::kIndividual,
                              With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementAssay, {assay}),
                                   Postings(entity, model::field::kMeasurementValue, {}),
                                   Numbers(entity, model::field::kMeasurementValue, low, high)));
      ASSERT_NO_FATAL_FAILURE(Check(*recorded));
    }
  }
}

TEST_F(SegmentExecutorTest, PairsInTime) {
  using enum model::TimeRelation;
  for (const model::TimeRelation relation :
       {kBefore, kNotAfter, kAfter, kNotBefore, kSame, kWithin, kWithinBefore, kWithinAfter, kLongBefore, kLongAfter}) {
    for (int variant = 0; variant < 16; ++variant) {
      const bool named_left = (variant & 1) != 0;
      const bool filtered = (variant & 8) != 0;
      NodePtr named = With(Op::kLift, Entity::kIndividual,
                           Postings(Entity::kDisease, model::field::kDiseaseTerm, {200, 203, 207, 211}));
      named->slot = 0;
      NodePtr times = MakeNode(Op::kTimes, Entity::kSample);
      times->time_relation = relation;
      times->possibly = (variant & 2) != 0;
      times->unknown = (variant & 4) != 0;
      times->distance = {3, 1000};
      bind::Moment dx{0, Entity::kDisease, model::field::kDiseaseOnset, std::nullopt};
      bind::Moment own{bind::kThisRow, Entity::kSample, model::field::kSampleCollected, std::nullopt};
      times->left = named_left ? dx : own;
      times->right = named_left ? own : dx;
      const bool possibly = times->possibly;
      const bool unknown = times->unknown;
      NodePtr inner = std::move(times);
      if (filtered) {
        inner = With(Op::kAnd, Entity::kSample, Postings(Entity::kSample, model::field::kSampleType, {301}),
                     std::move(inner));
      }
      NodePtr events = With(Op::kEvents, Entity::kIndividual, std::move(named),
                            With(Op::kLift, Entity::kIndividual, std::move(inner)));
      plan::MarkDependent(events.get());

      // Person by person.
      const Rows& diseases = world_->of[Entity::kDisease];
      const Rows& samples = world_->of[Entity::kSample];
      const auto time_of = [](const model::Row& row, model::FieldId field) {
        const model::Value* value = row.Find(field);
        return value == nullptr ? model::TimeBounds{} : model::TimeBounds{std::get<model::TimeValue>(*value).age, {}};
      };
      Bools expected(kPeople);
      size_t first = 0;
      for (size_t d = 0; d < diseases.rows.size(); ++d) {
        const auto term = std::get<model::Symbol>(*diseases.rows[d]->Find(model::field::kDiseaseTerm));
        if (term != 200 && term != 203 && term != 207 && term != 211) continue;
        const uint32_t person = diseases.parents[d];
        while (first < samples.rows.size() && samples.parents[first] < person) ++first;
        for (size_t s = first; s < samples.rows.size() && samples.parents[s] == person; ++s) {
          if (filtered && std::get<model::Symbol>(*samples.rows[s]->Find(model::field::kSampleType)) != 301) continue;
          const auto onset = time_of(*diseases.rows[d], model::field::kDiseaseOnset);
          const auto collected = time_of(*samples.rows[s], model::field::kSampleCollected);
          if (model::Holds(relation, named_left ? onset : collected, named_left ? collected : onset, {3, 1000},
                           possibly, unknown)) {
            expected[person] = true;
          }
        }
      }
      UnionCache unions(1 << 20);
      SegmentExecutor executor(*world_->segment, &unions, nullptr);
      auto rows = executor.Evaluate(*events);
      ASSERT_TRUE(rows.ok()) << rows.status();
      EXPECT_EQ((*rows)->ToVector(), Numbers(expected)) << static_cast<int>(relation) << " variant " << variant;
      for (const uint32_t one_in : {3u, 3000u}) {
        Bools among(kPeople);
        for (size_t i = 0; i < among.size(); ++i) among[i] = random_() % one_in == 0;
        const Bitmap candidates = Bitmap::FromSorted(Numbers(among));
        rows = executor.Evaluate(*events, &candidates);
        ASSERT_TRUE(rows.ok()) << rows.status();
        for (size_t i = 0; i < among.size(); ++i) among[i] = among[i] && expected[i];
        EXPECT_EQ((*rows)->ToVector(), Numbers(among)) << static_cast<int>(relation) << " variant " << variant;
      }
    }
  }
}

TEST_F(SegmentExecutorTest, ParentsOutOfOrderAreDamage) {
  EXPECT_TRUE(Nesting::OfParents(*world_->segment, std::vector<uint32_t>{0, 0, 2}, 3).ok());
  EXPECT_TRUE(Nesting::OfParents(*world_->segment, {}, 3).ok());
  const auto nesting = Nesting::OfParents(*world_->segment, std::vector<uint32_t>{0, 2, 0}, 3);
  EXPECT_TRUE(absl::IsDataLoss(nesting.status())) << nesting.status();
}

// They are taken in blocks.
TEST_F(SegmentExecutorTest, ManyParents) {
  constexpr uint32_t kParents = 5000;
  std::vector<uint32_t> parents;
  for (uint32_t parent = 0; parent < kParents; ++parent) {
    parents.insert(parents.end(), parent % 500 == 3 ? 1000 : random_() % 4, parent);
  }
  const auto size = static_cast<uint32_t>(parents.size());
  const auto nesting = Nesting::OfParents(*world_->segment, parents, kParents);
  ASSERT_TRUE(nesting.ok()) << nesting.status();
  storage::Bits rows(size), above(kParents), chosen(kParents), below(size);
  for (uint32_t row = 0; row < size; ++row) {
    if (random_() % 3 != 0) continue;
    rows.Set(row);
    above.Set(parents[row]);
  }
  for (uint32_t parent = 0; parent < kParents; parent += 1 + random_() % 3) chosen.Set(parent);
  for (uint32_t row = 0; row < size; ++row) {
    if (chosen[parents[row]]) below.Set(row);
  }
  EXPECT_EQ(nesting->Above(rows), above);
  EXPECT_EQ(nesting->Below(chosen), below);
  // One row out of order, wherever it is.
  for (const uint32_t row : {1u, 1023u, 2047u, 2048u, 2049u, 4096u, size - 1}) {
    std::vector<uint32_t> damaged = parents;
    damaged[row] = damaged[row - 1] == 0 ? kParents - 1 : damaged[row - 1] - 1;
    EXPECT_TRUE(absl::IsDataLoss(Nesting::OfParents(*world_->segment, damaged, kParents).status())) << row;
  }
}

// As Begin() says it, for rows one after another and others, down to rows of one level and of two.
TEST_F(SegmentExecutorTest, RangesOfManyRows) {
  for (const Entity below : {Entity::kSample, Entity::kRun, Entity::kMeasurement}) {
    const auto down = Downwards::Make(*world_->segment, Entity::kIndividual, below);
    ASSERT_TRUE(down.ok()) << down.status();
    for (const auto& [from, to, step] :
         {std::tuple{0u, kPeople, 1u}, {0u, kPeople, 3u}, {kPeople - 9, kPeople, 1u}, {17u, 18u, 1u}, {5u, 5u, 1u}}) {
      std::vector<uint32_t> rows, begins, ends;
      for (uint32_t row = from; row < to; row += step) rows.push_back(row);
      down->Ranges(rows, &begins, &ends);
      ASSERT_EQ(begins.size(), rows.size());
      ASSERT_EQ(ends.size(), rows.size());
      for (size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(begins[i], down->Begin(rows[i]));
        ASSERT_EQ(ends[i], down->Begin(rows[i] + 1));
      }
    }
  }
}

}  // namespace
}  // namespace muster::execute
