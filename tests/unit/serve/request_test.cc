#include "serve/beacon/request.h"

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

absl::StatusOr<BeaconRequest> Read(const char* text) { return ReadBeaconBody(*ParseJson(text), {}); }

TEST(RequestTest, TakesWhatClientsSend) {
  for (const char* good : {R"({})", R"({"meta":{},"query":{}})", R"({"meta":{"apiVersion":"2.0"}})",
                           R"({"meta":{"apiVersion":"v2.2.0"},"query":{"requestParameters":[]}})",
                           R"({"query":{"requestParameters":null,"pagination":{},"filters":null}})",
                           R"({"$schema":"x","query":{"requestParameters":{},"filters":[]}})"}) {
    EXPECT_TRUE(Read(good).ok()) << good;
  }
}

TEST(RequestTest, HowMuchIsWantedMayStandBesideTheQuery) {
  const absl::StatusOr<BeaconRequest> beside = Read(
      R"({"query":{"filters":[{"id":"HP:1"}]},"requestedGranularity":"count","pagination":{"limit":5},"testMode":true})");
  ASSERT_TRUE(beside.ok()) << beside.status();
  EXPECT_EQ(beside->granularity, Granularity::kCount);
  EXPECT_EQ(beside->limit, 5U);
  EXPECT_TRUE(beside->test_mode);
  EXPECT_EQ(beside->filters.size(), 1U);
  EXPECT_TRUE(Read(R"({"query":{"requestedGranularity":"count"},"requestedGranularity":"count"})").ok());
  EXPECT_FALSE(Read(R"({"query":{"requestedGranularity":"count"},"requestedGranularity":"record"})").ok());
  EXPECT_FALSE(Read(R"({"query":{},"filters":[{"id":"HP:1"}]})").ok()) << "filters say of whom";
}

TEST(RequestTest, ReadsFilters) {
  const absl::StatusOr<BeaconRequest> request = Read(
      R"({"query":{"filters":[{"id":"HP:1","includeDescendantTerms":false},{"id":"depth","operator":">=","value":30},
          [{"id":"A:1"},{"id":"A:2","scope":"runs"}],{"id":["B:1","B:2"]},{"id":"x","operator":"=","value":["a","b"]}],
          "requestedGranularity":"count","includeResultsetResponses":"ALL","pagination":{"skip":2,"limit":0}}})");
  ASSERT_TRUE(request.ok()) << request.status();
  ASSERT_EQ(request->filters.size(), 5U);
  EXPECT_EQ(request->filters[0][0].descendants, false);
  EXPECT_EQ(TextOf(request->filters[1]), "depth >= 30");
  EXPECT_EQ(TextOf(request->filters[2]), "(A:1 or A:2)");
  EXPECT_EQ(request->filters[2][1].scope, "runs");
  EXPECT_EQ(TextOf(request->filters[3]), "B:1 or B:2");
  EXPECT_EQ(TextOf(request->filters[4]), "x = a or b");
  Filter without_operator;
  without_operator.ids = {"A:1"};
  without_operator.values = {"3"};
  EXPECT_EQ(TextOf(without_operator), "A:1 3");
  EXPECT_EQ(request->granularity, Granularity::kCount);
  EXPECT_EQ(request->include, Include::kAll);
  EXPECT_EQ(request->skip, 2U);
  EXPECT_EQ(request->limit, 0U);
}

TEST(RequestTest, RefusesWhatItWouldHaveToGuess) {
  for (const char* bad : {R"([])",
                          R"({"meta":"x"})",
                          R"({"query":"all"})",
                          R"({"query":[1]})",
                          R"({"meta":{"apiVersion":"v1.0"}})",
                          R"({"meta":{"apiVersion":"v2.3"}})",
                          R"({"meta":{"apiVersion":"x"}})",
                          R"({"query":{"filters":{"id":"HP:1"}}})",
                          R"({"query":{"filters":["HP:1"]}})",
                          R"({"query":{"filters":[{}]}})",
                          R"({"query":{"filters":[{"id":""}]}})",
                          R"({"query":{"filters":[{"id":5}]}})",
                          R"({"query":{"filters":[[]]}})",
                          R"({"query":{"filters":[[[{"id":"A:1"}]]]}})",
                          R"({"query":{"filters":[{"id":"x","operator":"=="}]}})",
                          R"({"query":{"filters":[{"id":"x","operator":"<"}]}})",
                          R"({"query":{"filters":[{"id":"x","value":"1"}]}})",
                          R"({"query":{"filters":[{"id":"x","operator":"<","value":{}}]}})",
                          R"({"query":{"filters":[{"id":"A:1","similarity":"high"}]}})",
                          R"({"query":{"filters":[{"id":"A:1","includeDescendantTerms":"false"}]}})",
                          R"({"query":{"requestParameters":{"g_variant":{}}}})",
                          R"({"query":{"requestParameters":"x"}})",
                          R"({"query":{"requestParameters":[1]}})",
                          R"({"query":{"requestParameters":{"datasets":["a", 1]}}})",
                          R"({"query":{"requestParameters":{"datasets":"a"}}})",
                          R"({"query":{"requestParameters":{"datasets":["a"],"datasetIds":["a"]}}})",
                          R"({"query":{"requestParameters":{"datasetIds":{"datasetIds":["a"]}}}})",
                          R"({"query":{"requestParameters":{"datasets":{"datasetIds":["a"],"more":1}}}})",
                          R"({"query":{"requestParameters":{"datasets":{"datasetIds":[""]}}}})",
                          R"({"query":{"pagination":{"skip":-1.0}}})",
                          R"({"query":{"pagination":{"limit":1e300}}})",
                          R"({"query":{"requestedGranularity":"aggregated"}})",
                          R"({"query":{"requestedGranularity":5}})",
                          R"({"query":{"includeResultsetResponses":"hit"}})",
                          R"({"query":{"testMode":"maybe"}})",
                          R"({"query":{"pagination":{"skip":-1}}})",
                          R"({"query":{"pagination":{"limit":1.5}}})",
                          R"({"query":{"pagination":{"skip":true}}})"}) {
    EXPECT_EQ(Read(bad).status().code(), absl::StatusCode::kInvalidArgument) << bad;
  }
}

