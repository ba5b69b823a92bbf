#include "engine/import/input/json_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace muster::import {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string Why(const std::string& json) {
  simdjson::dom::parser parser;
  Element document;
  const auto error = parser.parse(json).get(document);
  EXPECT_NE(error, simdjson::SUCCESS) << json;
  return WhyNotRead(error, json);
}

TEST(JsonErrorTest, SaysWhere) {
  EXPECT_THAT(
      Why(R"({"id": "a", "sex" "MALE"})"),
      AllOf(StartsWith("not valid JSON: "), EndsWith(R"(, at byte 24 of the record: {"id": "a", "sex" "MALE")")));
  EXPECT_THAT(Why(R"({"id": "a", "subject": {"id": "long enough"}, "sex": MALE})"),
              EndsWith(R"(, at byte 54 of the record: ..."long enough"}, "sex": M)"));
  EXPECT_THAT(Why("{\"id\": \"\xff\"}"), EndsWith(", at byte 9 of the record: {\"id\": \"?"));
  EXPECT_THAT(Why("{\"n\xc3\xa4me\": 1,}"), EndsWith(": {\"n??me\": 1,}")) << "no half characters";
  EXPECT_THAT(Why("}"), EndsWith(", at byte 1 of the record: }"));
}

TEST(JsonErrorTest, SaysThatTheEndIsMissing) {
  EXPECT_THAT(Why(R"({"id": "a", "subj)"), HasSubstr(", at its end"));
  EXPECT_THAT(Why(R"({"id": "a")"), HasSubstr(", at its end"));
}

TEST(JsonErrorTest, MemoryIsNotTheTextsFault) {
  EXPECT_EQ(WhyNotRead(simdjson::MEMALLOC, std::string(3 << 20, ' ')),
            "there is not enough memory to read a record of 3 MB; a file of JSON lines is read record by record");
  EXPECT_THAT(WhyNotRead(simdjson::CAPACITY, "{}"), HasSubstr("longer than 4 GB"));
}

}  // namespace
}  // namespace muster::import
