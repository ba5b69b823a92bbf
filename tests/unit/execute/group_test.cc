// Counting by dimensions, against reading one record after the other: two segments, the first of more rows than a chunk
// has; all rows, many and few, so that numbers are cached for the whole segment or read for these rows.
#include "engine/execute/aggregate/group.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "engine/execute/rows/row_hierarchy.h"
#include "engine/index/segment_builder.h"
#include "engine/model/record/record.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "storage/store.h"

namespace muster::execute {
namespace {

using model::Entity;
using storage::Bitmap;
namespace field = model::field;

using GroupKey = std::vector<GroupValue>;
using GroupCounts = std::vector<int64_t>;

constexpr int64_t kTenYears = 10 * model::kYear;

class People {
 public:
  std::vector<model::Record> Make(size_t count) {
    std::vector<model::Record> records;
    for (size_t i = 0; i < count; ++i) records.push_back(Person());
    return records;
  }

 private:
  uint32_t Below(uint32_t limit) { return random_() % limit; }
  model::TimeValue Age() {
    const int64_t low = static_cast<int64_t>(Below(80 * model::kYear)) - model::kYear;
    return {{low, Below(4) == 0 ? low + Below(3 * model::kYear) : low}, {}, model::kNoSymbol};
  }

  model::Record Person() {
    model::Record record{"d", std::to_string(++made_), {}, ""};
    model::Row person{Entity::kIndividual, 0, false, {}};
    if (Below(10) != 0) person.values.push_back({field::kSex, model::Symbol{1 + Below(3)}});
    if (Below(10) != 0) person.values.push_back({field::kCountry, model::Symbol{100 + Below(20)}});
    if (Below(10) != 0) person.values.push_back({field::kLastContact, Age()});
    for (uint32_t cohort = 0; cohort < 3; ++cohort) {
      if (Below(3) == 0) person.values.push_back({field::kCohort, model::Symbol{200 + cohort}});
    }
    record.rows.push_back(person);
    for (uint32_t i = Below(4); i > 0; --i) {
      model::Row disease{Entity::kDisease, 0, Below(5) == 0, {}};
      if (Below(10) != 0) disease.values.push_back({field::kDiseaseTerm, model::Symbol{300 + Below(Below(500) + 1)}});
      if (Below(3) != 0) disease.values.push_back({field::kDiseaseOnset, Age()});
      record.rows.push_back(disease);
    }
    for (uint32_t i = Below(3); i > 0; --i) {
      const auto sample = static_cast<uint32_t>(record.rows.size());
      record.rows.push_back({Entity::kSample, 0, false, {{field::kSampleTissue, model::Symbol{900 + Below(4)}}}});
      for (uint32_t r = Below(3); r > 0; --r) {
        record.rows.push_back({Entity::kRun, sample, false, {{field::kRunDepth, 0.5 * Below(200) - 10}}});
      }
    }
    return record;
  }

  std::mt19937 random_{11};
  int made_ = 0;
};

// What the query says of one record, without numbers, blocks or columns.
class Naive {
 public:
  explicit Naive(const bind::Query& query) : query_(query), totals_(query.counted.size()) {}

  void Add(const model::Record& record) {
    std::map<GroupKey, std::set<std::pair<size_t, uint32_t>>> seen_above;
    std::set<std::pair<size_t, uint32_t>> all_above;
    for (uint32_t row = 0; row < record.rows.size(); ++row) {
      if (record.rows[row].entity != query_.counted[0].entity) continue;
      const std::set<GroupKey> keys = Keys(record, row);
      for (size_t e = 0; e < query_.counted.size(); ++e) {
        for (const auto& [related, above] : Related(record, row, query_.counted[e].entity)) {
          const bind::Polarity polarity = query_.counted[e].polarity;
          if (polarity != bind::Polarity::kAny &&
              record.rows[related].excluded != (polarity == bind::Polarity::kExcluded)) {
            continue;
          }
          if (!above || all_above.emplace(e, related).second) ++totals_[e];
          for (const GroupKey& key : keys) {
            groups_[key].resize(query_.counted.size(), 0);
            if (!above || seen_above[key].emplace(e, related).second) ++groups_[key][e];
          }
        }
      }
      for (size_t d = 0; d < query_.by.size(); ++d) {
        std::set<GroupValue> values;
        for (const GroupKey& key : keys) values.insert(key[d]);
        for (const GroupValue value : values) ++value_counts_[d][value];
      }
    }
  }

  const std::map<GroupKey, GroupCounts>& groups() const { return groups_; }
  const std::vector<int64_t>& totals() const { return totals_; }
  const std::map<GroupValue, int64_t>& value_counts(size_t d) { return value_counts_[d]; }

