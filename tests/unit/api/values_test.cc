// Values as sources write them, and what queries make of them: units, bounds, panels, gestation, consents.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ValuesTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_values_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    auto catalogue = Catalogue::Open(folder_.string(), {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  void Import(const std::string& text, const ImportOptions& options = {}) {
    const auto report = catalogue_->ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
    report_ = *report;
  }
  // A person with one measurement of `assay`; `quantity` is JSON.
  static std::string Person(const std::string& id, const std::string& assay, const std::string& quantity) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"measurements":[{"assay":{"id":")" + assay +
           R"("},"value":{"quantity":)" + quantity + "}}]}\n";
  }
  static std::string Quantity(const std::string& value, const std::string& unit) {
    return R"({"value":)" + value + R"(,"unit":{"id":")" + unit + R"("}})";
  }

  // The ids that `list individuals where ...` answers with.
  std::vector<std::string> Ids(const std::string& where) {
    std::vector<std::string> ids;
    const Answer answer = Ask("list individuals where " + where);
    if (!answer.table) return {"no answer"};
    for (const auto& row : answer.table->rows) ids.push_back(std::get<std::string>(row[0]));
    return ids;
  }
  Answer Ask(const std::string& text) {
    auto answers = catalogue_->Query(text);
    EXPECT_TRUE(answers.ok()) << answers.status();
    if (!answers.ok()) return {};
    said_ = RenderDiagnostics(text, answers->front().diagnostics);
    return std::move(answers->front());
  }
  // The rows of the answer: "north, 3; south, 4".
  std::string Rows(const std::string& text) {
    std::string rows;
    const Answer answer = Ask(text);
    if (!answer.table) return "no answer";
    for (const auto& row : answer.table->rows) {
      rows += rows.empty() ? "" : "; ";
      for (size_t i = 0; i < row.size(); ++i) {
        const auto* number = std::get_if<int64_t>(&row[i]);
        const auto* word = std::get_if<std::string>(&row[i]);
        rows += (i > 0 ? ", " : "") + (number != nullptr ? std::to_string(*number) : word != nullptr ? *word : "-");
      }
    }
    return rows;
  }
  // What was said beside the last answer.
  const std::string& said() const { return said_; }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
  ImportReport report_;
  std::string said_;
};

TEST_F(ValuesTest, RecordsLeftOutForTheirUnitAreToldOfWhateverIsCounted) {
  Import(Person("a", "LOINC:2160-0", Quantity("2.1", "mg/dL")) +
         Person("b", "LOINC:2160-0", Quantity("2.1", "odd unit")) + Person("c", "LOINC:2160-0", R"({"value":2.1})") +
         Person("d", "LOINC:2160-0", Quantity("2.1", "MG/DL")));
  const auto check = [&] {
    for (const char* text :
         {"count individuals where has measurement LOINC:2160-0 with value >= 2 mg/dL",
          "count individuals where not has measurement LOINC:2160-0 with value >= 2 mg/dL",
          "count measurements where assay is LOINC:2160-0 and value >= 2 mg/dL",
          "count individuals where has measurement with (assay is LOINC:2160-0 and value >= 2 mg/dL)",
          "count individuals where has measurement with value >= 2 mg/dL",
          "funnel individuals where has measurement LOINC:2160-0 with value >= 2 mg/dL"}) {
      Ask(text);
      EXPECT_THAT(said(), HasSubstr("unconverted-units")) << text;
      EXPECT_THAT(said(), HasSubstr("odd unit")) << text;
      EXPECT_THAT(said(), HasSubstr("1 has no unit")) << text;
    }
  };
  check();
  // Measurements of others, in a unit that only the analyte makes convertible, change nothing.
  Import(Person("e", "LOINC:2345-7", Quantity("5.5", "mmol/L")));
  check();
  EXPECT_THAT(Ids("has measurement LOINC:2160-0 with value >= 2 mg/dL"), ElementsAre("a", "d"));
}

TEST_F(ValuesTest, AUnitThatRecordsHaveCanBeAskedFor) {
  Import(Person("a", "LOINC:2160-0", Quantity("3", "mg/dL")) + Person("b", "LOINC:2160-0", Quantity("3", "odd unit")) +
         Person("c", "LOINC:2160-0", Quantity("1", "odd unit")));
  EXPECT_THAT(Ids("has measurement LOINC:2160-0 with value >= 2 \"odd unit\""), ElementsAre("b"));
  EXPECT_THAT(said(), HasSubstr("mg/dL"));
  Ask("count individuals where has measurement LOINC:2160-0 with value >= 2 \"odder unit\"");
  EXPECT_THAT(said(), HasSubstr("unknown-unit"));
}

TEST_F(ValuesTest, PairsInUnitsThatDoNotConvertAreToldOf) {
  const std::string two = R"({"id":"a","subject":{"id":"x"},"measurements":[
      {"assay":{"id":"LOINC:2160-0"},"value":{"quantity":{"value":1,"unit":{"id":"mg/dL"}}},
       "timeObserved":{"age":{"iso8601duration":"P40Y"}}},
      {"assay":{"id":"LOINC:2160-0"},"value":{"quantity":{"value":3,"unit":{"id":"umol/L"}}},
       "timeObserved":{"age":{"iso8601duration":"P41Y"}}}]})";
  std::string line = two;
  std::erase(line, '\n');
  const std::string text =
      "count individuals where has measurement LOINC:2160-0 as a and "
      "has measurement LOINC:2160-0 with (time after a.time and value >= 1.5 times a.value)";
  Import(line + "\n");
  Ask(text);
  EXPECT_THAT(said(), Not(HasSubstr("unconverted-units")));  // creatinine converts
  Import(Person("b", "LOINC:2345-7", Quantity("5.5", "odd unit")));
  Ask(text);
  EXPECT_THAT(said(), Not(HasSubstr("unconverted-units")));  // of another assay
  Import(Person("c", "LOINC:2160-0", Quantity("2", "odd unit")) + Person("d", "LOINC:2160-0", R"({"value":2})"));
  Ask(text);
  EXPECT_THAT(said(), HasSubstr("unconverted-units"));
  EXPECT_THAT(said(), HasSubstr("mg/dL (1), odd unit (1), umol/L (1), no unit (1)"));
}

