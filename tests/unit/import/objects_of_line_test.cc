#include "engine/import/input/objects_of_line.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(ObjectsOfLineTest, OneBehindTheOther) {
  EXPECT_THAT(ObjectsOfLine(R"({"a": "}{"} {"b": {}})"), ElementsAre(R"({"a": "}{"})", R"({"b": {}})"));
  EXPECT_THAT(ObjectsOfLine("{}{}\t{}"), ElementsAre("{}", "{}", "{}"));
  EXPECT_THAT(ObjectsOfLine(R"({} {"a": )"), ElementsAre("{}", R"({"a":)"));
  for (const char* text : {"", "{}", "{},", "{},{}", "{}]", "{} x", "[] {}", R"({"a": )"}) {
    EXPECT_THAT(ObjectsOfLine(text), IsEmpty()) << text;
  }
}

// Nobody is lost by a line break that is missing.
TEST(ObjectsOfLineTest, AllRecordsOfALineAreRead) {
  const auto packet = [](const std::string& id) {
    return R"({"id": ")" + id + R"(", "subject": {"id": "s)" + id + R"("}})";
  };
  const Reading all = Read(packet("1") + " " + packet("2") + packet("3"));
  EXPECT_THAT(all.sink.records, SizeIs(3));
  EXPECT_EQ(all.report.rejected, 0u);
  const Reading cut = Read(packet("1") + R"({"id": "2", "subject": )");
  EXPECT_THAT(cut.sink.records, SizeIs(1));
  EXPECT_EQ(cut.report.rejected, 1u);
  const Reading comma = Read(packet("1") + ", " + packet("2"));
  EXPECT_THAT(comma.sink.records, IsEmpty());
  EXPECT_EQ(comma.report.rejected, 1u);
}

}  // namespace
}  // namespace muster::import
