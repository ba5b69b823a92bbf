#include "serve/network/tables.h"

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

std::string Table(std::string_view rows, std::string_view more = "", std::string_view release = "exact",
                  std::string_view statement = "count individuals by sex") {
  return Concat(
      R"({"answers":[{"columns":[{"name":"sex","role":"key"},{"name":"individuals","role":"people"}],"rows":)", rows,
      more, R"(,"labels":{},"notes":[],"provenance":{"statement":")", statement, R"(","release":")", release,
      R"("}}]})");
}

NodeReply Answered(std::string_view body) { return ReadTablesReply("n", 200, body); }

Json Merge(const std::vector<NodeReply>& replies, int status = 200) {
  const HttpResponse response = MergeTables(replies);
  EXPECT_EQ(response.status, status) << response.body;
  return *ParseJson(response.body);
}

TEST(TablesTest, AddsRowsByTheirKeysAndTotals) {
  const NodeReply one = Answered(Table(R"([["female",3],["male",2]])", R"(,"total":[5])"));
  const NodeReply two = Answered(Table(R"([["female",1],["other",4]])", R"(,"total":[5])"));
  const Json body = Merge({one, two});
  const Json& answer = body["answers"][0];
  EXPECT_EQ(answer["rows"], *ParseJson(R"([["female",4],["other",4],["male",2]])"));
  EXPECT_EQ(answer["total"], *ParseJson("[10]"));
  EXPECT_EQ(answer["provenance"]["release"], "exact");
  EXPECT_EQ(body["network"]["answered"], 2);
}

TEST(TablesTest, ARowThatAGuestDoesNotSeeIsNotNobody) {
  const char* few = R"({"value":null,"kind":"suppressed","low":0,"high":63})";
  const char* about = R"({"value":100,"kind":"perturbed","low":60,"high":140})";
  const NodeReply guest =
      Answered(Table(Concat(R"([["female",)", about, R"(]])"), Concat(R"(,"total":[)", few, "]"), "public/1"));
  const NodeReply exact = Answered(Table(R"([["female",1],["male",7]])", R"(,"total":[8])"));
  for (const std::vector<NodeReply>& replies :
       {std::vector<NodeReply>{guest, exact}, std::vector<NodeReply>{exact, guest}}) {
    const Json answer = Merge(replies)["answers"][0];
    EXPECT_EQ(answer["rows"][0][1], *ParseJson(R"({"value":101,"kind":"perturbed","low":61,"high":141})"));
    EXPECT_EQ(answer["rows"][1][1], *ParseJson(R"({"value":7,"kind":"atLeast","low":7,"high":null})"));
    EXPECT_EQ(answer["total"][0], *ParseJson(R"({"value":8,"kind":"perturbed","low":8,"high":71})"));
    EXPECT_EQ(answer["provenance"]["release"], "network");
  }
}

// One faulty node does not keep the others from being answered for, and is not counted as 0.
TEST(TablesTest, WhatIsNoAnswerIsAFailedNode) {
  const NodeReply good = Answered(Table(R"([["female",3]])", R"(,"total":[3])"));
  for (const char* rows : {R"([["female",-5]])", R"([["female",5.5]])", R"([["female","5"]])",
                           R"([["female",2251799813685248]])", R"([["female",1],["female",2]])", R"([["female"]])",
                           R"([["female",{"value":5,"kind":"perturbed","low":100,"high":200}]])",
                           R"([["female",{"value":5,"kind":"perturbed","low":9,"high":3}]])"}) {
    const NodeReply bad = Answered(Table(rows, R"(,"total":[3])"));
    EXPECT_EQ(bad.outcome, NodeReply::Outcome::kFailed) << rows;
    for (const std::vector<NodeReply>& replies :
         {std::vector<NodeReply>{good, bad}, std::vector<NodeReply>{bad, good}}) {
      const Json body = Merge(replies);
      EXPECT_EQ(body["network"]["answered"], 1) << rows;
      EXPECT_EQ(body["answers"][0]["rows"][0][1], *ParseJson(R"({"value":3,"kind":"atLeast","low":3,"high":null})"));
    }
  }
  EXPECT_EQ(Answered(Table("[]", "", "exact", "")).outcome, NodeReply::Outcome::kFailed) << "of which statement?";
  const auto without_keys = [](std::string_view rows) {
    return Answered(Concat(R"({"answers":[{"columns":[{"name":"individuals","role":"people"}],"rows":)", rows,
                           R"(,"provenance":{"statement":"count individuals","release":"exact"}}]})"));
  };
  EXPECT_EQ(without_keys("[[4]]").outcome, NodeReply::Outcome::kAnswered);
  EXPECT_EQ(without_keys("[]").outcome, NodeReply::Outcome::kFailed) << "nobody is one row with a 0";
  EXPECT_EQ(without_keys("[[4],[5]]").outcome, NodeReply::Outcome::kFailed);
}

