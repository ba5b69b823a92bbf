#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "nlohmann/json.hpp"
#include "shell/output/format.h"

namespace muster::shell {
namespace {

using testing::HasSubstr;
using testing::Not;

Number Perturbed() { return {1235, Number::Kind::kPerturbed, 1189, 1281, 14}; }
Number Suppressed() { return {{}, Number::Kind::kSuppressed, 0, 63, {}}; }
Number Withheld() { return {{}, Number::Kind::kWithheld, {}, {}, {}}; }

Table OfAGuest() {
  Table table;
  table.columns = {Column::Key("country"), Column::People("individuals")};
  table.rows = {{std::string("DE"), Perturbed()}, {std::string("MT"), Suppressed()}, {std::string("IT"), Withheld()}};
  table.total = {Number{1500, Number::Kind::kRounded, 1498, 1502, {}}};
  table.provenance.release = "registered/3";
  table.provenance.epoch = "7";
  table.provenance.ledger = "0a1b";
  return table;
}

TEST(FormatNumber, TellsPeopleWhichNumbersAreNotExact) {
  EXPECT_EQ(RenderTable(OfAGuest()),
            "country  individuals\n"
            "-------  -----------\n"
            "DE            ~1,235\n"
            "MT               few\n"
            "IT          withheld\n"
            "-------  -----------\n"
            "total         ~1,500\n");
  EXPECT_EQ(CellText(Number{1234567, Number::Kind::kExact, {}, {}, {}}), "1,234,567");
  EXPECT_EQ(CellText(Number{100, Number::Kind::kPerturbed, 50, 150, {}}), "~100");
}

TEST(FormatNumber, IsAnObjectInJsonAndNullWhereItHasNoValue) {
  const auto json = nlohmann::json::parse(RenderJson(OfAGuest()));
  EXPECT_EQ(json["rows"][0][1].dump(), R"({"high":1281,"kind":"perturbed","low":1189,"typical":14,"value":1235})");
  EXPECT_EQ(json["rows"][1][1].dump(), R"({"high":63,"kind":"suppressed","low":0,"value":null})");
  EXPECT_EQ(json["rows"][2][1].dump(), R"({"kind":"withheld","value":null})");
  EXPECT_EQ(json["total"][0]["kind"], "rounded");
  EXPECT_TRUE(json["provenance"]["catalogue_version"].is_null());
  EXPECT_TRUE(json["provenance"]["microseconds"].is_null());
  EXPECT_EQ(json["provenance"]["epoch"], "7");
  EXPECT_THAT(RenderJsonLines(OfAGuest()), HasSubstr(R"({"country":"MT","individuals":{"value":null,"kind")"));
}

TEST(FormatNumber, HasColumnsOfItsOwnForItsKindAndBounds) {
  EXPECT_EQ(RenderCsv(OfAGuest()),
            "country,individuals,individuals kind,individuals low,individuals high\r\n"
            "DE,1235,perturbed,1189,1281\r\n"
            "MT,,suppressed,0,63\r\n"
            "IT,,withheld,,\r\n");
  Table mixed = OfAGuest();
  mixed.rows.push_back({std::string("FR"), std::monostate()});
  EXPECT_THAT(RenderTsv(mixed), HasSubstr("\nFR\t\t\t\t\n"));
}

TEST(FormatNumber, IsNeverZeroWhereItIsSuppressed) {
  Table table = OfAGuest();
  table.total.clear();
  table.rows = {{std::string("MT"), Suppressed()}, {std::string("IT"), Withheld()}};
  EXPECT_EQ(RenderMarkdown(table), "| country | individuals |\n| --- | ---: |\n| MT | few |\n| IT | withheld |\n");
  for (const Format format : {Format::kTable, Format::kCsv, Format::kTsv, Format::kMarkdown}) {
    EXPECT_THAT(Render(format, {&table}), Not(HasSubstr("(missing)")));
  }
}

}  // namespace
}  // namespace muster::shell
