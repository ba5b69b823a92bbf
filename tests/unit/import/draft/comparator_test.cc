// Comparators that stand beside a number.
#include "engine/import/record/draft/comparator.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kMapping[] = R"({"measurements": {"from": "/labs/*",
    "fields": {"assay": {"const": "X:1"}, "value": "/v", "comparator": "/op"}}})";

std::vector<std::string> Mapped(const std::string& row) {
  return Read(R"({"id": "1", "labs": [)" + row + "]}", kMapping).Rows(Entity::kMeasurement);
}

TEST(ComparatorTest, AMappingNamesIt) {
  const std::vector<std::string> below = Mapped(R"({"v": "<5"})");
  EXPECT_EQ(Mapped(R"({"v": 5, "op": "<"})"), below);
  EXPECT_EQ(Mapped(R"({"v": "5", "op": "lt"})"), below);
  EXPECT_EQ(Mapped(R"({"v": 5, "op": 4171756})"), below);
  EXPECT_EQ(Mapped(R"({"v": 5, "op": "LT"})"), below);
  EXPECT_EQ(Mapped(R"({"v": 5, "op": "GE"})"), Mapped(R"({"v": ">=5"})"));
  EXPECT_EQ(Mapped(R"({"op": ">=", "v": 5})"), Mapped(R"({"v": ">=5"})"));
  for (const char* exact : {R"({"v": 5})", R"({"v": 5, "op": "="})", R"({"v": 5, "op": "NA"})", R"({"v": 5, "op": ""})",
                            R"({"v": 5, "op": null})", R"({"v": 5, "op": 4172703})", R"({"v": 5, "op": "E"})",
                            R"({"v": 5, "op": "No matching concept"})"}) {
    EXPECT_THAT(Mapped(exact), ElementsAre("measurement: assay=X:1, value=5")) << exact;
  }
}

TEST(ComparatorTest, OfAnotherOneTheNumberIsNotTaken) {
  const Reading reading = Read(R"({"id": "1", "labs": [{"v": 5, "op": "~"}]})", kMapping);
  EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=X:1"));
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("comparator that is not understood"));
}

// 0 of OMOP's concepts is no operator. Of a list of its own it may be the first: "<".
TEST(ComparatorTest, ZeroIsNoOperatorOfConceptsOnly) {
  const auto read = [](const std::string& name, const std::string& zero) {
    return Read(R"({"id": "1", "labs": [{"v": 5, ")" + name + "\": " + zero + "}]}",
                R"({"measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/v",
                                                                   "comparator": "/)" +
                    name + R"("}}})");
  };
  for (const char* zero : {"0", "\"0\"", "\"0.0\""}) {
    for (const char* name : {"operator_concept_id", "OPERATOR_CONCEPT_ID", "value_operator_concept_id"}) {
      EXPECT_THAT(read(name, zero).Rows(Entity::kMeasurement), ElementsAre("measurement: assay=X:1, value=5")) << name;
    }
    for (const char* name : {"censored", "op"}) {
      const Reading reading = read(name, zero);
      EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=X:1")) << name;
      ASSERT_EQ(reading.report.remarks.size(), 1u) << name;
      EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("comparator that is not understood")) << name;
    }
  }
}

TEST(ComparatorTest, BesideAQuantity) {
  const auto value = [](const std::string& json) {
    return Read(R"({"id": "1", "measurements": [{"assay": {"id": "X:1"}, "value": )" + json + "}]}")
        .Rows(Entity::kMeasurement);
  };
  EXPECT_EQ(value(R"({"quantity": {"value": 5}, "comparator": "<"})"),
            value(R"({"quantity": {"value": 5, "comparator": "<"}})"));
  EXPECT_EQ(value(R"({"comparator": ">", "quantity": {"value": 5}})"),
            value(R"({"quantity": {"value": 5, "comparator": ">"}})"));
}

TEST(ComparatorTest, UnderOtherNamesInAQuantityOrBesideIt) {
  const auto value = [](const std::string& json) {
    return Read(R"({"id": "1", "measurements": [{"assay": {"id": "X:1"}, "value": )" + json + "}]}")
        .Rows(Entity::kMeasurement);
  };
  const std::vector<std::string> below = value(R"({"quantity": {"value": 5, "comparator": "<"}})");
  for (const char* member :
       {R"("operator": "<")", R"("magnitude_status": "<")", R"("qualifier": "&lt;")", R"("modifier": "<")",
        R"("op": "lt")", R"("operator_concept_id": 4171756)", R"("valueOperator": "less than")", R"("prefix": "<")"}) {
    EXPECT_EQ(value(R"({"quantity": {"value": 5, )" + std::string(member) + "}}"), below) << member;
    EXPECT_EQ(value(R"({"quantity": {"value": 5}, )" + std::string(member) + "}"), below) << member;
  }
  for (const char* member : {R"("operator": "=")", R"("operator": "Meyer")", R"("qualifier": "fasting")",
                             R"("magnitude_status": "~")", R"("operator_concept_id": 0)"}) {
    EXPECT_THAT(value(R"({"quantity": {"value": 5, )" + std::string(member) + "}}"),
                ElementsAre("measurement: assay=X:1, value=5"))
        << member;
  }
}

TEST(ComparatorTest, ASignThatNobodyReadsIsTold) {
  const auto told = [](const std::string& beside) {
    const Reading reading = Read(R"({"id": "1", "measurements": [{"assay": {"id": "X:1"}, )" + beside + "}]}");
    std::vector<std::string> whats;
    for (const ImportRemark& remark : reading.report.remarks) whats.push_back(remark.what);
    return whats;
  };
  for (const char* beside :
       {R"("value": {"quantity": {"value": 5, "symbol": "<"}})", R"("value": {"quantity": {"value": 5, "limit": ">"}})",
        R"("value": {"quantity": {"value": 5}}, "sign": "<")",
        R"("value": {"quantity": {"value": 5,
                                          "extensions": [{"name": "comparator", "value": "<"}]}})",
        R"("value": {"quantity": {"value": 5}}, "interpretation": "below detection limit")"}) {
    EXPECT_THAT(told(beside), testing::Contains(HasSubstr("sign of comparison, or word for a limit"))) << beside;
  }
  for (const char* beside : {R"("sign": "=")", R"("interpretation": "below the mean")", R"("note": "<a>")"}) {
    EXPECT_THAT(told(R"("value": {"quantity": {"value": 5}}, )" + std::string(beside)),
                testing::Not(testing::Contains(HasSubstr("sign of comparison"))))
        << beside;
  }
}

TEST(ComparatorTest, AConstantOneIsRefused) {
  EXPECT_FALSE(Mapping::Parse(
                   R"({"measurements": {"from": "/labs/*", "fields": {"value": "/v", "comparator": {"const": "<"}}}})")
                   .ok());
}

}  // namespace
}  // namespace muster::import