TEST(TablesTest, TheTableIsThatOfMostNodes) {
  const NodeReply good = Answered(Table(R"([["female",3]])", R"(,"total":[3])"));
  const NodeReply odd = Answered(Table(R"([["female",3]])"));
  for (const std::vector<NodeReply>& replies :
       {std::vector<NodeReply>{odd, good, good}, std::vector<NodeReply>{good, odd, good}}) {
    const Json body = Merge(replies);
    EXPECT_EQ(body["network"]["answered"], 2);
    EXPECT_EQ(body["answers"][0]["rows"][0][1]["low"], 6);
    EXPECT_EQ(body["network"]["failed"].size(), 1U);
  }
}

TEST(TablesTest, PassesOnWhatHasTheRightForm) {
  std::string body = Table(R"([["HP:1",3]])");
  const auto put = [&body](std::string_view empty, std::string_view full) {
    body.replace(body.find(empty), empty.size(), full);
  };
  put(R"("labels":{})", R"("labels":{"HP:1":{"evil":1},"HP:2":"two"})");
  put(R"("notes":[])", R"("notes":[{"evil":1},"text",5,{"code":"c","message":"m","severity":"warning","begin":"x",)"
                       R"("hints":["h",5],"more":1}])");
  const Json answer = Merge({Answered(body)})["answers"][0];
  EXPECT_EQ(answer["labels"], *ParseJson(R"({"HP:2":"two"})"));
  EXPECT_EQ(answer["notes"],
            *ParseJson(R"([{"severity":"warning","code":"c","message":"m","begin":0,"end":0,"hints":["h"]}])"));
}

TEST(TablesTest, ACellWithNothingInItStaysSo) {
  const NodeReply empty = Answered(Table(R"([["all",null]])"));
  EXPECT_EQ(Merge({empty, empty})["answers"][0]["rows"], *ParseJson(R"([["all",null]])"));
  const NodeReply number = Answered(Table(R"([["all",4]])"));
  for (const std::vector<NodeReply>& replies :
       {std::vector<NodeReply>{empty, number}, std::vector<NodeReply>{number, empty}}) {
    EXPECT_EQ(Merge(replies)["answers"][0]["rows"][0][1],
              *ParseJson(R"({"value":4,"kind":"atLeast","low":4,"high":null})"));
  }
}

TEST(TablesTest, NumbersWithoutBoundsAreAddedAndWhatIsWithheldStaysSo) {
  const NodeReply one =
      Answered(Table(R"j([["all",{"value":835,"kind":"perturbed"}],["(not shown)",{"value":null,"kind":"withheld"}]])j",
                     "", "public/1"));
  const Json rows = Merge({one, one, one})["answers"][0]["rows"];
  EXPECT_EQ(rows[0][1], *ParseJson(R"({"value":2505,"kind":"perturbed"})"));
  EXPECT_EQ(rows[1][1], *ParseJson(R"({"value":null,"kind":"withheld"})"));
  const NodeReply exact = Answered(Table(R"j([["all",5],["(not shown)",0]])j"));
  EXPECT_EQ(Merge({one, exact})["answers"][0]["rows"][0][1], *ParseJson(R"({"value":840,"kind":"perturbed"})"));
}

TEST(TablesTest, WhereANodeIsMissingNumbersAreTheLeast) {
  const NodeReply one = Answered(Table(R"([["female",3]])", R"(,"total":[3])"));
  NodeReply gone;
  gone.node = "gone";
  gone.error_code = 504;
  const Json body = Merge({one, gone});
  EXPECT_EQ(body["answers"][0]["rows"][0][1], *ParseJson(R"({"value":3,"kind":"atLeast","low":3,"high":null})"));
  EXPECT_EQ(body["answers"][0]["notes"][0]["code"], "nodes-missing");
  EXPECT_EQ(body["network"]["failed"][0]["errorCode"], 504);
}

TEST(TablesTest, WhatHasNoSumIsRefused) {
  const std::string rows = R"([["female",3]])";
  for (const char* statement : {"list individuals", "count individuals by sex having individuals >= 3",
                                "count individuals by country top 3", "summarise individuals of age"}) {
    const NodeReply one = Answered(Table(rows, R"(,"total":[3])", "exact", statement));
    Merge({one, one}, 422);
  }
  const NodeReply twice = Answered(Table(R"([["female",3],["female",4]])", R"(,"total":[3])"));
  Merge({twice}, 503);
  const NodeReply text = Answered(Table(R"([["female","many"]])", R"(,"total":[3])"));
  Merge({text}, 503);
}

