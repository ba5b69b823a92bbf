#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

Reading ReadMeasurement(const std::string& members) {
  return Read(R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:2157-6"}, )" + members + "}]}");
}

TEST(CodedValuesTest, OneThatSaysThatNothingWasMeasuredIsTold) {
  const auto told = [](const std::string& id, const std::string& label) {
    const Reading reading = Read(R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:94500-6"}, "value":
        {"ontologyClass": {"id": ")" +
                                 id + R"(", "label": ")" + label + R"("}}}]})");
    EXPECT_EQ(reading.Rows(model::Entity::kMeasurement).size(), 1u) << label;
    return reading.report.problem_count;
  };
  EXPECT_EQ(told("NCIT:C63511", "Not Performed"), 1u);
  EXPECT_EQ(told("NCIT:C50909", "Invalid"), 1u);
  EXPECT_EQ(told("SNOMED:260415000", "Not detected"), 0u);
  EXPECT_EQ(told("SNOMED:10828004", "Positive"), 0u);
}

TEST(MeasurementsTest, Quantity) {
  const Reading reading =
      ReadMeasurement(R"("value": {"quantity": {"value": 45, "unit": {"id": "UCUM:U/L", "label": "U/L"},
      "referenceRange": {"unit": {"id": "UCUM:U/L"}, "low": 22, "high": "198.5"}}},
      "timeObserved": {"age": {"iso8601duration": "P16Y"}}, "procedure": {"code": {"id": "NCIT:C28221"}, "bodySite": {"id": "UBERON:0000178"}})");
  EXPECT_THAT(
      reading.Rows(Entity::kMeasurement),
      ElementsAre("measurement: assay=LOINC:2157-6, unit=UCUM:U/L, value=45, reference low=22, reference high=198.5, "
                  "time=16 years, procedure=NCIT:C28221"));
  EXPECT_EQ(reading.extras(), R"({"/measurements/0/procedure/bodySite":{"id":"UBERON:0000178"}})");
}

// Of a woman it may be the birth of her child.
TEST(MeasurementsTest, ATimeInWordsIsNoOnset) {
  for (const char* word : {"At birth", "antenatal", "Third trimester"}) {
    const Reading reading = ReadMeasurement(R"("value": {"quantity": {"value": 45, "unit": {"id": "UCUM:U/L"}}},
        "timeObserved": ")" + std::string(word) +
                                            "\"");
    EXPECT_THAT(reading.Rows(Entity::kMeasurement),
                ElementsAre("measurement: assay=LOINC:2157-6, unit=UCUM:U/L, value=45"))
        << word;
    EXPECT_THAT(reading.extras(), HasSubstr(word));
  }
}