TEST_F(ValuesTest, ABlankAtTheEndOfABeginningBelongsToIt) {
  ImportOptions options;
  options.mapping = R"({"individual": {"ethnicity label": "/words"}})";
  std::string text;
  for (const auto& [id, words] : {std::pair("a", "White"), std::pair("b", "White British"), std::pair("c", "Whiter")}) {
    text += R"({"id":")" + std::string(id) + R"(","subject":{"id":"x"},"words":")" + words + "\"}\n";
  }
  Import(text, options);
  EXPECT_THAT(Ids("ethnicity label starts with White"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Ids("ethnicity label starts with \"white \""), ElementsAre("b"));
}

TEST_F(ValuesTest, NumbersStandBesideTheirUnit) {
  Import(Person("a", "LOINC:2345-7", Quantity("126", "mg/dL")) + Person("b", "LOINC:2345-7", Quantity("99", "mg/dL")) +
         Person("c", "LOINC:33914-3", Quantity("45", "mL/min/1.73m2")) +
         Person("d", "LOINC:777-3", Quantity("250", "10*9/L")));
  EXPECT_THAT(Ids("has measurement LOINC:2345-7 with value >= 126mg/dL"), ElementsAre("a"));
  EXPECT_THAT(Ids("has measurement LOINC:33914-3 with value < 60 mL/min/1.73m2"), ElementsAre("c"));
  EXPECT_THAT(Ids("has measurement LOINC:33914-3 with value < 60mL/min/1.73m2"), ElementsAre("c"));
  EXPECT_THAT(Ids("has measurement LOINC:777-3 with value >= 250 10*9/L"), ElementsAre("d"));
}

TEST_F(ValuesTest, ConversionKeepsShortDecimals) {
  Import(Person("a", "LOINC:13457-7", Quantity("189.4585", "mg/dL")) +
         Person("b", "LOINC:13457-7", Quantity("4.9", "mmol/L")));
  for (const char* op : {"=", ">=", "<="}) {
    EXPECT_THAT(Ids(std::string("has measurement LOINC:13457-7 with value ") + op + " 4.9 mmol/L"),
                ElementsAre("a", "b"));
    EXPECT_THAT(Ids(std::string("has measurement LOINC:13457-7 with value ") + op + " 189.4585 mg/dL"),
                ElementsAre("a", "b"));
  }
}

TEST_F(ValuesTest, NumbersWithinBounds) {
  const std::string crp = "LOINC:1988-5";
  const auto compared = [](const std::string& value, const std::string& comparator) {
    return R"({"value":)" + value + R"(,"comparator":")" + comparator + R"(","unit":{"id":"mg/L"}})";
  };
  Import(Person("less", crp, Quantity("\"<0.5\"", "mg/L")) + Person("more", crp, Quantity("\">200\"", "mg/L")) +
         Person("range", crp, Quantity("\"5-10\"", "mg/L")) + Person("plain", crp, Quantity("5", "mg/L")) +
         Person("below", crp, compared("5", "<")) + Person("least", crp, compared("5", ">=")) +
         Person("odd", crp, compared("5", "ad")) + Person("text", crp, Quantity("\"0x10\"", "mg/L")));
  EXPECT_THAT(report_.problem_count, 2u);
  const auto ids = [&](const std::string& comparison) {
    return Ids("has measurement LOINC:1988-5 with " + comparison);
  };
  EXPECT_THAT(ids("value < 1 mg/L"), ElementsAre("less"));
  EXPECT_THAT(ids("value < 5 mg/L"), ElementsAre("less", "below"));
  EXPECT_THAT(ids("value <= 5 mg/L"), ElementsAre("less", "plain", "below"));
  EXPECT_THAT(ids("value >= 5 mg/L"), ElementsAre("more", "range", "plain", "least"));
  EXPECT_THAT(ids("value > 200 mg/L"), ElementsAre("more"));
  EXPECT_THAT(ids("value = 5 mg/L"), ElementsAre("plain"));
  EXPECT_THAT(ids("possibly value = 5 mg/L"), ElementsAre("range", "plain", "least"));
  EXPECT_THAT(ids("value is not 5 mg/L"), ElementsAre("less", "more", "below"));
  EXPECT_THAT(ids("possibly value is not 5 mg/L"), ElementsAre("less", "more", "range", "below", "least"));
  EXPECT_THAT(ids("value between 5 and 10 mg/L"), ElementsAre("range", "plain"));
  EXPECT_THAT(ids("possibly value > 250 mg/L"), ElementsAre("more", "least"));
  EXPECT_THAT(ids("value is missing"), ElementsAre("odd", "text"));
  // 0.05 mg/dL are 0.5 mg/L.
  EXPECT_THAT(ids("value < 0.05 mg/dL"), ElementsAre("less"));
  const Answer bounds = Ask("count individuals with certainty where has measurement LOINC:1988-5 with value > 5 mg/L");
  ASSERT_TRUE(bounds.table.has_value()) << said();
  EXPECT_THAT(bounds.table->rows[0], ElementsAre(Cell(int64_t{1}), Cell(int64_t{2}), Cell(int64_t{2})));
}

