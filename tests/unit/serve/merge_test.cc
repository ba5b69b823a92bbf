#include "serve/network/merge.h"

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// The answer of a node as it comes over the network.
std::string AnswerText(std::string_view node, std::string_view summary, std::string_view sets,
                       std::string_view info = "{}") {
  return Concat(R"({"meta":{"beaconId":")", node, R"("},"responseSummary":)", summary, R"(,"response":{"resultSets":[)",
                sets, R"(]},"info":)", info, "}");
}

std::string SetText(std::string_view id, int count) {
  return Concat(R"({"id":")", id, R"(","setType":"dataset","exists":)", count > 0 ? "true" : "false",
                R"(,"resultsCount":)", count, R"(,"results":[{"id":"somebody"}]})");
}

std::string SummaryText(bool exists, int count, std::string_view more = "") {
  return Concat(R"({"exists":)", exists ? "true" : "false", R"(,"numTotalResults":)", count, more, "}");
}

std::string Exact(std::string_view node, int count) {
  return AnswerText(node, SummaryText(count > 0, count), SetText(Concat("set of ", node), count));
}

class MergeTest : public testing::Test {
 protected:
  MergeTest() { request_.granularity = Granularity::kCount; }
  Merged MergeAll(const std::vector<NodeReply>& replies) { return Merge("net", Entry::kIndividual, request_, replies); }
  BeaconRequest request_;
};

TEST_F(MergeTest, AddsExactNumbers) {
  const Merged merged = MergeAll({ReadNodeReply("a", 200, Exact("a", 3)), ReadNodeReply("b", 200, Exact("b", 0)),
                                  ReadNodeReply("c", 200, Exact("c", 4))});
  EXPECT_EQ(merged.status, 200);
  EXPECT_EQ(merged.body["responseSummary"], (Json{{"exists", true}, {"numTotalResults", 7}}));
  EXPECT_EQ(merged.body["info"]["network"]["upper"], 7);
  ASSERT_EQ(merged.body["response"]["resultSets"].size(), 2U);
  EXPECT_EQ(merged.body["response"]["resultSets"][0]["beaconId"], "a");
  EXPECT_TRUE(merged.body["response"]["resultSets"][0]["results"].empty());
}

TEST_F(MergeTest, PassesOnWhatHasTheRightForm) {
  const std::string sets =
      R"({"id":"s","exists":true,"resultsCount":3,"countPrecision":{"a":1},"countAdjustedTo":"everything"},)"
      R"({"id":"s","exists":true,"resultsCount":4},)"
      R"({"id":"t","exists":true,"resultsCount":3,"countPrecision":"rounded","countAdjustedTo":[1,5]})";
  const Merged merged = MergeAll({ReadNodeReply("a", 200, AnswerText("a", SummaryText(true, 10), sets))});
  const Json& list = merged.body["response"]["resultSets"];
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0]["id"], "s");
  EXPECT_FALSE(list[0].contains("countPrecision") || list[0].contains("countAdjustedTo"));
  EXPECT_EQ(list[1]["countAdjustedTo"], *ParseJson("[1,5]"));
  EXPECT_FALSE(merged.body["info"].contains("notes")) << "one node has the id twice, not several once";
  const auto outcome = [](std::string_view more, std::string_view told) {
    return ReadNodeReply("a", 200, AnswerText("a", SummaryText(true, 5, more), "", told)).outcome;
  };
  constexpr const char* kImprecise = R"(,"countPrecision":"imprecise")";
  EXPECT_EQ(outcome(kImprecise, R"({"resultCountDescription":{"minRange":100,"maxRange":200}})"),
            NodeReply::Outcome::kFailed);
  EXPECT_EQ(outcome(kImprecise, R"({"resultCountDescription":{"minRange":1,"maxRange":null}})"),
            NodeReply::Outcome::kAnswered);
  const Merged odd = MergeAll({ReadNodeReply(
      "a", 200, AnswerText("a", SummaryText(true, 5, R"(,"countPrecision":["imprecise"])"), SetText("s", 5)))});
  EXPECT_EQ(odd.body["responseSummary"]["countPrecision"], "imprecise");
}

TEST_F(MergeTest, TakesARangeForOneThatIsNotSaidToBeImprecise) {
  const std::string told = R"({"resultCountDescription":{"minRange":1,"maxRange":10}})";
  const auto network = [&](std::string_view more) {
    return MergeAll({ReadNodeReply("a", 200, Exact("a", 3)),
                     ReadNodeReply("b", 200, AnswerText("b", SummaryText(true, 10, more), SetText("s", 10), told))})
        .body["info"]["network"];
  };
  EXPECT_EQ(network("")["lower"], 4);
  EXPECT_EQ(network("")["upper"], 13);
  EXPECT_EQ(network(R"(,"countPrecision":"exact")")["lower"], 13);
}

TEST_F(MergeTest, DoesNotCountWhatContradictsItself) {
  const auto fails = [](std::string_view text) {
    return ReadNodeReply("a", 200, text).outcome == NodeReply::Outcome::kFailed;
  };
  EXPECT_FALSE(fails(AnswerText("a", SummaryText(true, 7), SetText("s", 7))));
  EXPECT_TRUE(fails(AnswerText("a", SummaryText(true, 7), SetText("s", 9)))) << "a set has more than all sets";
  EXPECT_TRUE(fails(AnswerText("a", SummaryText(true, 0), SetText("s", 0))));
  // Released numbers have noise of their own each.
  EXPECT_FALSE(fails(AnswerText("a", SummaryText(true, 7, R"(,"countPrecision":"imprecise")"), SetText("s", 9))));
  EXPECT_TRUE(fails(Concat(R"({"meta":{"beaconId":"a"},"error":{"errorCode":500,"errorMessage":"no"},)",
                           R"("responseSummary":{"exists":false}})")));
}

