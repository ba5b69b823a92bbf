// Families decided by the latest and earliest of their ages, against each pair looked at.
#include "engine/execute/filter/temporal/child_age_range.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/index/segment_builder.h"
#include "engine/model/record/record.h"
#include "engine/plan/annotate.h"
#include "storage/store.h"
#include "tests/unit/execute/random_plan.h"

namespace muster::execute {
namespace {

using model::Entity;
using model::Interval;
using plan::MakeNode;
using plan::NodePtr;
using plan::Op;

constexpr model::Symbol kTerm = 7;
constexpr model::Symbol kType = 9;

// What the ages are like.
struct Kind {
  bool ranges = false;
  bool open = false;
  bool beyond = false;  // one age that 32 bits do not tell from none
};

// A segment of people with diseases and samples, of which the ages lie so near each other that every way in which they
// can stand to a window occurs.
class Families {
 public:
  explicit Families(const Kind& kind) : kind_(kind) {
    path_ = (std::filesystem::temp_directory_path() / "muster-families-XXXXXX").string();
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
    store_ = *storage::Store::Open(path_, {.create_if_missing = true});
    auto writer = *store_->NewSegment();
    index::SegmentBuilder builder;
    for (uint32_t p = 0; p < kPeople; ++p) {
      people_.push_back({Rows(p), Rows(p)});
      const model::Record record = RecordOf(people_.back(), p);
      EXPECT_TRUE(writer->PutRecord(*builder.Add(record), record.dataset, record.id, model::EncodeRecord(record)).ok());
    }
    storage::Commit commit;
    commit.add_segments = {*builder.WriteTo(*writer)};
    EXPECT_TRUE(store_->Apply(commit).ok());
    segment_ = store_->snapshot()->segments.at(0);
  }
  ~Families() {
    segment_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }
  Families(const Families&) = delete;
  Families& operator=(const Families&) = delete;

  const storage::SegmentReader& segment() const { return *segment_; }

  // People with a pair, each pair looked at.
  std::vector<uint32_t> PeopleWithPair(const plan::Node& times, bool named_left, bool filtered) const {
    std::vector<uint32_t> with;
    for (uint32_t p = 0; p < kPeople; ++p) {
      bool any = false;
      for (const Row& disease : people_[p].diseases) {
        for (const Row& sample : people_[p].samples) {
          const model::TimeBounds a{named_left ? disease.age : sample.age, {}};
          const model::TimeBounds b{named_left ? sample.age : disease.age, {}};
          any |= disease.wanted && (sample.wanted || !filtered) &&
                 model::Holds(times.time_relation, a, b, times.distance, times.possibly, times.unknown);
        }
      }
      if (any) with.push_back(p);
    }
    return with;
  }

 private:
  static constexpr uint32_t kPeople = 3000;

  struct Row {
    bool wanted;
    Interval age;  // empty: none
  };
  struct Person {
    std::vector<Row> diseases, samples;
  };

  Interval Age() {
    const auto low = static_cast<int64_t>(random_() % 24);
    Interval age{low, low};
    if (kind_.ranges && random_() % 3 == 0) age.high += static_cast<int64_t>(random_() % 6);
    if (kind_.open && random_() % 8 == 0) age.low = model::kBeginning;
    if (kind_.open && random_() % 8 == 0) age.high = model::kEnd;
    return age;
  }
  std::vector<Row> Rows(uint32_t person) {
    std::vector<Row> rows(random_() % 5);
    for (Row& row : rows) row = {random_() % 4 > 0, random_() % 8 > 0 ? Age() : Interval()};
    if (kind_.beyond && person == 5) rows = {{true, {model::kBeginning, model::kBeginning}}};
    return rows;
  }
  static model::Record RecordOf(const Person& person, uint32_t number) {
    model::Record record{"d", std::to_string(number), {}, ""};
    record.rows.emplace_back();
    const auto add = [&](Entity entity, model::FieldId what, model::Symbol symbol, model::FieldId when, const Row& of) {
      record.rows.emplace_back();
      model::Row& row = record.rows.back();
      row.entity = entity;
      row.values.push_back({what, of.wanted ? symbol : symbol + 1});
      model::TimeValue time;
      time.age = of.age;
      if (!of.age.empty()) row.values.push_back({when, time});
    };
    for (const Row& row : person.diseases) {
      add(Entity::kDisease, model::field::kDiseaseTerm, kTerm, model::field::kDiseaseOnset, row);
    }
    for (const Row& row : person.samples) {
      add(Entity::kSample, model::field::kSampleType, kType, model::field::kSampleCollected, row);
    }
    return record;
  }