TEST_F(ValuesTest, NumbersOfRecordsAreCompared) {
  const auto with_range = [](const std::string& value, const std::string& high) {
    return R"({"value":)" + value + R"(,"unit":{"id":"U/L"},"referenceRange":{"low":5,"high":)" + high + "}}";
  };
  const auto pair = [](const std::string& id, const std::string& before, const std::string& after) {
    return R"({"id":")" + id +
           R"(","subject":{"id":"x"},"measurements":[)"
           R"({"assay":{"id":"LOINC:2160-0"},"timeObserved":{"timestamp":"2021-01-01"},"value":{"quantity":)" +
           before +
           R"(}},{"assay":{"id":"LOINC:2160-0"},"timeObserved":{"timestamp":"2021-01-02"},"value":{"quantity":)" +
           after + "}}]}\n";
  };
  Import(Person("above", "LOINC:1742-6", with_range("90", "45")) +
         Person("in", "LOINC:1742-6", with_range("50", "60")) +
         Person("no range", "LOINC:1742-6", Quantity("90", "U/L")) +
         pair("aki", Quantity("1.1", "mg/dL"), Quantity("1.65", "mg/dL")) +
         pair("converted", Quantity("1.0", "mg/dL"), Quantity("176.8", "umol/L")) +
         pair("steady", Quantity("1.0", "mg/dL"), Quantity("1.2", "mg/dL")) +
         pair("below", Quantity("1.0", "mg/dL"), Quantity("\"<0.9\"", "mg/dL")));
  EXPECT_THAT(Ids("has measurement LOINC:1742-6 with value > reference high"), ElementsAre("above"));
  EXPECT_THAT(Ids("has measurement LOINC:1742-6 with value > 2 times reference high"), IsEmpty());
  EXPECT_THAT(Ids("has measurement LOINC:1742-6 with not value > reference high"), ElementsAre("in", "no range"));
  const auto later = [&](const std::string& what) {
    return Ids("has measurement LOINC:2160-0 as a and has measurement LOINC:2160-0 with (time after a.time and " +
               what + ")");
  };
  EXPECT_THAT(later("value > a.value"), ElementsAre("aki", "converted", "steady"));
  EXPECT_THAT(later("value >= 1.5 times a.value"), ElementsAre("aki", "converted"));
  EXPECT_THAT(later("value < a.value"), ElementsAre("below"));
  Ask("count individuals where has measurement with value > reference");
  EXPECT_THAT(said(), HasSubstr("not-a-number"));
}

TEST_F(ValuesTest, ZerosThatProtobufLeavesOut) {
  Import(Person("zero", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"}})") +
         Person("two", "LOINC:72089-6", Quantity("2", "UCUM:{score}")) + Person("none", "LOINC:72089-6", "{}") +
         Person("null", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"},"value":null})"));
  EXPECT_THAT(Ids("has measurement LOINC:72089-6 with value <= 4 \"1\""), ElementsAre("zero", "two"));
  EXPECT_EQ(report_.notes["quantity without a value, which is 0 in protobuf"], 1u);
}

TEST_F(ValuesTest, PartsOfAPanelAreFoundByTheirCode) {
  const auto part = [](const std::string& code, const std::string& value) {
    return R"({"type":{"id":")" + code + R"("},"quantity":{"value":)" + value + R"(,"unit":{"id":"mm[Hg]"}}})";
  };
  Import(
      Person("alone", "LOINC:8480-6", Quantity("150", "mm[Hg]")) +
      R"({"id":"panel","subject":{"id":"x"},"measurements":[{"assay":{"id":"LOINC:85354-9"},"complexValue":{"typedQuantities":[)" +
      part("LOINC:8480-6", "150") + "," + part("LOINC:8462-4", "95") + "]}}]}\n");
  EXPECT_THAT(Ids("has measurement LOINC:8480-6 with value >= 140 mm[Hg]"), ElementsAre("alone", "panel"));
  EXPECT_THAT(Ids("has measurement with (assay is LOINC:8480-6 and value >= 140 mm[Hg])"),
              ElementsAre("alone", "panel"));
  EXPECT_THAT(Ids("not has measurement LOINC:8480-6"), IsEmpty());
  EXPECT_THAT(Ids("has measurement LOINC:8462-4 with value >= 140 mm[Hg]"), IsEmpty());
  EXPECT_THAT(Ids("has measurement LOINC:85354-9 with value >= 140 mm[Hg]"), ElementsAre("panel"));
  EXPECT_THAT(Ids("has measurement with (component is LOINC:8462-4 and value < 100 mm[Hg])"), ElementsAre("panel"));
}