TEST(RequestTest, NamesMembersThatAreNotKnown) {
  for (const auto& [body, name] : std::initializer_list<std::pair<const char*, const char*>>{
           {R"({"query":{"filters":[{"id":"HP:1","excluded":true}]}})", "excluded"},
           {R"({"query":{"filters":[[{"id":"HP:1","negated":true}]]}})", "negated"},
           {R"({"query":{"filters":[{"id":"x","operator":"<","value":1,"units":null}]}})", "units"},
           {R"({"query":{"filter":[]}})", "filter"},
           {R"({"query":{"granularity":"count"}})", "granularity"},
           {R"({"filters":[{"id":"HP:1"}]})", "filters"},
           {R"({"meta":{},"granularity":"count"})", "granularity"},
           {R"({"Query":{}})", "Query"}}) {
    const absl::Status status = Read(body).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << body;
    EXPECT_NE(status.message().find(Concat("\"", name, "\"")), std::string::npos) << status;
  }
}

TEST(RequestTest, CountsFiltersAndValues) {
  std::string many = R"({"query":{"filters":[)";
  for (int i = 0; i < 101; ++i) Append(many, i > 0 ? "," : "", R"({"id":"A:1"})");
  Append(many, "]}}");
  EXPECT_FALSE(Read(many.c_str()).ok());
  EXPECT_FALSE(ReadBeaconBody(*ParseJson(R"({"query":{"filters":[{"id":["A:1","A:2"]}]}})"), {.values = 1}).ok());
  EXPECT_FALSE(
      ReadBeaconBody(*ParseJson(R"({"query":{"filters":[[{"id":"A:1"},{"id":"A:2"}]]}})"), {.alternatives = false})
          .ok());
}

TEST(RequestTest, ReadsQueryStringsAlike) {
  const absl::StatusOr<BeaconRequest> request = ReadBeaconQuery(
      {{"filters", "HP:1,LOINC:2-3:>=30"}, {"filters", "X>=5"}, {"requestedGranularity", "count"}, {"limit", "0"}}, {});
  ASSERT_TRUE(request.ok()) << request.status();
  ASSERT_EQ(request->filters.size(), 3U);
  EXPECT_EQ(request->filters[0][0].ids[0], "HP:1");
  EXPECT_EQ(request->filters[1][0].ids[0], "LOINC:2-3");
  EXPECT_EQ(request->filters[1][0].op, ">=");
  EXPECT_EQ(request->filters[1][0].values[0], "30");
  EXPECT_EQ(request->filters[2][0].ids[0], "X");
  for (const char* name : {"start", "alternateBases", "skipp"}) {
    EXPECT_FALSE(ReadBeaconQuery({{name, "1"}}, {}).ok()) << name;
  }
}

TEST(RequestTest, ReadsDatasetsInEachFormThatIsInUse) {
  const std::vector<std::string> both = {"a", "b"};
  for (const char* body : {R"({"query":{"requestParameters":{"datasets":{"datasetIds":["a","b","a"]}}}})",
                           R"({"query":{"requestParameters":{"datasets":["a","b"]}}})",
                           R"({"query":{"requestParameters":{"datasetIds":["a","b"],"datasets":null}}})"}) {
    const absl::StatusOr<BeaconRequest> request = Read(body);
    ASSERT_TRUE(request.ok()) << body << request.status();
    EXPECT_EQ(request->datasets, both) << body;
  }
  using Query = std::vector<std::pair<std::string, std::string>>;
  for (const Query& query : {Query{{"datasetIds", "a,b"}}, Query{{"datasets", "a"}, {"datasets", "b"}}}) {
    const absl::StatusOr<BeaconRequest> request = ReadBeaconQuery(query, {});
    ASSERT_TRUE(request.ok()) << request.status();
    EXPECT_EQ(request->datasets, both);
  }
  for (const char* list : {"", ",", "a,", "a,,b"}) {
    EXPECT_FALSE(ReadBeaconQuery({{"datasetIds", list}}, {}).ok()) << list;
  }
  EXPECT_FALSE(ReadBeaconQuery({{"datasets", "a,b"}}, {.values = 1}).ok());
}

}  // namespace
}  // namespace muster::serve