  Kind kind_;
  std::mt19937_64 random_{11};
  std::string path_;
  std::unique_ptr<storage::Store> store_;
  storage::SegmentReaderPtr segment_;
  std::vector<Person> people_;
};

// has disease as dx and has sample with (type is ... and collected ... dx.onset)
NodePtr Events(NodePtr times, bool filtered) {
  NodePtr named =
      With(Op::kToParent, Entity::kIndividual, Postings(Entity::kDisease, model::field::kDiseaseTerm, {kTerm}));
  named->slot = 0;
  NodePtr inner = std::move(times);
  if (filtered) {
    inner = With(Op::kAnd, Entity::kSample, Postings(Entity::kSample, model::field::kSampleType, {kType}),
                 std::move(inner));
  }
  NodePtr events = With(Op::kEvents, Entity::kIndividual, std::move(named),
                        With(Op::kToParent, Entity::kIndividual, std::move(inner)));
  plan::MarkDependent(events.get());
  return events;
}

NodePtr Times(model::TimeRelation relation, const model::Distance& distance, int variant) {
  NodePtr times = MakeNode(Op::kTimes, Entity::kSample);
  times->time_relation = relation;
  times->distance = distance;
  times->possibly = (variant & 2) != 0;
  times->unknown = (variant & 4) != 0;
  times->left = {0, Entity::kDisease, model::field::kDiseaseOnset, std::nullopt};
  times->right = {bind::kThisRow, Entity::kSample, model::field::kSampleCollected, std::nullopt};
  if ((variant & 1) == 0) std::swap(times->left, times->right);
  return times;
}

class FamilyAgesTest : public testing::TestWithParam<Kind> {};

TEST_P(FamilyAgesTest, DecideAsEachPairDoes) {
  using enum model::TimeRelation;
  const Families families(GetParam());
  UnionCache unions(1 << 20);
  size_t with = 0;
  for (const model::TimeRelation relation :
       {kBefore, kNotAfter, kAfter, kNotBefore, kSame, kWithin, kWithinBefore, kWithinAfter, kLongBefore, kLongAfter}) {
    for (const model::Distance& distance : {model::Distance{}, model::Distance{0, 4}, model::Distance{1, -1440}}) {
      for (int variant = 0; variant < 16; ++variant) {
        const bool filtered = (variant & 8) != 0;
        NodePtr times = Times(relation, distance, variant);
        const std::vector<uint32_t> expected = families.PeopleWithPair(*times, (variant & 1) != 0, filtered);
        with += expected.size();
        const NodePtr events = Events(std::move(times), filtered);
        for (int round = 0; round < 3; ++round) {
          SegmentExecutor executor(families.segment(), &unions, nullptr);
          auto rows = executor.Evaluate(*events);
          ASSERT_TRUE(rows.ok()) << rows.status();
          ASSERT_EQ((*rows)->ToVector(), expected)
              << "relation " << static_cast<int>(relation) << " variant " << variant << " round " << round;
        }
      }
    }
  }
  EXPECT_GT(with, 10'000u);
}

INSTANTIATE_TEST_SUITE_P(All, FamilyAgesTest,
                         testing::Values(Kind{}, Kind{.ranges = true}, Kind{.ranges = true, .open = true},
                                         Kind{.beyond = true}));

class FamilyAgesOf : public testing::Test {
 protected:
  static std::optional<ChildAgeRange> Ask(const Families& families, bool possibly, uint64_t asked) {
    const storage::SegmentReader& segment = families.segment();
    const bind::Moment moment{bind::kThisRow, Entity::kSample, model::field::kSampleCollected, std::nullopt};
    const auto down = ChildRanges::Make(segment, Entity::kIndividual, Entity::kSample);
    const auto reader = MomentReader::Make(segment, moment.entity, moment.field);
    EXPECT_TRUE(down.ok() && reader.ok());
    return ChildAgeRange::Of(segment, Entity::kIndividual, moment, *down, *reader, possibly, asked);
  }
};

TEST_F(FamilyAgesOf, AreWorkedOutTheSecondTime) {
  const Families families({.ranges = true});
  EXPECT_FALSE(Ask(families, false, 1000));
  EXPECT_FALSE(Ask(families, true, 1000)) << "other bounds";
  EXPECT_TRUE(Ask(families, false, 1000));
  EXPECT_TRUE(Ask(families, false, 1)) << "what is there is used";
}

TEST_F(FamilyAgesOf, BothKindsAreOneWhereAgesAreNumbers) {
  const Families families({});
  EXPECT_FALSE(Ask(families, false, 1000));
  EXPECT_TRUE(Ask(families, true, 1000));
}

TEST_F(FamilyAgesOf, NotForFewRows) {
  const Families families({});
  for (int round = 0; round < 3; ++round) EXPECT_FALSE(Ask(families, false, 10));
}

TEST_F(FamilyAgesOf, NotWhereAnAgeWouldNotComeOut) {
  const Families families({.beyond = true});
  for (int round = 0; round < 3; ++round) EXPECT_FALSE(Ask(families, false, 1000));
}

}  // namespace
}  // namespace muster::execute