TEST_F(ValuesTest, APanelIsOneMeasurement) {
  const auto panel = [](std::vector<std::pair<std::string, std::string>> parts, const std::string& day) {
    std::string text = R"({"assay":{"id":"LOINC:85354-9"},"timeObserved":{"timestamp":")" + day +
                       R"("},"complexValue":{"typedQuantities":[)";
    for (size_t i = 0; i < parts.size(); ++i) {
      text += (i > 0 ? "," : "") + (R"({"type":{"id":"LOINC:)" + parts[i].first) + R"("},"quantity":{"value":)" +
              parts[i].second + R"(,"unit":{"id":"mm[Hg]"}}})";
    }
    return text + "]}}";
  };
  const auto person = [](const std::string& id, const std::string& measurements) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"measurements":[)" + measurements + "]}\n";
  };
  const std::string first = panel({{"8480-6", "150"}, {"8462-4", "95"}}, "2020-01-01");
  const std::string second = panel({{"8480-6", "120"}, {"8462-4", "80"}}, "2020-01-01");
  const std::string thrice = panel({{"8480-6", "150"}, {"8480-6", "152"}, {"8462-4", "90"}}, "2020-02-01");
  Import(person("one", first) + person("two", first + "," + second) + person("thrice", thrice));
  const std::string code = "measurement LOINC:85354-9";
  EXPECT_THAT(Ids("has at least 2 " + code), ElementsAre("two"));
  EXPECT_THAT(Ids("has exactly 1 " + code), ElementsAre("one", "thrice"));
  EXPECT_THAT(Ids("has at most 1 " + code), ElementsAre("one", "thrice"));
  EXPECT_THAT(Ids("has at least 2 measurements"), ElementsAre("two"));
  EXPECT_THAT(Ids("has at least 2 " + code + " with value > 130 mm[Hg]"), IsEmpty());
  // A component that is asked for by its own code is a measurement of its own.
  EXPECT_THAT(Ids("has at least 2 measurement in (LOINC:8480-6, LOINC:8462-4)"), ElementsAre("one", "two", "thrice"));
  EXPECT_THAT(Ids("has at least 2 measurement LOINC:8480-6"), ElementsAre("two", "thrice"));
  // No panel is the second one beside itself; of its components one may be.
  EXPECT_THAT(Ids("has " + code + " as a and has " + code + " as b and b.time within 1 day of a.time"),
              ElementsAre("two"));
  EXPECT_THAT(Ids("has measurement LOINC:8480-6 as a and has measurement LOINC:8462-4 with (time within 0 days of "
                  "a.time and value < a.value)"),
              ElementsAre("one", "two", "thrice"));
  EXPECT_EQ(Rows("count measurements where code is LOINC:85354-9"), "4");
  EXPECT_EQ(Rows("count measurements"), "4");
  EXPECT_EQ(Rows("count measurements where code is LOINC:8462-4"), "4");
  EXPECT_EQ(Rows("count measurements where value > 85 mm[Hg]"), "4");
  // What is asked of components is not asked of the panel, though its code begins so, too.
  EXPECT_EQ(Rows("count measurements where component starts with \"LOINC:8\""), "9");
  EXPECT_THAT(Ids("has at least 2 measurement with component starts with \"LOINC:8\""),
              ElementsAre("one", "two", "thrice"));
  EXPECT_EQ(Rows("count measurements where code starts with \"LOINC:8\""), "4");
  EXPECT_THAT(Ids("has at least 2 " + code + " with component starts with \"LOINC:8\""), ElementsAre("two"));
  EXPECT_EQ(Rows("count individuals where has measurement by number of measurements"), "1, 2; 2, 1");
  EXPECT_EQ(Rows("count individuals, measurements"), "3, 4");
  EXPECT_EQ(Rows("count measurements by component"), "LOINC:8462-4, 4; LOINC:8480-6, 5");
  EXPECT_EQ(Rows("count measurements by code"), "LOINC:85354-9, 4");
}

