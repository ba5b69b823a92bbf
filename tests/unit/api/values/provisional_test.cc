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
  EXPECT_THAT(said(), AllOf(HasSubstr("6 of the 38 individuals who have disease MONDO:0005148 have only records of "
                                      "MONDO:0005148"),
                            HasSubstr("whose status is provisional, and are found as well [provisional-diagnoses]"),
                            HasSubstr("with (status is missing or status is not provisional)")));
  for (const char* where :
       {"has disease MONDO:0005148 with not status is provisional",
        "has disease MONDO:0005148 and no disease with status is provisional", "no disease MONDO:0005148"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("provisional-diagnoses"))) << where;
  }
}

TEST_F(ProvisionalTest, OfFewNothingIsSaid) {
  ImportWithStatus(Many("sure", 300, "confirmed") + Many("unsure", 6, "provisional"));
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("provisional-diagnoses")));
}

}  // namespace
}  // namespace muster
