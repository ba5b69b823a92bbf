#include "engine/model/record/record.h"

#include <cmath>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

Record Example() {
  Record record;
  record.dataset = "study";
  record.id = "Patient 1 \xC3\xA9";
  record.extras = R"({"/subject/x":1})";
  Row& person = record.rows.emplace_back();
  person.values.push_back({field::kSex, Symbol{7}});
  person.values.push_back({field::kSurvival, 1234.0});
  person.values.push_back({field::kSubjectId, std::string("p\0x", 3)});
  person.values.push_back({field::kBirth, TimeValue{{}, {-5, 42}, kNoSymbol}});
  Row& phenotype = record.rows.emplace_back();
  phenotype.entity = Entity::kPhenotype;
  phenotype.excluded = true;
  phenotype.values.push_back({field::kPhenotypeTerm, Symbol{0xFFFFFFFD}});
  phenotype.values.push_back({field::kPhenotypeOnset, TimeValue{{kBeginning, kEnd}, {9, 9}, 3}});
  Row& sample = record.rows.emplace_back();
  sample.entity = Entity::kSample;
  Row& run = record.rows.emplace_back();
  run.entity = Entity::kRun;
  run.parent = 2;
  run.values.push_back({field::kRunDepth, 30.5});
  return record;
}

TEST(RecordTest, RoundTrip) {
  const Record record = Example();
  const std::string bytes = EncodeRecord(record);
  const auto decoded = DecodeRecord(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(*decoded, record);
  EXPECT_EQ(*DecodeRecordId(bytes), record.id);
}

TEST(RecordTest, NumbersKeepEveryBit) {
  for (double number : {0.0, -0.0, 1.0, -1.0, 0.1, 1e300, -1e-300, 9007199254740991.0, 9007199254740993.0,
                        static_cast<double>(INFINITY)}) {
    Record record;
    record.rows.emplace_back().values.push_back({field::kSurvival, number});
    const auto decoded = DecodeRecord(EncodeRecord(record));
    ASSERT_TRUE(decoded.ok());
    const double found = std::get<double>(*decoded->rows[0].Find(field::kSurvival));
    EXPECT_EQ(found, number);
    EXPECT_EQ(std::signbit(found), std::signbit(number));
  }
}

TEST(RecordTest, BoundsOfNumbers) {
  Record record;
  record.rows.emplace_back();
  Row& measurement = record.rows.emplace_back();
  measurement.entity = Entity::kMeasurement;
  measurement.values.push_back({field::kMeasurementValue, NumberBounds{-INFINITY, 0.5}});
  const auto decoded = DecodeRecord(EncodeRecord(record));
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(*decoded, record);
  // Neither bounds the wrong way round, nor fields that have none.
  measurement.values[0].value = NumberBounds{2, 1};
  EXPECT_FALSE(DecodeRecord(EncodeRecord(record)).ok());
  measurement.values[0] = {field::kMeasurementHigh, NumberBounds{1, 2}};
  EXPECT_FALSE(DecodeRecord(EncodeRecord(record)).ok());
}

TEST(RecordTest, FindGivesTheFirstValue) {
  Row row;
  row.values = {{field::kSex, Symbol{1}}, {field::kSex, Symbol{2}}};
  EXPECT_EQ(std::get<Symbol>(*row.Find(field::kSex)), 1u);
  EXPECT_EQ(row.Find(field::kBirth), nullptr);
}

TEST(RecordTest, EveryCutIsDataLoss) {
  const std::string bytes = EncodeRecord(Example());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(DecodeRecord(bytes.substr(0, size)).status().code(), absl::StatusCode::kDataLoss) << size;
  }
  EXPECT_EQ(DecodeRecord(bytes + "x").status().code(), absl::StatusCode::kDataLoss);
}

TEST(RecordTest, EveryChangedByteIsReadOrRefused) {
  const std::string bytes = EncodeRecord(Example());
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (int change = 1; change < 256; change += 3) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      const auto decoded = DecodeRecord(changed);
      if (!decoded.ok()) continue;
      const std::string again = EncodeRecord(*decoded);
      EXPECT_EQ(EncodeRecord(*DecodeRecord(again)), again);
    }
  }
}

absl::StatusCode CodeFor(const Record& record) { return DecodeRecord(EncodeRecord(record)).status().code(); }

TEST(RecordTest, RefusesWhatCannotBe) {
  EXPECT_EQ(CodeFor(Record()), absl::StatusCode::kDataLoss);  // no individual

  Record record = Example();
  record.rows[3].parent = 3;
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);

  record = Example();
  record.rows[0].entity = Entity::kSample;
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);

  record = Example();
  record.rows[1].entity = Entity::kIndividual;
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);

  record = Example();
  record.rows[1].entity = static_cast<Entity>(kEntityCount);
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);

  record = Example();
  record.rows[0].values.push_back({252, Symbol{1}});  // no such field
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);

  record = Example();
  record.rows[0].values.push_back({field::kSex, 1.0});  // a number for a keyword
  EXPECT_EQ(CodeFor(record), absl::StatusCode::kDataLoss);
}

TEST(RecordTest, LengthsBeyondTheBytesTakeNoMemory) {
  const std::string many("\x01\x00\x00\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 11);
  EXPECT_EQ(DecodeRecord(many).status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace muster::model