TEST_F(ValuesTest, ComponentsThatAMappingMakesAreOnePanel) {
  const auto mapping = [](const std::string& further) {
    const auto rule = [&](const std::string& component, const std::string& value) {
      return R"({"from":"/vitals/*","fields":{"assay":{"const":"LOINC:85354-9"},"component":{"const":"LOINC:)" +
             component + R"("},"value":")" + value + R"(","time":"/day")" + further + "}}";
    };
    ImportOptions options;
    options.mapping = R"({"measurements":[)" + rule("8480-6", "/sbp") + "," + rule("8462-4", "/dbp") + "]}";
    return options;
  };
  const auto person = [](const std::string& id, const std::string& vitals) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"vitals":[)" + vitals + "]}\n";
  };
  const std::string people = person("one", R"({"day":"2020-01-01","sbp":150,"dbp":95,"visit":"v1"})") +
                             person("days", R"({"day":"2020-01-01","sbp":150,"dbp":95,"visit":"v1"},)"
                                            R"({"day":"2020-01-02","sbp":120,"dbp":80,"visit":"v2"})") +
                             person("again", R"({"day":"2020-01-01","sbp":150,"dbp":95,"visit":"v1"},)"
                                             R"({"day":"2020-01-01","sbp":152,"dbp":96,"visit":"v1"})");
  const std::string repeated = "individual with a component that comes again at the same time, taken for another panel";
  Import(people, mapping(""));
  EXPECT_EQ(report_.notes[repeated], 1u);
  EXPECT_EQ(Rows("count measurements where code is LOINC:85354-9"), "5");
  EXPECT_THAT(Ids("has at least 2 measurement LOINC:85354-9"), ElementsAre("days", "again"));
  EXPECT_THAT(Ids("has at least 3 measurement LOINC:8480-6"), IsEmpty());
  // The source has a name for them.
  Import(people, mapping(R"(,"panel":"/visit")"));
  EXPECT_EQ(report_.notes[repeated], 0u);
  EXPECT_EQ(Rows("count measurements where code is LOINC:85354-9"), "4");
  EXPECT_THAT(Ids("has at least 2 measurement LOINC:85354-9"), ElementsAre("days"));
  EXPECT_THAT(Ids("has at least 2 measurement LOINC:8480-6"), ElementsAre("days", "again"));
}

TEST_F(ValuesTest, ReasonsWhyNothingIsKnownAreNoKeywords) {
  ImportOptions options;
  options.mapping = R"({"individual":{"country":"/c","vital status":"/v","ethnicity label":"/e"},
                        "consents":{"from":"/consents/*","fields":{"permission":"/p","status":"/s"}}})";
  std::string people;
  int number = 0;
  for (const std::string reason :
       {"NI", "UNK", "ASKU", "NASK", "MSK", "NA", "NAV", "NAVU", "not-performed", "asked-declined", "asked declined",
        "Asked But Declined", "NOT_PERFORMED", "temp-unknown", "v3-NullFlavor:NI", "as-text",
        "http://terminology.hl7.org/CodeSystem/data-absent-reason|masked", "NCIT:C17998", "SNOMED:261665006"}) {
    const std::string sex = reason == "NA" ? "FEMALE" : reason;
    people += R"({"id":"p)" + std::to_string(++number) + R"(","subject":{"id":"x","sex":")" + sex + R"("},"v":")" +
              reason + R"(","e":")" + reason + R"(","consents":[{"p":"x","s":")" + reason + "\"}]}\n";
  }
  people += R"({"id":"nicaragua","c":"NI","subject":{"id":"x","sex":"MALE"},"e":"Northern Irish"})";
  Import(people, options);
  EXPECT_THAT(Ids("sex is recorded"), ElementsAre("p6", "nicaragua"));
  EXPECT_THAT(Ids("sex is not male"), ElementsAre("p6"));
  EXPECT_THAT(Ids("vital status is recorded"), IsEmpty());
  EXPECT_THAT(Ids("country is NI"), ElementsAre("nicaragua"));
  EXPECT_THAT(Ids("ethnicity label is recorded"), ElementsAre("nicaragua"));
  EXPECT_THAT(Ids("has consent with status is recorded"), IsEmpty());
}

TEST_F(ValuesTest, WhoHasATimeThatIsNotComparedIsCounted) {
  const auto person = [](const std::string& id, const std::string& subject, const std::string& onset) {
    return R"({"id":")" + id + R"(","subject":{"id":"x")" + subject + R"(},"phenotypicFeatures":[{"type":{"id":)" +
           R"("HP:0000252"})" + onset + "}]}\n";
  };
  const std::string dated = R"(,"onset":{"timestamp":"2020-03-01"})";
  Import(person("age", R"(,"timeAtLastEncounter":{"age":{"iso8601duration":"P20Y"}})",
                R"(,"onset":{"age":{"iso8601duration":"P4Y"}})") +
         person("dated", "", dated) + person("born", R"(,"dateOfBirth":"2019-01-01")", dated) +
         person("nothing", "", ""));
  const auto said_by = [&](const std::string& where) {
    const Answer answer = Ask("count individuals where " + where);
    std::string all;
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.code == "undated-records") all += diagnostic.message + "\n";
    }
    return all;
  };
  EXPECT_EQ(said_by("has phenotype HP:0000252 with onset before 5 years"),
            "2 phenotypes of HP:0000252 have no onset as an age (1 has another: a date without a birth date, or a "
            "term), and are not found by this\n");
  EXPECT_EQ(said_by("has phenotype with onset before 5 years"),
            "2 phenotypes have no onset as an age (1 has another: a date without a birth date, or a term), and are not "
            "found by this\n");
  EXPECT_EQ(
      said_by("has phenotype HP:0000252 with onset before 2021"),
      "2 phenotypes of HP:0000252 have no onset as a date (1 has another: an age or a term), and are not found by "
      "this\n");
  EXPECT_EQ(said_by("age at last contact >= 18 years"), "");
  EXPECT_EQ(said_by("has phenotype HP:0000252 with onset is missing"), "");
}

TEST_F(ValuesTest, NumbersThatStandForNoPersonUniteNobody) {
  ImportOptions options;
  options.mapping = R"({"individual":{"person id":"/p"}})";
  std::string people;
  int number = 0;
  for (const char* id :
       {"0", "0", "9999999999", "9999999999", "-1", "-1", "XXXX", "XXXX", "4711", "4711", "22", "22"}) {
    people += R"({"id":"p)" + std::to_string(++number) + R"(","p":")" + id + R"(","subject":{"id":"x"}})" + "\n";
  }
  Import(people, options);
  EXPECT_EQ(Rows("count distinct individuals"), "10");
}

TEST_F(ValuesTest, MarksOfCertaintyMakeNoDiseases) {
  const auto person = [](const std::string& id, const std::string& code) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")" + code + R"("}}]})" + "\n";
  };
  Import(person("plain", "ICD10GM:E11.90") + person("certain", "ICD10GM:E11.90 G") +
         person("certain-left", "ICD10GM:E11.90GL") + person("side", "ICD10GM:E11.9 R") +
         person("excluded", "ICD10GM:E11.90 A") + person("glued", "ICD10GM:E11.90A") +
         person("suspected", "ICD10GM:E11.90 V") + person("past", "ICD10GM:E11.9 Z R") +
         person("who", "ICD10:E11.9 A") + person("american", "ICD10CM:S72.001A"));
  EXPECT_THAT(Ids("has disease ICD10GM:E11"), ElementsAre("plain", "certain", "certain-left", "side"));
  EXPECT_THAT(Ids("has disease ICD10:E11"), IsEmpty());
  EXPECT_THAT(Ids("has disease ICD10CM:S72.001A"), ElementsAre("american"));
  EXPECT_EQ(Rows("count diseases"), "5");
  uint64_t doubtful = 0;
  for (const ImportRemark& remark : report_.remarks) {
    if (remark.what.starts_with("diagnosis whose mark")) doubtful = remark.count;
  }
  EXPECT_EQ(doubtful, 5u);
}

TEST_F(ValuesTest, WhatIsWrittenForNoCodeIsNone) {
  const auto person = [](const std::string& id, const std::string& code) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")" + code + R"("}}]})" + "\n";
  };
  std::string people = person("float", "SNOMED:73211009.0") + person("dash",
                                                                     "LOINC:4548\xe2\x80\x93"
                                                                     "4");
  int number = 0;
  for (const char* code :
       {"NCIT:NA0000", "NCIT:NA000", "NA:0000", "SNOMED:0", "OMOP:0", "ORPHA:0", "OMIM:000000", "ICD10:000.0",
        "http://hl7.org/fhir/sid/icd-10|NA", "http://snomed.info/sct|", "keine Angabe", "'--", "\\\\N"}) {
    people += person("n" + std::to_string(++number), code);
  }
  people += person("cell", "CL:0000000") + person("own", "LOCAL:0");
  Import(people);
  EXPECT_THAT(Ids("has disease"), ElementsAre("float", "dash", "cell", "own"));
  EXPECT_THAT(Ids("has disease SNOMED:73211009"), ElementsAre("float"));
  EXPECT_THAT(Ids("has disease LOINC:4548-4"), ElementsAre("dash"));
}

TEST_F(ValuesTest, CodesThatTheirSystemCannotHaveAreListed) {
  const auto person = [](const std::string& code) {
    return R"({"id":")" + code + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")" + code + R"("}}]})" + "\n";
  };
  Import(person("LOINC:4548-5") + person("LOINC:4548-4") + person("HP:1250") + person("NCIT:3058") +
         person("ICD10:E11.9") + person("OMIM:154700"));
  EXPECT_EQ(Rows("show unknown codes").find("LOINC:4548-4"), std::string::npos);
  for (const char* wrong : {"LOINC:4548-5", "HP:1250", "NCIT:3058"}) {
    EXPECT_THAT(Rows("show unknown codes"), HasSubstr(wrong));
  }
}

TEST_F(ValuesTest, WhatWasProvidedAndNotUnderstoodIsMissing) {
  const auto person = [](const std::string& id, const std::string& classification) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"interpretations":[{"id":"i","diagnosis":{)" +
           R"("genomicInterpretations":[{"variantInterpretation":{)" + classification + "}}]}}]}\n";
  };
  Import(person("absent", "") + person("class", R"("acmgPathogenicityClassification":"Class 5")") +
         person("benign", R"("acmgPathogenicityClassification":"BENIGN")"));
  EXPECT_EQ(Rows("count variants where pathogenicity is \"not provided\""), "1");
  EXPECT_EQ(Rows("count variants where pathogenicity is recorded"), "1");
}

TEST_F(ValuesTest, DefaultsOfQuantitiesAreNoValues) {
  Import(Person("default", "LOINC:72089-6", R"({"unit":{"id":"NCIT:C126101","label":"Not Available"},"value":-1})") +
         Person("older", "LOINC:72089-6", R"({"unit":{"id":"NCIT:NA0000","label":"NA"},"value":-1})") +
         Person("meant", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"},"value":-1})"));
  EXPECT_THAT(Ids("has measurement LOINC:72089-6 with value < 4 \"1\""), ElementsAre("meant"));
}

TEST_F(ValuesTest, AConsentWhoseStatusIsNotUnderstoodIsNone) {
  ImportOptions options;
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  const auto person = [](const std::string& id, const std::string& status) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[{"p":"reuse")" + status + "}]}\n";
  };
  Import(person("given", R"(,"s":"opt-in")") + person("silent", "") + person("out", R"(,"s":"Opt-out")") +
             person("pending", R"(,"s":"pending")") + person("number", R"(,"s":"2")") +
             person("marker", R"(,"s":"N/A")"),
         options);
  EXPECT_THAT(Ids("has consent"), ElementsAre("given", "silent"));
  EXPECT_THAT(Ids("has consent with permission is \"reuse\""), ElementsAre("given", "silent"));
  EXPECT_THAT(Ids("has consent with status is unknown"), ElementsAre("pending", "number", "marker"));
}

TEST_F(ValuesTest, BirthComparesAges) {
  const auto person = [](const std::string& id, const std::string& onset, const std::string& subject = R"("id":"x")") {
    return R"({"id":")" + id + R"(","subject":{)" + subject +
           R"(},"phenotypicFeatures":[{"type":{"id":"HP:0000252"},"onset":)" + onset + "}]}\n";
  };
  Import(person("w20", R"({"gestationalAge":{"weeks":20}})") + person("w40", R"({"gestationalAge":{"weeks":40}})") +
         person("w41", R"({"gestationalAge":{"weeks":41,"days":3}})") +
         person("term", R"({"ontologyClass":{"id":"HP:0030674","label":"Antenatal onset"}})") +
         person("born", R"({"age":{"iso8601duration":"P1W"}})") +
         person("dated", R"({"timestamp":"2020-03-01"})", R"("dateOfBirth":"2020-05-01")") +
         person("congenital", R"({"ontologyClass":{"id":"HP:0003577"}})", R"("dateOfBirth":"2020-05-01")") +
         person("w61", R"({"gestationalAge":{"weeks":61}})"));
  EXPECT_THAT(Ids("has phenotype with onset before birth"), ElementsAre("w20", "w40", "w41", "term", "dated"));
  EXPECT_THAT(Ids("has phenotype with onset after birth"), ElementsAre("born"));
  EXPECT_THAT(Ids("has phenotype with onset within 1 year after birth"), ElementsAre("born", "congenital"));
  EXPECT_THAT(Ids("has phenotype with not onset before birth"), ElementsAre("born", "congenital", "w61"));
  EXPECT_THAT(Ids("has phenotype with onset < 0 days"), ElementsAre("w20", "w40", "w41", "term", "dated"));
  EXPECT_THAT(Ids("has phenotype with onset before 28 weeks of gestation"), ElementsAre("w20"));
  EXPECT_THAT(Ids("has phenotype with (onset >= 41 weeks of gestation and onset before birth)"), ElementsAre("w41"));
  EXPECT_THAT(Ids("has phenotype with onset between 20 and 40 weeks of gestation"), ElementsAre("w20", "w40", "dated"));
  EXPECT_THAT(Ids("has phenotype with onset = 40 weeks gestation"), ElementsAre("w40"));
  Ask("count individuals where has phenotype with onset before 61 weeks of gestation");
  EXPECT_THAT(said(), HasSubstr("bad-duration"));
}

TEST_F(ValuesTest, ARefusedConsentIsNone) {
  ImportOptions options;
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  const auto person = [](const std::string& id, const std::string& consents) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[)" + consents + "]}\n";
  };
  Import(person("yes", R"({"p":"reuse","s":"granted"})") + person("no", R"({"p":"reuse","s":"refused"})") +
             person("silent", R"({"p":"reuse"})") + person("never", ""),
         options);
  EXPECT_THAT(Ids("has consent with permission is reuse"), ElementsAre("yes", "silent"));
  EXPECT_THAT(said(), HasSubstr("1 of all consents is refused or withdrawn"));
  EXPECT_THAT(Ids("has no consent"), ElementsAre("no", "never"));
  EXPECT_THAT(Ids("has consent with status is refused"), ElementsAre("no"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ValuesTest, OneGeneUnderSeveralCodesIsNoted) {
  const auto person = [](const std::string& id, const std::string& gene) {
    return R"({"id":")" + id + R"(","interpretations":[{"id":"i","diagnosis":{"genomicInterpretations":[)" +
           R"({"variantInterpretation":{"variationDescriptor":{"geneContext":)" + gene + "}}}]}}]}\n";
  };
  Import(person("a", R"({"valueId":"HGNC:3603","symbol":"FBN1"})") +
         person("b", R"({"valueId":"ENSG00000166147.17","symbol":"FBN1"})") + person("c", R"({"symbol":"FBN1"})") +
         person("d", R"({"valueId":"HGNC:3604","symbol":"FBN2"})"));
  EXPECT_THAT(Ids("has variant HGNC:3603"), ElementsAre("a"));
  EXPECT_THAT(said(), HasSubstr("2 individuals have a variant of a gene with this symbol under other codes"));
  EXPECT_THAT(said(), HasSubstr("ENSEMBL:ENSG00000166147"));
  EXPECT_THAT(Ids("has variant HGNC:3603 or ENSEMBL:ENSG00000166147"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("1 individual has a variant of a gene with this symbol under other codes"));
  EXPECT_THAT(Ids("has variant HGNC:3604"), ElementsAre("d"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ValuesTest, WhatIsMadeOfAGrantedConsentThatIsWithdrawn) {
  ImportOptions options;
  options.mapping =
      R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "date": "/d"}}})";
  const auto person = [](const std::string& id, const std::string& consents) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[)" + consents + "]}\n";
  };
  constexpr char kGranted[] = R"({"p":"reuse","s":"granted","d":"2019-01-01"})";
  constexpr char kLater[] = R"(,{"p":"reuse","s":"withdrawn","d":"2021-01-01"})";
  Import(person("later", std::string(kGranted) + kLater) +
             person("undated", std::string(kGranted) + R"(,{"p":"reuse","s":"refused"})") +
             person("earlier", std::string(kGranted) + R"(,{"p":"reuse","s":"refused","d":"2018-01-01"})") +
             person("other", std::string(kGranted) + R"(,{"p":"contact","s":"refused","d":"2021-01-01"})"),
         options);
  const auto found = std::find_if(report_.remarks.begin(), report_.remarks.end(), [](const ImportRemark& remark) {
    return remark.what.starts_with("granted consent, and a later or undated refusal");
  });
  ASSERT_NE(found, report_.remarks.end());
  EXPECT_EQ(found->count, 2u);
  EXPECT_THAT(Ids("has last consent with (permission is reuse and status is granted)"),
              ElementsAre("undated", "earlier"));
  EXPECT_THAT(said(), HasSubstr("the last consent is that of all permissions"));
  // The record that says granted stays one: whoever asks for it is told.
  const std::string granted = "has consent with (permission is reuse and status is granted)";
  for (const std::string& asked : {granted, std::string("has consent with permission is reuse"),
                                   std::string("has consent with status is granted")}) {
    EXPECT_THAT(Ids(asked), ElementsAre("later", "undated", "earlier", "other")) << asked;
    EXPECT_THAT(said(), HasSubstr("of 2 individuals, another record refuses or withdraws")) << asked;
  }
  EXPECT_THAT(Ids("has consent with (permission is contact)"), IsEmpty());
  EXPECT_THAT(said(), Not(HasSubstr("another record")));
  // What the note says to write.
  EXPECT_THAT(
      Ids(granted + " as permit and has no consent with (permission is reuse and status in (refused, withdrawn) "
                    "and (date after permit or date is not recorded))"),
      ElementsAre("earlier", "other"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ValuesTest, APersonsOwnDataUseIsNoted) {
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042"]}],
      "consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "data use": "/u"}}})";
  Import(R"({"id":"a","subject":{"id":"x"}})"
         "\n"
         R"({"id":"b","subject":{"id":"x"},"consents":[{"p":"reuse","s":"granted","u":"DUO:0000018"}]})"
         "\n",
         options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("1 consent has a data use of the person's own"));
}

TEST_F(ValuesTest, AllelicStatesByOtherCodesAndWords) {
  const auto person = [](const std::string& id, const std::string& state) {
    return R"({"id":")" + id +
           R"(","interpretations":[{"id":"i","progressStatus":"SOLVED","diagnosis":{)"
           R"("disease":{"id":"OMIM:154700"},"genomicInterpretations":[)"
           R"({"variantInterpretation":{"variationDescriptor":{"allelicState":)" +
           state + "}}}]}}]}\n";
  };
  Import(person("a", R"({"id":"GENO:0000135","label":"heterozygous"})") +
         person("b", R"({"id":"LOINC:LA6706-1","label":"Heterozygous"})") +
         person("c", R"({"id":"","label":"heterozygous"})") + person("d", R"({"id":"HET"})") +
         person("e", R"({"id":"LOINC:LA6705-3"})"));
  EXPECT_THAT(Ids("has variant with allelic state is GENO:0000135"), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(Ids("has variant with allelic state is GENO:0000136"), ElementsAre("e"));
  EXPECT_TRUE(report_.notes.contains("individual whose disease stands in a solved interpretation only"));
}

TEST_F(ValuesTest, PacketsOfOneSubjectAreNoted) {
  const auto visit = [](const std::string& id, const std::string& subject, const std::string& birth) {
    return R"({"id":")" + id + R"(","subject":{"id":")" + subject + R"(","dateOfBirth":")" + birth + "\"}}\n";
  };
  Import(visit("v1", "MRN1", "1980-01-01T00:00:00Z") + visit("v2", "MRN1", "1980-01-01T00:00:00Z") +
         visit("v3", "MRN1", "1981-01-01T00:00:00Z") + visit("v4", "MRN2", "1980-01-01T00:00:00Z"));
  ASSERT_FALSE(report_.remarks.empty());
  const auto found = std::find_if(report_.remarks.begin(), report_.remarks.end(), [](const ImportRemark& remark) {
    return remark.what.starts_with("record of a subject that an earlier record is of");
  });
  ASSERT_NE(found, report_.remarks.end());
  EXPECT_EQ(found->count, 1u);
  EXPECT_THAT(found->examples.at(0).reason, HasSubstr("\"v1\" and \"v2\""));
}

TEST_F(ValuesTest, MalformedCodesAreNamed) {
  Import(
      R"({"id":"x","subject":{"id":"s"},"diseases":[{"term":{"id":"ICD10:Ell.9"}},{"term":{"id":"ICD10:E11.9/I10"}},)"
      R"({"term":{"id":"ICD10:E11.4+G63.2*"}},{"term":{"id":"ICD10:E11.9"}},{"term":{"id":"ICDO3:8500/32"}}]})");
  std::vector<std::string> codes;
  for (const ImportRemark& remark : report_.remarks) {
    if (!remark.what.starts_with("codes in the catalogue that no loaded ontology knows")) continue;
    for (const ImportRemark::Value& value : remark.values) codes.push_back(value.value);
  }
  EXPECT_THAT(codes, testing::UnorderedElementsAre("ICD10:Ell.9", "ICD10:E11.9/I10", "ICD10:E11.4+G63.2*"));
  EXPECT_THAT(Ids("has disease ICDO3:8500/3"), ElementsAre("x"));
}

TEST_F(ValuesTest, DefaultsInBeaconsRecords) {
  Import(
      R"([{"id":"c","sex":{"id":"NCIT:C16576"},"exposures":[{"exposureCode":{"id":"NCIT:C154329"},"duration":"P999Y",)"
      R"("ageAtExposure":{"age":{"iso8601duration":"P999Y"}},"date":"1900-01-01"}]}])");
  EXPECT_THAT(Ids("has exposure with duration > 3650"), IsEmpty());
  EXPECT_THAT(Ids("has exposure with start is recorded"), IsEmpty());
  EXPECT_THAT(Ids("has exposure NCIT:C154329"), ElementsAre("c"));
  ASSERT_EQ(report_.remarks.size(), 1u);
  EXPECT_EQ(report_.remarks[0].what, "default for a missing value, not compared");
  EXPECT_EQ(report_.remarks[0].count, 3u);
}

TEST_F(ValuesTest, VersionOneOfPhenopackets) {
  Import(
      R"({"id":"v1","subject":{"id":"x","ageAtCollection":{"age":"P14Y"}},"phenotypicFeatures":[)"
      R"({"type":{"id":"HP:0001250"},"negated":true},{"type":{"id":"HP:0000252"},"ageOfOnset":{"age":"P2Y"}},)"
      R"({"type":{"id":"HP:0001251"},"negated":false,"classOfOnset":{"id":"HP:0003577"}},)"
      R"({"type":{"id":"HP:0001252"},"excluded":true,"negated":false}],)"
      R"("diseases":[{"term":{"id":"MONDO:0005011"},"ageRangeOfOnset":{"start":{"age":"P5Y"},"end":{"age":"P6Y"}}}],)"
      R"("metaData":{"phenopacketSchemaVersion":"1.0.0"}})"
      "\n");
  EXPECT_THAT(Ids("has observed phenotype HP:0001250"), IsEmpty());
  EXPECT_THAT(Ids("has excluded phenotype HP:0001250"), ElementsAre("v1"));
  EXPECT_THAT(Ids("has phenotype HP:0000252 with onset = 2 years"), ElementsAre("v1"));
  EXPECT_THAT(Ids("has phenotype HP:0001251 with onset = 0 days"), ElementsAre("v1"));
  EXPECT_THAT(Ids("has disease MONDO:0005011 with onset between 5 and 6 years"), ElementsAre("v1"));
  EXPECT_THAT(Ids("age at last contact = 14 years"), ElementsAre("v1"));
  EXPECT_EQ(report_.rows["phenotype"], 3u) << "what contradicts itself is kept only";
}

}  // namespace
}  // namespace muster
