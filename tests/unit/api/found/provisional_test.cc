// That many have a disease only provisionally is told where nothing asks for the status.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class ProvisionalTest : public ValuesTest {
 protected:
  // As many as that, each with a disease of this status, and of a second one where that is given.
  static std::string Many(const std::string& name, int number, const std::string& status,
                          const std::string& second = "") {
    const auto disease = [](const std::string& of) {
      return absl::StrCat(R"({"term":{"id":"MONDO:0005148"})",
                          of.empty() ? "" : absl::StrCat(R"(,"status":")", of, "\""), "}");
    };
    std::string people;
    for (int i = 0; i < number; ++i) {
      absl::StrAppend(&people, R"({"id":")", name, i, R"(","subject":{"id":"x"},"diseases":[)", disease(status),
                      second.empty() ? "" : ",", second.empty() ? "" : disease(second), "]}\n");
    }
    return people;
  }
  void ImportWithStatus(const std::string& text) {
    ImportOptions options;
    options.mapping = R"({"diseases": {"from": "/diseases/*", "fields": {"status": "/status"}}})";
    Import(text, options);
  }
};

TEST_F(ProvisionalTest, WhoHasNoOther) {
  ImportWithStatus(Many("sure", 20, "confirmed") + Many("silent", 5, "") + Many("unsure", 6, "provisional") +
                   Many("both", 7, "provisional", "confirmed"));
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("6 of the 38 individuals who are found have only records of MONDO:0005148 whose "
                                      "status is provisional [provisional-diagnoses]"),
                            HasSubstr("to leave them out, add with not status is provisional\n")));
  EXPECT_THAT(Ids("has disease MONDO:0005148 with not status is provisional"), SizeIs(32));
  for (const char* where :
       {"has disease MONDO:0005148 with not status is provisional",
        "has disease MONDO:0005148 and no disease with status is provisional", "no disease MONDO:0005148"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("provisional-diagnoses"))) << where;
  }
}

TEST_F(ProvisionalTest, WhatIsToBeAddedCanBeRead) {
  ImportWithStatus(Many("sure", 20, "confirmed") + Many("unsure", 3, "provisional") + Many("may", 2, "suspected"));
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("5 of the 25"), HasSubstr("add with not status is provisional or suspected\n")));
  EXPECT_THAT(Ids("has disease MONDO:0005148 with not status is provisional or suspected"), SizeIs(20));
}

// One in twenty of those who are found, and not of those with the disease.
TEST_F(ProvisionalTest, OfFewNothingIsSaid) {
  ImportWithStatus(Many("sure", 19, "confirmed") + Many("unsure", 1, "provisional"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148"), "20");
  EXPECT_THAT(said(), HasSubstr("1 of the 20 individuals who are found has only records"));
  ImportWithStatus(Many("more", 1, "confirmed"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148"), "21");
  EXPECT_THAT(said(), Not(HasSubstr("provisional-diagnoses")));
}

}  // namespace
}  // namespace muster