TEST(MeasurementsTest, CodedValue) {
  EXPECT_THAT(ReadMeasurement(R"("value": {"ontology_class": {"id": "NCIT:C38758"}})").Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2157-6, coded value=NCIT:C38758"));
}

TEST(MeasurementsTest, NumbersAsTextAndNoNumbers) {
  EXPECT_THAT(ReadMeasurement(R"("value": {"quantity": {"value": "4.5e1"}})").Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2157-6, value=45"));
  for (const char* bad : {R"("NaN")", R"("Infinity")", R"("<x")", R"("5-")", "true", "[1]", R"("")"}) {
    const Reading reading = ReadMeasurement(R"("value": {"quantity": {"value": )" + std::string(bad) + "}}");
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2157-6")) << bad;
    EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/measurements/value/quantity/value", 1))) << bad;
  }
}

TEST(MeasurementsTest, ProtobufLeavesZerosOut) {
  const Reading reading = ReadMeasurement(R"("value": {"quantity": {"unit": {"id": "UCUM:U/L"}}})");
  EXPECT_THAT(reading.Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2157-6, unit=UCUM:U/L, value=0"));
  EXPECT_THAT(reading.report.notes, Contains(Pair("quantity without a value, which is 0 in protobuf", 1)));
  const Reading null = ReadMeasurement(R"("value": {"quantity": {"unit": {"id": "UCUM:U/L"}, "value": null}})");
  EXPECT_THAT(null.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2157-6, unit=UCUM:U/L"));
  EXPECT_THAT(null.report.notes, Contains(Pair("quantity without a value", 1)));
}

TEST(MeasurementsTest, BoundsOfNumbers) {
  const auto value = [](const std::string& quantity) {
    return ReadMeasurement("\"value\": {\"quantity\": {" + quantity + "}}").Rows(Entity::kMeasurement).at(0);
  };
  EXPECT_EQ(value(R"("value": "<= 5")"), "measurement: assay=LOINC:2157-6, value=[-inf, 5]");
  EXPECT_EQ(value(R"("value": "\u22655")"), "measurement: assay=LOINC:2157-6, value=[5, inf]");
  EXPECT_EQ(value(R"("value": "5-10")"), "measurement: assay=LOINC:2157-6, value=[5, 10]");
  EXPECT_EQ(value(R"("value": 5, "comparator": ">=")"), "measurement: assay=LOINC:2157-6, value=[5, inf]");
  EXPECT_EQ(value(R"("value": 5, "comparator": "ad")"), "measurement: assay=LOINC:2157-6");
}

TEST(MeasurementsTest, UnitByLabel) {
  const Reading reading = ReadMeasurement(R"("value": {"quantity": {"unit": {"label": "mg/dL"}, "value": 1}})");
  EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2157-6, unit=mg/dL, value=1"));
  const Reading unknown = ReadMeasurement(R"("value": {"quantity": {"unit": {"label": "spoons"}, "value": 1}})");
  EXPECT_THAT(unknown.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2157-6, unit=spoons, value=1"))
      << "a number in spoons is not one without unit";
}

TEST(MeasurementsTest, ARangeInAnotherUnitIsKept) {
  const Reading reading = ReadMeasurement(R"("value": {"quantity": {"value": 1, "unit": {"id": "UCUM:mg/dL"},
      "referenceRange": {"unit": {"id": "UCUM:mmol/L"}, "low": 1, "high": 2}}})");
  EXPECT_THAT(reading.Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2157-6, unit=UCUM:mg/dL, value=1"));
  EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/measurements/value/quantity/referenceRange", 1)));
}

TEST(MeasurementsTest, EachTypedQuantityIsARow) {
  const std::string complex = R"("complexValue": {"typedQuantities": [
      {"type": {"id": "LOINC:8480-6"}, "quantity": {"value": 120, "unit": {"id": "UCUM:mm[Hg]"}}},
      {"type": {"id": "LOINC:8462-4"}, "quantity": {"value": 80, "unit": {"id": "UCUM:mm[Hg]"}}}]})";
  const auto rows = ElementsAre(
      "measurement: assay=LOINC:2157-6, time=50 years, part=1, component=LOINC:8480-6, unit=UCUM:mm[Hg], value=120",
      "measurement: assay=LOINC:2157-6, time=50 years, part=2, component=LOINC:8462-4, unit=UCUM:mm[Hg], value=80");
  const std::string time = R"(, "timeObserved": {"age": {"iso8601duration": "P50Y"}})";
  EXPECT_THAT(ReadMeasurement(complex + time).Rows(Entity::kMeasurement), rows);
  EXPECT_THAT(ReadMeasurement(R"("value": {)" + complex + "}" + time).Rows(Entity::kMeasurement), rows);
}

TEST(MeasurementsTest, ValuesWithoutTheMemberThatNamesTheForm) {
  const auto row = [](const std::string& value) {
    return ReadMeasurement("\"value\": " + value).Rows(Entity::kMeasurement).at(0);
  };
  EXPECT_EQ(row(R"({"value": 5, "unit": {"id": "UCUM:U/L"}})"),
            "measurement: assay=LOINC:2157-6, unit=UCUM:U/L, value=5");
  EXPECT_EQ(row(R"({"id": "NCIT:C38758", "label": "Positive"})"),
            "measurement: assay=LOINC:2157-6, coded value=NCIT:C38758");
  EXPECT_EQ(row(R"({"typedQuantities": [{"type": {"id": "LOINC:8480-6"}, "quantity": {"value": 120}}]})"),
            "measurement: assay=LOINC:2157-6, part=1, component=LOINC:8480-6, value=120");
}

TEST(MeasurementsTest, ANumberUnderAnotherNameIsNotZero) {
  for (const char* value : {R"("value": {"quantity": {"unit": {"id": "UCUM:U/L"}, "Value": 5}})",
                            R"("value": {"unit": {"id": "UCUM:U/L"}, "number": 5})",
                            R"("quantity": {"unit": {"id": "UCUM:U/L"}, "value": 5})",
                            R"("valueQuantity": {"value": 5})", R"("measurementValue": {"value": 5})", R"("result": 5)",
                            R"("complexValue": {"typedQuantities": [{"type": {"id": "LOINC:8480-6"}, "value": 5}]})"}) {
    const Reading reading = ReadMeasurement(value);
    EXPECT_THAT(reading.Rows(Entity::kMeasurement).at(0), Not(HasSubstr(", value="))) << value;
    EXPECT_EQ(reading.report.problem_count, 1u) << value;
  }
}

TEST(MeasurementsTest, WhatStandsInPlaceOfAResultIsToldByItsName) {
  for (const char* none : {R"("valueSetVersion": "2")", R"("quantityNotSufficient": true)",
                           R"("resultStatus": "final")", R"("referenceRangeValue": 3)", R"("testResult": "final")"}) {
    EXPECT_THAT(ReadMeasurement(none).Problems(), ElementsAre(HasSubstr("measurement without a value"))) << none;
  }
  for (const char* none : {R"("value": null)", R"("value": {})"}) {
    EXPECT_THAT(ReadMeasurement(none).Problems(), ElementsAre(HasSubstr("measurement without a value"))) << none;
  }
  EXPECT_THAT(ReadMeasurement(R"("value": {"quantity": {"value": 5}})").Problems(), IsEmpty());
  EXPECT_THAT(ReadMeasurement(R"("numericValue": 5, "resultQuality": "good", "valueString": "x")").Problems(),
              ElementsAre(StartsWith("/measurements/0/numericValue: ")));
}

TEST(MeasurementsTest, WithoutAssayItIsKept) {
  const Reading reading = Read(R"({"id": "1", "measurements": [{"value": {"quantity": {"value": 1}}}]})");
  EXPECT_THAT(reading.Rows(Entity::kMeasurement), IsEmpty());
  EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/measurements", 1)));
}

TEST(MeasurementsTest, LimitsInAnotherSpellingOrUnitAreThoseOfTheValue) {
  const auto row = [](const std::string& unit, const std::string& range) {
    return ReadMeasurement(R"("value": {"quantity": {"value": 5, "unit": {"id": ")" + unit +
                           R"("}, "referenceRange": )" + range + "}}")
        .Rows(Entity::kMeasurement)
        .at(0);
  };
  EXPECT_EQ(row("mmol/L", R"({"unit": {"id": "mmol/l"}, "low": 3, "high": 6})"),
            "measurement: assay=LOINC:2157-6, unit=mmol/L, value=5, reference low=3, reference high=6");
  EXPECT_EQ(row("mmol/L", R"({"unit": {"id": "umol/L"}, "low": 3000, "high": 6000})"),
            "measurement: assay=LOINC:2157-6, unit=mmol/L, value=5, reference low=3, reference high=6");
  EXPECT_EQ(row("mmol/L", R"({"unit": {"id": "mg/dL"}, "low": 3, "high": 6})"),
            "measurement: assay=LOINC:2157-6, unit=mmol/L, value=5");
}