 private:
  static bool IsAbove(const model::Record& record, uint32_t ancestor, uint32_t row) {
    while (row != ancestor && row != 0) row = record.rows[row].parent;
    return row == ancestor;
  }

  // Rows of `entity` that are `row`, above it (true) or below it.
  static std::vector<std::pair<uint32_t, bool>> Related(const model::Record& record, uint32_t row, Entity entity) {
    std::vector<std::pair<uint32_t, bool>> related;
    for (uint32_t other = 0; other < record.rows.size(); ++other) {
      if (record.rows[other].entity != entity) continue;
      if (IsAbove(record, row, other)) {
        related.emplace_back(other, false);
      } else if (IsAbove(record, other, row)) {
        related.emplace_back(other, true);
      }
    }
    return related;
  }

  static std::set<GroupValue> Values(const model::Row& row, const bind::Dimension& dimension) {
    std::set<GroupValue> values;
    const auto floor = [&](int64_t time) {
      return time >= 0 ? time / dimension.band : -((-time + dimension.band - 1) / dimension.band);
    };
    for (const model::FieldValue& value : row.values) {
      if (value.field != dimension.field) continue;
      if (const auto* symbol = std::get_if<model::Symbol>(&value.value)) values.insert(*symbol);
      if (const auto* number = std::get_if<double>(&value.value)) {
        values.insert(static_cast<GroupValue>(std::floor(*number / dimension.band_size)));
      }
      if (const auto* time = std::get_if<model::TimeValue>(&value.value)) {
        const bool one = floor(time->age.low) == floor(time->age.high);
        values.insert(one ? floor(time->age.low) : kUncertainValue);
      }
    }
    if (values.empty()) values.insert(kMissingValue);
    return values;
  }

  // The combinations of the values of `dimensions`, which are of the one entity, put into a copy of `key`.
  std::set<GroupKey> Of(const model::Row& row, const std::vector<size_t>& dimensions, const GroupKey& key) const {
    std::set<GroupKey> keys = {key};
    for (const size_t d : dimensions) {
      std::set<GroupKey> more;
      for (const GroupValue value : Values(row, query_.by[d])) {
        for (GroupKey longer : keys) {
          longer[d] = value;
          more.insert(longer);
        }
      }
      keys = more;
    }
    return keys;
  }

  std::set<GroupKey> Keys(const model::Record& record, uint32_t row) const {
    std::map<Entity, std::vector<size_t>> entities;
    for (size_t d = 0; d < query_.by.size(); ++d) entities[model::Info(query_.by[d].field).entity].push_back(d);
    std::set<GroupKey> keys = {GroupKey(query_.by.size(), kMissingValue)};
    for (const auto& [entity, dimensions] : entities) {
      std::set<GroupKey> longer;
      for (const GroupKey& key : keys) {
        std::set<GroupKey> of_key;
        for (const auto& [related, above] : Related(record, row, entity)) {
          const bool counts = query_.by[dimensions[0]].polarity == bind::Polarity::kAny || related == row || above ||
                              !record.rows[related].excluded;
          if (counts) of_key.merge(Of(record.rows[related], dimensions, key));
        }
        // What is missing altogether shows where there is nothing else.
        if (of_key.size() > 1) of_key.erase(key);
        if (of_key.empty()) of_key.insert(key);
        longer.merge(of_key);
      }
      keys = longer;
    }
    return keys;
  }

  const bind::Query& query_;
  std::map<GroupKey, GroupCounts> groups_;
  std::vector<int64_t> totals_;
  std::map<size_t, std::map<GroupValue, int64_t>> value_counts_;
};

class GroupTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    path_ = new std::string((std::filesystem::temp_directory_path() / "muster-group-XXXXXX").string());
    ASSERT_NE(mkdtemp(path_->data()), nullptr);
    auto store = storage::Store::Open(*path_, {.create_if_missing = true});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = store->release();
    People people;
    records_ = new std::vector<std::vector<model::Record>>{people.Make(storage::kChunkRows + 3000), people.Make(2500)};
    storage::Commit commit;
    for (const std::vector<model::Record>& records : *records_) {
      auto writer = store_->NewSegment();
      ASSERT_TRUE(writer.ok()) << writer.status();
      index::SegmentBuilder builder;
      uint32_t row = 0;
      for (const model::Record& record : records) {
        ASSERT_TRUE(builder.Add(record).ok());
        ASSERT_TRUE((*writer)->PutRecord(row++, record.dataset, record.id, model::EncodeRecord(record)).ok());
      }
      auto info = builder.WriteTo(**writer);
      ASSERT_TRUE(info.ok()) << info.status();
      commit.add_segments.push_back(*info);
    }
    ASSERT_TRUE(store_->Apply(commit).ok());
  }
  static void TearDownTestSuite() {
    delete records_;
    delete store_;
    std::filesystem::remove_all(*path_);
    delete path_;
  }