// A funnel of two rows, the second with these numbers.
std::string Funnel(std::string_view left, std::string_view lost, std::string_view release) {
  return Concat(R"({"answers":[{"columns":[{"name":"criterion","role":"key"},{"name":"individuals","role":"people"},)",
                R"({"name":"lost","role":"difference"}],"rows":[["all",100,null],["a",)", left, ",", lost,
                R"(]],"labels":{},"notes":[],"provenance":{"statement":"funnel individuals where a","release":")",
                release, R"("}}]})");
}

TEST(TablesTest, DifferencesAreAddedOnlyWhereAllAreTold) {
  const std::string about = R"({"value":90,"kind":"perturbed","low":60,"high":120})";
  const NodeReply exact = Answered(Funnel("60", "40", "exact"));
  const NodeReply guest = Answered(Funnel(about, R"({"value":-10,"kind":"perturbed"})", "public/1"));
  const NodeReply silent = Answered(Funnel(about, R"({"value":null,"kind":"withheld"})", "public/1"));
  const auto lost = [](const std::vector<NodeReply>& replies) { return Merge(replies)["answers"][0]["rows"][1][2]; };
  EXPECT_EQ(lost({exact, exact}), Json(80));
  EXPECT_EQ(lost({exact, guest}), *ParseJson(R"({"value":30,"kind":"perturbed"})"));
  EXPECT_EQ(lost({guest, silent}), *ParseJson(R"({"value":null,"kind":"withheld"})"));
  NodeReply gone;
  gone.node = "gone";
  gone.error_code = 504;
  EXPECT_EQ(lost({exact, gone})["kind"], "atLeast");
  EXPECT_EQ(lost({guest, gone})["kind"], "withheld");
}

TEST(TablesTest, OnlyKeysCountsAndDifferencesAreAdded) {
  for (const char* role : {"number", "text", "histogram", "key", ""}) {
    const NodeReply one =
        Answered(Concat(R"({"answers":[{"columns":[{"name":"n","role":"people"},{"name":"x","role":")", role,
                        R"("}],"rows":[[1,2]],"provenance":{"statement":"count n"}}]})"));
    Merge({one, one}, 422);
  }
}

TEST(TablesTest, QuotedWordsAreNoClauses) {
  EXPECT_TRUE(IsAddable("count individuals where label is \"having a top\""));
  EXPECT_TRUE(IsAddable("funnel individuals where has phenotype TOP:1"));
  EXPECT_FALSE(IsAddable("count individuals by sex TOP 3"));
}

TEST(TablesTest, NodesWithOtherTablesAreFailedOnes) {
  const NodeReply one = Answered(Table(R"([["female",3]])", R"(,"total":[3])"));
  const NodeReply other = Answered(R"({"answers":[{"columns":[{"name":"individuals","role":"people"}],"rows":[[9]],)"
                                   R"("labels":{},"notes":[],"provenance":{"statement":"count individuals"}}]})");
  const Json body = Merge({one, other});
  EXPECT_EQ(body["network"]["failed"].size(), 1U);
  EXPECT_EQ(body["answers"][0]["rows"][0][1]["kind"], "atLeast");
}

TEST(TablesTest, MistakesAreThoseThatTheNodesTell) {
  const NodeReply wrong =
      ReadTablesReply("n", 422, R"({"diagnostics":[{"severity":"error","message":"no such field"}]})");
  EXPECT_EQ(wrong.outcome, NodeReply::Outcome::kNotUnderstood);
  EXPECT_EQ(Merge({wrong, wrong}, 422)["diagnostics"][0]["message"], "no such field");
  Merge({ReadTablesReply("n", 403, "{}")}, 403);
  Merge({ReadTablesReply("n", 429, "{}")}, 429);
  Merge({ReadTablesReply("n", 200, "garbage")}, 503);
  for (const char* bad :
       {R"({"answers":[]})", R"({"answers":[{"columns":[],"rows":[]}]})", R"({"answers":[5]})",
        R"({"answers":[{"columns":[{"name":"x","type":"integer"}],"rows":[[1,2]],"provenance":{}}]})"}) {
    EXPECT_EQ(Answered(bad).outcome, NodeReply::Outcome::kFailed) << bad;
  }
}

}  // namespace
}  // namespace muster::serve
