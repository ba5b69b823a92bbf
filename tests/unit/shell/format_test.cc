#include "shell/output/format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "nlohmann/json.hpp"

namespace muster::shell {
namespace {

Table Example() {
  Table table;
  table.columns = {Column::Key("country"), Column::Number("mean", ColumnType::kNumber), Column::People("individuals")};
  table.rows = {{std::string("Österreich"), 1.5, int64_t{12}},
                {std::monostate(), 0.1, int64_t{3456}},
                {std::string("日本"), std::monostate(), int64_t{0}}};
  table.total = {int64_t{3468}};
  table.provenance.statement = "count individuals by country";
  table.provenance.catalogue_version = 3;
  table.provenance.ontologies = {{"hp", "hp/releases/2026-01-08"}};
  table.provenance.release = "exact";
  table.provenance.engine = "muster 0.1.0";
  table.provenance.microseconds = 420;
  return table;
}

/// One text cell in one column.
Table OneText(const std::string& text) {
  Table table;
  table.columns = {Column::Key("a")};
  table.rows = {{text}};
  return table;
}

TEST(FormatTable, LinesUpInColumnsOfTheTerminal) {
  EXPECT_EQ(RenderTable(Example()),
            "country     mean  individuals\n"
            "----------  ----  -----------\n"
            "Österreich   1.5           12\n"
            "(missing)    0.1         3456\n"
            "日本           -            0\n"
            "----------  ----  -----------\n"
            "total                    3468\n");
}

TEST(FormatTable, OfNoRowsIsAHeader) {
  Table table;
  table.columns = {Column::Key("a")};
  EXPECT_EQ(RenderTable(table), "a\n-\n");
}

TEST(FormatTable, SpreadsTextOfSeveralLines) {
  EXPECT_EQ(RenderTable(OneText("scan\n  filter")), "a\n--------\nscan\n  filter\n");
}

// A funnel in a window of 40 columns: no line is wider, and no word or number is broken.
TEST(FormatTable, FitsInANarrowWindow) {
  Table table;
  table.columns = {Column::Key("criterion"), Column::People("individuals"), Column::Number("lost"),
                   Column::Number("not recorded")};
  table.rows = {{std::string("all individuals"), int64_t{100000}, std::monostate(), std::monostate()},
                {std::string("has disease \"melanoma\""), int64_t{1832}, int64_t{98168}, std::monostate()}};
  EXPECT_EQ(RenderTable(table, 40),
            "criterion    individuals  lost      not\n"
            "                               recorded\n"
            "------------ ----------- ----- --------\n"
            "all               100000     -        -\n"
            "individuals\n"
            "has                 1832 98168        -\n"
            "  disease\n"
            "  \"melanoma\"\n");
}

TEST(FormatTable, DoesNotPassControlCharactersOn) {
  EXPECT_EQ(RenderTable(OneText("\x1b[2J\xff")), "a\n-----\n\xEF\xBF\xBD[2J\xEF\xBF\xBD\n");
}

Table Diseases() {
  Table table;
  table.columns = {Column::Key("disease"), Column::People("individuals")};
  table.rows = {{std::string("MONDO:0005575"), int64_t{12}}, {std::string("X:1"), int64_t{3}}};
  table.labels = {{"MONDO:0005575", "colorectal cancer"}};
  return table;
}

TEST(FormatTable, ShowsTheLabelsOfCodes) {
  EXPECT_EQ(RenderTable(Diseases()),
            "disease                            individuals\n"
            "---------------------------------  -----------\n"
            "MONDO:0005575 [colorectal cancer]           12\n"
            "X:1                                          3\n");
}

TEST(FormatTable, CutsLongLabelsShort) {
  Table table = Diseases();
  table.rows.resize(1);
  table.labels["MONDO:0005575"] = "hereditary colorectal\ncancer of a kind whose name is a whole sentence";
  EXPECT_THAT(RenderTable(table), testing::HasSubstr("[hereditary colorectal cancer of a kind whose na…]"));
  EXPECT_THAT(RenderMarkdown(table), testing::HasSubstr("is a whole sentence\\]"));
}

TEST(FormatMarkdown, ShowsTheLabelsOfCodes) {
  EXPECT_THAT(RenderMarkdown(Diseases()), testing::HasSubstr("| MONDO:0005575 \\[colorectal cancer\\] | 12 |\n"));
}

TEST(FormatJson, HasLabelsBesideTheCodes) {
  const nlohmann::json json = nlohmann::json::parse(RenderJson(Diseases()));
  EXPECT_EQ(json["rows"][0][0], "MONDO:0005575");
  EXPECT_EQ(json["labels"], nlohmann::json::object({{"MONDO:0005575", "colorectal cancer"}}));
  EXPECT_FALSE(nlohmann::json::parse(RenderJson(Example())).contains("labels"));
}

TEST(Format, RowsForProgramsHaveCodesOnly) {
  EXPECT_EQ(RenderCsv(Diseases()), "disease,individuals\r\nMONDO:0005575,12\r\nX:1,3\r\n");
  EXPECT_THAT(RenderTsv(Diseases()), testing::HasSubstr("\nMONDO:0005575\t12\n"));
  EXPECT_THAT(RenderJsonLines(Diseases()), testing::HasSubstr("{\"disease\":\"MONDO:0005575\",\"individuals\":12}\n"));
}

TEST(FormatJson, IsOneObject) {
  EXPECT_EQ(RenderJson(Example()), R"({"columns":[{"name":"country","type":"text","role":"key"},)"
                                   R"({"name":"mean","type":"number","role":"number"},)"
                                   R"({"name":"individuals","type":"integer","role":"people"}],)"
                                   "\n\"rows\":[\n"
                                   R"(["Österreich",1.5,12],)"
                                   "\n[null,0.1,3456],\n"
                                   R"(["日本",null,0])"
                                   "\n],\n\"total\":[3468],\n"
                                   R"("provenance":{"statement":"count individuals by country","catalogue_version":3,)"
                                   R"("ontologies":[{"id":"hp","version":"hp/releases/2026-01-08"}],"release":"exact",)"
                                   R"("engine":"muster 0.1.0","microseconds":420}})");
}

TEST(FormatJson, IsValidWhateverTheTextIs) {
  Table table = OneText("\"quoted\" \\ \x01 \xff \n");
  table.rows.push_back({std::numeric_limits<double>::quiet_NaN()});
  table.rows.push_back({std::numeric_limits<double>::infinity()});
  table.rows.push_back({std::numeric_limits<int64_t>::min()});
  const nlohmann::json json = nlohmann::json::parse(RenderJson(table));
  EXPECT_EQ(json["rows"][0][0], "\"quoted\" \\ \x01 \xEF\xBF\xBD \n");
  EXPECT_TRUE(json["rows"][1][0].is_null());
  EXPECT_TRUE(json["rows"][2][0].is_null());
  EXPECT_EQ(json["rows"][3][0], std::numeric_limits<int64_t>::min());
  EXPECT_FALSE(json.contains("total"));
}

TEST(FormatJson, OfSeveralStatementsIsAnArray) {
  const Table one = OneText("x");
  const Table two = OneText("y");
  EXPECT_EQ(nlohmann::json::parse(Render(Format::kJson, {&one, &two})).size(), 2u);
  EXPECT_TRUE(nlohmann::json::parse(Render(Format::kJson, {&one})).is_object());
}

TEST(FormatJsonLines, NamesColumnsApart) {
  Table table;
  table.columns = {Column::Key("sex"), Column::Key("sex"), Column::Rows("n")};
  table.rows = {{std::string("female"), std::monostate(), int64_t{1}}, {std::string(""), std::string("x"), int64_t{2}}};
  EXPECT_EQ(RenderJsonLines(table),
            "{\"sex\":\"female\",\"sex 2\":null,\"n\":1}\n"
            "{\"sex\":\"\",\"sex 2\":\"x\",\"n\":2}\n");
}

TEST(FormatCsv, QuotesAsRfc4180Says) {
  Table table;
  table.columns = {Column::Key("a,b"), Column::Rows("n")};
  table.rows = {{std::string("plain"), int64_t{1}},
                {std::string("say \"hi\""), int64_t{-2}},
                {std::string("two\nlines"), std::monostate()},
                {std::string(""), int64_t{0}},
                {std::monostate(), int64_t{0}},
                {std::string(" blank"), int64_t{0}}};
  EXPECT_EQ(RenderCsv(table),
            "\"a,b\",n\r\nplain,1\r\n\"say \"\"hi\"\"\",-2\r\n\"two\nlines\",\r\n\"\",0\r\n,0\r\n\" blank\",0\r\n");
}

TEST(FormatTsv, EscapesWhatSeparates) { EXPECT_EQ(RenderTsv(OneText("a\tb\nc\\d\re")), "a\na\\tb\\nc\\\\d\\re\n"); }

TEST(FormatMarkdown, EscapesWhatMarkdownReads) {
  EXPECT_EQ(RenderMarkdown(OneText("a|b *c* <d>\ne_f")), "| a |\n| --- |\n| a\\|b \\*c\\* &lt;d><br>e\\_f |\n");
  EXPECT_EQ(RenderMarkdown(Example()),
            "| country | mean | individuals |\n"
            "| --- | ---: | ---: |\n"
            "| Österreich | 1.5 | 12 |\n"
            "| (missing) | 0.1 | 3456 |\n"
            "| 日本 | - | 0 |\n"
            "| **total** |  | **3468** |\n");
}

TEST(Format, NumbersReadBackUnchanged) {
  EXPECT_EQ(CellText(0.1), "0.1");
  EXPECT_EQ(CellText(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(CellText(int64_t{-5}), "-5");
  EXPECT_EQ(CellText(30.0), "30");
}

TEST(Format, HasNames) {
  EXPECT_EQ(FormatNames(), "table, json, jsonl, csv, tsv, markdown, chart or crosstab");
  EXPECT_EQ(FormatByName("csv"), Format::kCsv);
  EXPECT_EQ(FormatByName("CSV"), std::nullopt);
}

TEST(Format, SeveralTablesAreKeptApart) {
  const Table one = OneText("x");
  EXPECT_EQ(Render(Format::kTable, {&one, &one}), "a\n-\nx\n\na\n-\nx\n");
  EXPECT_EQ(Render(Format::kJsonLines, {&one, &one}), "{\"a\":\"x\"}\n{\"a\":\"x\"}\n");
}

}  // namespace
}  // namespace muster::shell
