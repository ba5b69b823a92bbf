// Numbers and units as sources write them, bounds, panels, and what queries make of them.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using QuantitiesTest = ValuesTest;

TEST_F(QuantitiesTest, RecordsLeftOutForTheirUnitAreToldOfWhateverIsCounted) {
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

TEST_F(QuantitiesTest, AUnitThatRecordsHaveCanBeAskedFor) {
  Import(Person("a", "LOINC:2160-0", Quantity("3", "mg/dL")) + Person("b", "LOINC:2160-0", Quantity("3", "odd unit")) +
         Person("c", "LOINC:2160-0", Quantity("1", "odd unit")));
  EXPECT_THAT(Ids("has measurement LOINC:2160-0 with value >= 2 \"odd unit\""), ElementsAre("b"));
  EXPECT_THAT(said(), HasSubstr("mg/dL"));
  Ask("count individuals where has measurement LOINC:2160-0 with value >= 2 \"odder unit\"");
  EXPECT_THAT(said(), HasSubstr("unknown-unit"));
}

TEST_F(QuantitiesTest, PairsInUnitsThatDoNotConvertAreToldOf) {
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

TEST_F(QuantitiesTest, NumbersStandBesideTheirUnit) {
  Import(Person("a", "LOINC:2345-7", Quantity("126", "mg/dL")) + Person("b", "LOINC:2345-7", Quantity("99", "mg/dL")) +
         Person("c", "LOINC:33914-3", Quantity("45", "mL/min/1.73m2")) +
         Person("d", "LOINC:777-3", Quantity("250", "10*9/L")));
  EXPECT_THAT(Ids("has measurement LOINC:2345-7 with value >= 126mg/dL"), ElementsAre("a"));
  EXPECT_THAT(Ids("has measurement LOINC:33914-3 with value < 60 mL/min/1.73m2"), ElementsAre("c"));
  EXPECT_THAT(Ids("has measurement LOINC:33914-3 with value < 60mL/min/1.73m2"), ElementsAre("c"));
  EXPECT_THAT(Ids("has measurement LOINC:777-3 with value >= 250 10*9/L"), ElementsAre("d"));
}

TEST_F(QuantitiesTest, ConversionKeepsShortDecimals) {
  Import(Person("a", "LOINC:13457-7", Quantity("189.4585", "mg/dL")) +
         Person("b", "LOINC:13457-7", Quantity("4.9", "mmol/L")));
  for (const char* op : {"=", ">=", "<="}) {
    EXPECT_THAT(Ids(std::string("has measurement LOINC:13457-7 with value ") + op + " 4.9 mmol/L"),
                ElementsAre("a", "b"));
    EXPECT_THAT(Ids(std::string("has measurement LOINC:13457-7 with value ") + op + " 189.4585 mg/dL"),
                ElementsAre("a", "b"));
  }
}

TEST_F(QuantitiesTest, UnitsOfExposuresAreWrittenAsTheyAreSpokenOf) {
  Import(R"([{"id":"a","sex":{"id":"NCIT:C16576"},"exposures":[{"exposureCode":{"id":"NCIT:C154329"},"value":12,)"
         R"("unit":{"id":"{PackYears}"}}]},)"
         R"({"id":"b","sex":{"id":"NCIT:C16576"},"exposures":[{"exposureCode":{"id":"NCIT:C154329"},"value":8,)"
         R"("unit":{"id":"{PackYears}"}}]}])");
  for (const char* unit : {"pack-years", "\"pack-years\"", "{PackYears}", "\"{PackYears}\""}) {
    EXPECT_THAT(Ids(std::string("has exposure NCIT:C154329 with value >= 10 ") + unit), ElementsAre("a")) << unit;
    EXPECT_THAT(Ids(std::string("has exposure NCIT:C154329 >= 10 ") + unit), ElementsAre("a")) << unit;
  }
}

TEST_F(QuantitiesTest, ANumberWithoutAUnitGetsTheOneOfItsAssay) {
  Import(Person("a", "LOINC:39156-5", Quantity("44", "kg/m2")) + Person("b", "LOINC:2160-0", Quantity("2", "mg/dL")));
  Ask("count individuals where has measurement LOINC:39156-5 <= 45");
  EXPECT_THAT(said(), HasSubstr("write 45 kg/m2, the unit that it is recorded in"));
  EXPECT_THAT(said(), Not(HasSubstr("mg/dL")));
}

TEST_F(QuantitiesTest, NumbersWithinBounds) {
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

TEST_F(QuantitiesTest, NumbersOfRecordsAreCompared) {
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
  // Of creatinine no record has a range.
  Ask("count individuals where has measurement LOINC:2160-0 with value > reference high");
  EXPECT_THAT(said(), HasSubstr("not-recorded"));
  Ask("count individuals where has measurement LOINC:1742-6 with value > reference high");
  EXPECT_THAT(said(), testing::Not(HasSubstr("not-recorded")));
  Ask("count individuals where has measurement with value > reference");
  EXPECT_THAT(said(), HasSubstr("not-a-number"));
}

TEST_F(QuantitiesTest, ZerosThatProtobufLeavesOut) {
  Import(Person("zero", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"}})") +
         Person("two", "LOINC:72089-6", Quantity("2", "UCUM:{score}")) + Person("none", "LOINC:72089-6", "{}") +
         Person("null", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"},"value":null})"));
  EXPECT_THAT(Ids("has measurement LOINC:72089-6 with value <= 4 \"1\""), ElementsAre("zero", "two"));
  EXPECT_EQ(report_.notes["quantity without a value, which is 0 in protobuf"], 1u);
}

TEST_F(QuantitiesTest, PartsOfAPanelAreFoundByTheirCode) {
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

TEST_F(QuantitiesTest, APanelIsOneMeasurement) {
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

TEST_F(QuantitiesTest, ComponentsThatAMappingMakesAreOnePanel) {
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

TEST_F(QuantitiesTest, DefaultsOfQuantitiesAreNoValues) {
  Import(Person("default", "LOINC:72089-6", R"({"unit":{"id":"NCIT:C126101","label":"Not Available"},"value":-1})") +
         Person("older", "LOINC:72089-6", R"({"unit":{"id":"NCIT:NA0000","label":"NA"},"value":-1})") +
         Person("meant", "LOINC:72089-6", R"({"unit":{"id":"UCUM:{score}"},"value":-1})"));
  EXPECT_THAT(Ids("has measurement LOINC:72089-6 with value < 4 \"1\""), ElementsAre("meant"));
}

}  // namespace
}  // namespace muster
