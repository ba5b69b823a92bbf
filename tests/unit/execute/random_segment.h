// A segment of random records, and these as plain rows.
#ifndef MUSTER_TESTS_UNIT_EXECUTE_RANDOM_SEGMENT_H_
#define MUSTER_TESTS_UNIT_EXECUTE_RANDOM_SEGMENT_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/index/segment_builder.h"
#include "engine/model/record/record.h"
#include "storage/store.h"

namespace muster::execute {

/// A catalogue of one segment in a directory of its own: people with measurements, diseases, samples and their runs.
/// There are more rows of some entities than a chunk has.
class RandomSegment {
 public:
  static constexpr uint32_t kPeople = 24'000;

  RandomSegment() {
    path_ = (std::filesystem::temp_directory_path() / "muster-executor-XXXXXX").string();
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
    store_ = *storage::Store::Open(path_, {.create_if_missing = true});
    auto writer = *store_->NewSegment();
    index::SegmentBuilder builder;
    for (uint32_t person = 0; person < kPeople; ++person) records_.push_back(Person(person));
    for (const model::Record& record : records_) {
      const uint32_t row = *builder.Add(record);
      EXPECT_TRUE(writer->PutRecord(row, record.dataset, record.id, model::EncodeRecord(record)).ok());
      std::vector<uint32_t> numbers;
      for (const model::Row& r : record.rows) {
        Rows& rows = rows_[r.entity];
        numbers.push_back(static_cast<uint32_t>(rows.rows.size()));
        rows.parents.push_back(numbers[r.parent]);
        rows.rows.push_back(&r);
      }
    }
    storage::Commit commit;
    commit.add_segments = {*builder.WriteTo(*writer)};
    EXPECT_TRUE(store_->Apply(commit).ok());
    segment_ = store_->snapshot()->segments.at(0);
  }
  ~RandomSegment() {
    segment_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }
  RandomSegment(const RandomSegment&) = delete;
  RandomSegment& operator=(const RandomSegment&) = delete;

  const storage::SegmentReader& reader() const { return *segment_; }

  /// The rows of an entity as they were written, in their order, and the rows that these belong to.
  struct Rows {
    std::vector<uint32_t> parents;
    std::vector<const model::Row*> rows;
  };
  const Rows& RowsOf(model::Entity entity) const { return rows_.at(entity); }

  /// The row of `to` that `row`, of `from` below it, belongs to.
  size_t Above(size_t row, model::Entity from, model::Entity to) const {
    for (; from != to; from = model::Info(from).parent) row = RowsOf(from).parents[row];
    return row;
  }

 private:
  model::TimeValue Time() {
    model::TimeValue time;
    const auto low = static_cast<int64_t>(random_() % 1'500'000);
    time.age = {low, low + (random_() % 3 == 0 ? static_cast<int64_t>(random_() % 50'000) : 0)};
    return time;
  }
  model::Record Person(uint32_t number) {
    model::Record record{"d", std::to_string(number), {}, ""};
    record.rows.emplace_back();
    const auto add = [&](model::Entity entity, uint32_t parent) -> model::Row& {
      record.rows.emplace_back();
      record.rows.back().entity = entity;
      record.rows.back().parent = parent;
      return record.rows.back();
    };
    if (number % 1000 == 17) return record;  // people without anything
    for (uint64_t i = random_() % 8; i > 0; --i) {
      model::Row& row = add(model::Entity::kMeasurement, 0);
      row.values.push_back({model::field::kMeasurementAssay, static_cast<model::Symbol>(random_() % 20)});
      if (random_() % 10 > 0) {
        row.values.push_back({model::field::kMeasurementValue, static_cast<double>(random_() % 100'000) / 7});
      }
      row.values.push_back({model::field::kMeasurementUnit, static_cast<model::Symbol>(100 + random_() % 3)});
    }
    for (uint64_t i = random_() % 4 == 0 ? 1 + random_() % 6 : 0; i > 0; --i) {
      model::Row& row = add(model::Entity::kDisease, 0);
      row.values.push_back({model::field::kDiseaseTerm, static_cast<model::Symbol>(200 + random_() % 30)});
      if (random_() % 8 > 0) row.values.push_back({model::field::kDiseaseOnset, Time()});
    }
    for (uint64_t i = random_() % 5; i > 0; --i) {
      model::Row& row = add(model::Entity::kSample, 0);
      row.values.push_back({model::field::kSampleType, static_cast<model::Symbol>(300 + random_() % 4)});
      if (random_() % 8 > 0) row.values.push_back({model::field::kSampleCollected, Time()});
      const auto sample = static_cast<uint32_t>(record.rows.size() - 1);
      for (uint64_t k = random_() % 4; k > 0; --k) {
        model::Row& run = add(model::Entity::kRun, sample);
        run.values.push_back({model::field::kRunAssay, static_cast<model::Symbol>(400 + random_() % 3)});
        run.values.push_back({model::field::kRunDepth, static_cast<double>(random_() % 60)});
      }
    }
    return record;
  }

  std::mt19937_64 random_{42};
  std::string path_;
  std::unique_ptr<storage::Store> store_;
  storage::SegmentReaderPtr segment_;
  std::vector<model::Record> records_;
  std::map<model::Entity, Rows> rows_;
};

/// One such segment for all tests of a suite.
class RandomSegmentTest : public testing::Test {
 protected:
  static constexpr uint32_t kPeople = RandomSegment::kPeople;

  static void SetUpTestSuite() { segment_ = new RandomSegment(); }
  static void TearDownTestSuite() {
    delete segment_;
    segment_ = nullptr;
  }

  static inline RandomSegment* segment_ = nullptr;
  std::mt19937_64 random_{7};
};

}  // namespace muster::execute

#endif  // MUSTER_TESTS_UNIT_EXECUTE_RANDOM_SEGMENT_H_