TEST(MeasurementsTest, RangesThatAreNone) {
  for (const char* range : {R"({"low": 145, "high": 135})", R"({"low": 0, "high": 0})", R"({"low": -1, "high": -1})"}) {
    const Reading reading =
        ReadMeasurement(R"("value": {"quantity": {"value": 5, "referenceRange": )" + std::string(range) + "}}");
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2157-6, value=5")) << range;
    ASSERT_EQ(reading.report.problems.size(), 1u);
    EXPECT_THAT(reading.extras(), testing::HasSubstr(reading.report.problems[0].value));
  }
  EXPECT_EQ(ReadMeasurement(R"("value": {"quantity": {"value": 5, "referenceRange": {"low": 145, "high": 135}}})")
                .report.problems.at(0)
                .value,
            "145 to 135");
  EXPECT_THAT(ReadMeasurement(R"("value": {"quantity": {"value": 5, "referenceRange": {"low": 0, "high": 7}}})")
                  .Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2157-6, value=5, reference low=0, reference high=7"));
}

TEST(MeasurementsTest, ACodeAndALabelThatAreTwoUnitsAreNone) {
  const auto measured = [](const std::string& unit) {
    return Read(R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:2345-7"}, "value": {"quantity": {"unit": )" +
                unit + R"(, "value": 100}}}]})");
  };
  for (const char* unit : {R"({"id": "UCUM:mmol/L", "label": "mg/dL"})", R"({"id": "NCIT:C64387", "label": "mg/dL"})",
                           R"({"id": "UCUM:mg/dL", "label": "mmol/L"})", R"({"id": "UCUM:g/L", "label": "mg/dL"})",
                           R"({"id": "UCUM:%", "label": "mmol/mol"})"}) {
    const Reading reading = measured(unit);
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2345-7, value=100")) << unit;
    EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("are two units"))) << unit;
    EXPECT_THAT(reading.extras(), HasSubstr("/measurements/0/value/quantity/unit")) << unit;
  }
  for (const char* unit :
       {R"({"id": "UCUM:mg/dL", "label": "mg/dL"})", R"({"id": "UCUM:mg/dL", "label": "milligram per deciliter"})",
        R"({"id": "UCUM:mg/dL", "label": "MG/DL"})", R"({"id": "NCIT:C67015", "label": "mg/dL"})",
        R"({"id": "UCUM:U/L", "label": "IU/L"})", R"({"id": "UCUM:10*9/L", "label": "K/uL"})",
        R"({"id": "UCUM:mg/dL", "label": "whatever"})"}) {
    EXPECT_EQ(measured(unit).report.problem_count, 0u) << unit;
  }
}

TEST(MeasurementsTest, ErrorsAndWhatWasNotDoneAreNoMeasurements) {
  const auto measured = [](const std::string& members) {
    return Read(R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:2345-7"}, )" + members + "}]}");
  };
  for (const char* members :
       {R"("status": "entered-in-error")", R"("status": "cancelled")", R"("excluded": true)", R"("isExcluded": "yes")",
        R"("status": {"id": "http://hl7.org/fhir/observation-status|entered-in-error"})", R"("enteredInError": 1)"}) {
    const Reading reading = measured(members);
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), IsEmpty()) << members;
    EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("this is no measurement"))) << members;
    EXPECT_THAT(reading.extras(), HasSubstr("LOINC:2345-7")) << "it is kept";
  }
  for (const char* members : {R"("status": "final")", R"("status": "amended")", R"("excluded": false)",
                              R"("negative": true)", R"("status": "")"}) {
    EXPECT_THAT(measured(members).Rows(Entity::kMeasurement), ElementsAre("measurement: assay=LOINC:2345-7"))
        << members;
  }
}

}  // namespace
}  // namespace muster::import