TEST_F(MergeTest, DoesNotCountInventedPeople) {
  const auto answer = [](std::string_view mode) {
    return ReadNodeReply("a", 200,
                         Concat(R"({"meta":{"beaconId":"a","testMode":)", mode,
                                R"(},"responseSummary":{"exists":true,"numTotalResults":20}})"));
  };
  EXPECT_EQ(answer("false").outcome, NodeReply::Outcome::kAnswered);
  EXPECT_EQ(answer("true").outcome, NodeReply::Outcome::kFailed);
  EXPECT_EQ(answer("true").error, "the node answers of invented people");
}

TEST_F(MergeTest, SaysWhenANodeIsMissing) {
  NodeReply late;
  late.node = "b";
  late.error_code = 504;
  const Merged merged = MergeAll({ReadNodeReply("a", 200, Exact("a", 3)), late});
  EXPECT_EQ(merged.body["responseSummary"]["numTotalResults"], 3);
  EXPECT_EQ(merged.body["responseSummary"]["countPrecision"], "imprecise");
  EXPECT_EQ(merged.body["info"]["network"]["lower"], 3);
  EXPECT_TRUE(merged.body["info"]["network"]["upper"].is_null());
  EXPECT_EQ(merged.body["info"]["network"]["failed"][0]["beaconId"], "b");
  EXPECT_EQ(merged.body["response"]["resultSets"][1]["setType"], "beacon");
  EXPECT_FALSE(merged.body["info"]["notes"].empty());
}

TEST_F(MergeTest, AddsBoundsOfReleasedNumbers) {
  const auto released = [](const char* node, int value, int low, int high) {
    return ReadNodeReply(
        node, 200,
        AnswerText(node, SummaryText(low > 0, value, R"(,"countPrecision":"imprecise")"), "",
                   Concat(R"({"resultCountDescription":{"minRange":)", low, R"(,"maxRange":)", high, "}}")));
  };
  const Merged merged = MergeAll({released("a", 130, 70, 190), released("b", 0, 0, 63)});
  EXPECT_EQ(merged.body["responseSummary"]["numTotalResults"], 130);
  EXPECT_EQ(merged.body["responseSummary"]["countAdjustedTo"], (Json{70, 253}));
  EXPECT_EQ(merged.body["info"]["resultCountDescription"], (Json{{"minRange", 70}, {"maxRange", 253}}));
}

TEST_F(MergeTest, DoesNotTakeWhoDoesNotUnderstandForNobody) {
  const NodeReply not_understood =
      ReadNodeReply("b", 400, R"({"error":{"errorCode":400,"errorMessage":"what is X:1?"}})");
  const Merged merged = MergeAll({ReadNodeReply("a", 200, Exact("a", 3)), not_understood});
  EXPECT_EQ(merged.status, 200);
  EXPECT_TRUE(merged.body["info"]["network"]["upper"].is_null());
  EXPECT_EQ(merged.body["info"]["network"]["notUnderstood"][0]["beaconId"], "b");
  const Merged nobody = MergeAll({not_understood, not_understood});
  EXPECT_EQ(nobody.status, 400);
  EXPECT_EQ(nobody.body["error"]["errorMessage"], "what is X:1?");
}

TEST_F(MergeTest, RefusesWhatIsNoAnswerOfTheNode) {
  for (const std::string& body :
       {std::string("garbage"), std::string("{}"), Exact("other", 3), AnswerText("a", R"({"exists":"yes"})", ""),
        AnswerText("a", R"({"exists":false,"numTotalResults":3})", ""),
        AnswerText("a", R"({"exists":true,"numTotalResults":-3})", ""),
        AnswerText("a", R"({"exists":true,"numTotalResults":1e30})", "")}) {
    EXPECT_EQ(ReadNodeReply("a", 200, body).outcome, NodeReply::Outcome::kFailed) << body;
  }
  EXPECT_EQ(ReadNodeReply("a", 503, "").outcome, NodeReply::Outcome::kFailed);
  EXPECT_EQ(MergeAll({ReadNodeReply("a", 200, "garbage")}).status, 503);
}

TEST_F(MergeTest, TellsDatasetsOfOneIdApart) {
  const Merged merged = MergeAll({ReadNodeReply("a", 200, AnswerText("a", SummaryText(true, 1), SetText("x", 1))),
                                  ReadNodeReply("b", 200, AnswerText("b", SummaryText(true, 2), SetText("x", 2)))});
  EXPECT_EQ(merged.body["response"]["resultSets"][0]["id"], "a:x");
  EXPECT_EQ(merged.body["response"]["resultSets"][1]["id"], "b:x");
}

TEST_F(MergeTest, KeepsToYesAndNoWhereNodesDo) {
  const NodeReply yes = ReadNodeReply("a", 200, R"({"meta":{"beaconId":"a"},"responseSummary":{"exists":true}})");
  EXPECT_EQ(MergeAll({yes}).body["meta"]["returnedGranularity"], "boolean");
  const Merged mixed = MergeAll({yes, ReadNodeReply("b", 200, Exact("b", 2))});
  EXPECT_EQ(mixed.body["info"]["network"]["lower"], 3);
  EXPECT_TRUE(mixed.body["info"]["network"]["upper"].is_null());
}

}  // namespace
}  // namespace muster::serve