  static bind::Dimension By(model::FieldId field, int64_t band = 0) {
    bind::Dimension dimension;
    dimension.field = field;
    dimension.band = band;
    if (model::Info(field).kind == model::Kind::kTime) {
      dimension.low_part = model::kAgeLow;
      dimension.high_part = model::kAgeHigh;
    } else if (model::Info(field).kind == model::Kind::kNumber) {
      dimension.band_size = 7;
    }
    if (model::Info(model::Info(field).entity).polar) dimension.polarity = bind::Polarity::kObserved;
    dimension.top = 5;  // values are counted, whatever the table does with them
    return dimension;
  }

  static bind::Query Count(std::vector<Entity> counted, std::vector<bind::Dimension> by) {
    bind::Query query;
    for (const Entity entity : counted) {
      query.counted.push_back({entity, bind::Polarity::kAny, "", bind::Counted::Distinct::kNo});
      // (Of the entity that is counted itself, the criteria see to the polarity.)
      if (model::Info(entity).polar && query.counted.size() > 1) {
        query.counted.back().polarity = bind::Polarity::kObserved;
      }
    }
    query.by = std::move(by);
    return query;
  }

  // Every `step`th person's rows.
  static void Check(const bind::Query& query, uint32_t step) {
    SCOPED_TRACE("every " + std::to_string(step) + "th person");
    // One for both segments, and one for each.
    Grouper grouper(query, 1'000'000);
    std::vector<Grouper> parts;
    Naive naive(query);
    const auto snapshot = store_->snapshot();
    ASSERT_EQ(snapshot->segments.size(), records_->size());
    for (size_t s = 0; s < records_->size(); ++s) {
      Bitmap people;
      for (uint32_t person = step / 2; person < (*records_)[s].size(); person += step) {
        people.Add(person);
        naive.Add((*records_)[s][person]);
      }
      const auto rows = DescendantRows(*snapshot->segments[s], people, Entity::kIndividual, query.counted[0].entity);
      ASSERT_TRUE(rows.ok()) << rows.status();
      absl::Status added = grouper.Add(*snapshot->segments[s], RowSet(*rows));
      ASSERT_TRUE(added.ok()) << added;
      added = parts.emplace_back(query, 1'000'000).Add(*snapshot->segments[s], RowSet(*rows));
      ASSERT_TRUE(added.ok()) << added;
    }
    Compare(query, grouper, naive);
    // The other way round, so that values have other numbers.
    Grouper merged(query, 1'000'000);
    for (size_t p = parts.size(); p-- > 0;) merged.Merge(parts[p]);
    Compare(query, merged, naive);
  }
  static std::map<GroupKey, GroupCounts> Read(const Grouper& grouper, const std::vector<GroupFilter>& kept = {}) {
    std::map<GroupKey, GroupCounts> read;
    const Groups groups = grouper.GroupsWith(kept);
    for (size_t g = 0; g < groups.size(); ++g) {
      GroupKey key;
      for (const uint32_t number : groups.ValueIdsOf(g)) key.push_back(grouper.ValueOf(key.size(), number));
      const std::span<const int64_t> counts = groups.CountsOf(g);
      EXPECT_TRUE(read.emplace(key, GroupCounts(counts.begin(), counts.end())).second) << "a group twice";
    }
    return read;
  }
  static void Compare(const bind::Query& query, const Grouper& found, Naive& naive) {
    EXPECT_EQ(found.size(), naive.groups().size());
    EXPECT_TRUE(Read(found) == naive.groups());
    EXPECT_FALSE(found.MoreThan(naive.groups().size()));
    EXPECT_TRUE(found.MoreThan(naive.groups().size() - 1));
    EXPECT_EQ(found.totals(), naive.totals());
    for (size_t d = 0; d < query.by.size(); ++d) {
      std::map<GroupValue, int64_t> counts;
      const std::span<const int64_t> by_number = found.ValueCounts(d);
      for (uint32_t number = 0; number < by_number.size(); ++number) {
        if (by_number[number] > 0) counts[found.ValueOf(d, number)] = by_number[number];
      }
      EXPECT_TRUE(counts == naive.value_counts(d)) << "dimension " << d;
      // Of every second value, and of those that nobody has.
      GroupFilter some{d, {}};
      std::set<GroupValue> values;
      for (uint32_t number = 0; number < found.values(d); ++number) {
        if (number % 2 == 0 && naive.value_counts(d).contains(found.ValueOf(d, number))) continue;
        some.value_ids.push_back(number);
        values.insert(found.ValueOf(d, number));
      }
      std::map<GroupKey, GroupCounts> wanted;
      for (const auto& [key, counts_of_group] : naive.groups()) {
        if (values.contains(key[d])) wanted.emplace(key, counts_of_group);
      }
      EXPECT_TRUE(Read(found, {some}) == wanted) << "dimension " << d;
    }
  }
  // All of them, twice, and each time twice of each segment: numbers are read, then cached, then found.
  static void Check(const bind::Query& query) {
    for (const uint32_t step : {1u, 1u, 3u, 50u, 60'000u}) Check(query, step);
  }

  static std::string* path_;
  static storage::Store* store_;
  static std::vector<std::vector<model::Record>>* records_;
};

std::string* GroupTest::path_ = nullptr;
storage::Store* GroupTest::store_ = nullptr;
std::vector<std::vector<model::Record>>* GroupTest::records_ = nullptr;

TEST_F(GroupTest, ByOwnFields) {
  Check(Count({Entity::kIndividual}, {By(field::kSex)}));
  Check(Count({Entity::kIndividual}, {By(field::kCountry), By(field::kSex), By(field::kLastContact, kTenYears)}));
}

TEST_F(GroupTest, ByFieldsWithSeveralValues) {
  Check(Count({Entity::kIndividual}, {By(field::kCohort)}));
  Check(Count({Entity::kIndividual, Entity::kSample}, {By(field::kCohort), By(field::kSex)}));
}

TEST_F(GroupTest, ByFieldsOfRowsBelow) {
  Check(Count({Entity::kIndividual}, {By(field::kDiseaseTerm)}));
  Check(Count({Entity::kIndividual}, {By(field::kDiseaseTerm), By(field::kDiseaseOnset, kTenYears)}));
  Check(Count({Entity::kIndividual, Entity::kDisease}, {By(field::kSampleTissue), By(field::kDiseaseTerm)}));
  Check(Count({Entity::kIndividual}, {By(field::kRunDepth, 1)}));
}

TEST_F(GroupTest, ByFieldsOfRowsAbove) {
  Check(Count({Entity::kRun}, {By(field::kCountry)}));
  Check(Count({Entity::kRun}, {By(field::kCohort), By(field::kSampleTissue), By(field::kRunDepth, 1)}));
  Check(Count({Entity::kDisease}, {By(field::kDiseaseTerm), By(field::kSex)}));
}

TEST_F(GroupTest, CountsRowsBelowAndAbove) {
  Check(Count({Entity::kIndividual, Entity::kSample, Entity::kRun, Entity::kDisease}, {By(field::kCountry)}));
  Check(Count({Entity::kRun, Entity::kSample, Entity::kIndividual}, {By(field::kRunDepth, 1)}));
  Check(Count({Entity::kSample, Entity::kIndividual, Entity::kRun}, {By(field::kSampleTissue), By(field::kCohort)}));
}

// By the day there are so many bands that combinations do not fit a table.
TEST_F(GroupTest, ByVeryManyCombinations) {
  Check(Count({Entity::kIndividual, Entity::kSample}, {By(field::kLastContact, model::kDay), By(field::kDiseaseTerm)}));
  Check(Count({Entity::kIndividual}, {By(field::kDiseaseTerm), By(field::kDiseaseOnset, model::kDay)}));
}

TEST_F(GroupTest, NoMoreGroupsThanAskedFor) {
  const bind::Query query = Count({Entity::kIndividual}, {By(field::kCountry)});
  const auto snapshot = store_->snapshot();
  const Bitmap all = Bitmap::Range(0, snapshot->segments[1]->rows(0));
  Grouper enough(query, 21);
  EXPECT_TRUE(enough.Add(*snapshot->segments[1], RowSet(all)).ok()) << "20 countries, and none";
  Grouper few(query, 20);
  EXPECT_EQ(few.Add(*snapshot->segments[1], RowSet(all)).code(), absl::StatusCode::kResourceExhausted);
  Grouper none(query, 1);
  EXPECT_TRUE(none.Add(*snapshot->segments[1], RowSet(Bitmap())).ok());
  EXPECT_EQ(none.GroupsWith().size(), 0);
}

}  // namespace
}  // namespace muster::execute
