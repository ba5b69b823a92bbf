#include "serve/beacon/criteria.h"

#include <set>

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// A catalogue that has these codes in these fields.
class KnownCodes final : public CodeKnowledge {
 public:
  bool Knows(const CodeField& field, const std::string& code) const override {
    return codes.contains({Concat(field.record, ".", field.field), code});
  }
  std::string OnlyIn(const std::string& code) const override {
    return code == "HP:0012828" ? "ask by the field diseases.severity.id" : "";
  }
  std::optional<std::string> UnitOf(const std::string& assay) const override {
    if (assay == "LOINC:two") return std::nullopt;
    return assay == "LOINC:plain" ? "" : "kg/m2";
  }
  bool CanBeCompared(const std::string&, const std::string& unit) const override { return unit != "cm"; }
  std::vector<std::string> Cohorts() const override { return {"heart \"1\""}; }

  std::set<std::pair<std::string, std::string>> codes = {
      {"phenotype.term", "HP:0001250"},    {"disease.term", "ICD10:J45"},        {"phenotype.term", "X:both"},
      {"disease.term", "X:both"},          {".tissue", "UBERON:0000178"},        {".origin type", "UBERON:0000178"},
      {".platform model", "OBI:0002048"},  {"variant.allelic state", "GENO:1"},  {".country of origin", "GAZ:1"},
      {".ethnicity", "NCIT:C67109"},       {"measurement.assay", "LOINC:35925"}, {"measurement.assay", "LOINC:two"},
      {"measurement.assay", "LOINC:plain"}};
};

/// The criteria of the filters of a JSON list, with the values of parameters in their place: <value>.
std::string Write(const std::string& filters, Entry counted = Entry::kIndividual, const std::string& age_means = "") {
  const absl::StatusOr<BeaconRequest> request =
      ReadBeaconBody(*ParseJson(Concat("{\"query\":{\"filters\":", filters, "}}")), {});
  if (!request.ok()) return Concat("unread: ", std::string(request.status().message()));
  CriteriaOptions options;
  options.counted = counted;
  options.age_means = age_means;
  const absl::StatusOr<Criteria> criteria = WriteCriteria(request->filters, options, KnownCodes());
  if (!criteria.ok()) return Concat("refused: ", std::string(criteria.status().message()));
  std::string text = criteria->text;
  for (auto value = criteria->parameters.rbegin(); value != criteria->parameters.rend(); ++value) {
    const std::string name = Concat("$", value->first);
    for (size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
      text.replace(at, name.size(), Concat("<", value->second, ">"));
    }
  }
  return text;
}

bool IsRefused(const std::string& filters, Entry counted = Entry::kIndividual) {
  const std::string text = Write(filters, counted);
  return text.starts_with("refused: ") && text.find("filter \"") != std::string::npos;
}

TEST(CriteriaTest, CodesByThemselves) {
  EXPECT_EQ(Write(R"([])"), "");
  EXPECT_EQ(Write(R"([{"id":"HP:0001250"}])"), "has phenotype <HP:0001250>");
  EXPECT_EQ(Write(R"([{"id":"HP:0001250","includeDescendantTerms":false}])"), "has phenotype exactly <HP:0001250>");
  EXPECT_EQ(Write(R"([{"id":"ICD10:J45","scope":"individuals"},{"id":"HP:0001250"}])"),
            "has disease <ICD10:J45> and has phenotype <HP:0001250>");
  EXPECT_EQ(Write(R"([{"id":"X:both"}])"), "(has phenotype <X:both> or has disease <X:both>)");
  EXPECT_EQ(Write(R"([{"id":"GAZ:1"}])"), "country of origin is <GAZ:1>");
  EXPECT_EQ(Write(R"([{"id":"NCIT:C67109"}])"), "ethnicity is <NCIT:C67109>");
  EXPECT_EQ(Write(R"([{"id":"GENO:1"}])"), "has variant with allelic state is <GENO:1>");
  EXPECT_EQ(Write(R"([{"id":"LOINC:35925"}])"), "has measurement <LOINC:35925>");
  EXPECT_EQ(Write(R"([{"id":"cohort:heart \"1\""}])"), R"(in "heart \"1\"")");
}

TEST(CriteriaTest, CodesOfOtherFieldsAreNotCountedAsNone) {
  const std::string text = Write(R"([{"id":"HP:0012828"}])");
  EXPECT_TRUE(text.starts_with("refused: the filter \"HP:0012828\""));
  EXPECT_TRUE(text.ends_with("ask by the field diseases.severity.id"));
  EXPECT_EQ(Write(R"([{"id":"diseases.severity.id","operator":"=","value":"HP:0012828"}])"),
            "has disease with severity is exactly <HP:0012828>");
}

TEST(CriteriaTest, Sexes) {
  EXPECT_EQ(Write(R"([{"id":"NCIT:C16576"}])"), "sex is female");
  EXPECT_EQ(Write(R"([{"id":"PATO:0000383"}])"), "sex is female");
  EXPECT_EQ(Write(R"([{"id":"NCIT:C20197"}])"), "sex is male");
  EXPECT_EQ(Write(R"([{"id":"PATO:0000384"}])"), "sex is male");
  EXPECT_EQ(Write(R"([{"id":"NCIT:C17998","scope":"individual"}])"), "sex is unknown");
  EXPECT_EQ(Write(R"([{"id":"sex","operator":"!","value":"NCIT:C16576"}])"), "sex is not female");
  EXPECT_TRUE(IsRefused(R"([{"id":"NCIT:C16576","scope":"run"}])"));
}

TEST(CriteriaTest, ScopesDecideWhereACodeIsLookedFor) {
  EXPECT_EQ(Write(R"([{"id":"UBERON:0000178","scope":"biosample"}])"),
            "(has sample with tissue is <UBERON:0000178> or has sample with origin type is <UBERON:0000178>)");
  EXPECT_EQ(Write(R"([{"id":"UBERON:0000178"}])", Entry::kRun),
            "(tissue is <UBERON:0000178> or origin type is <UBERON:0000178>)");
  EXPECT_EQ(Write(R"([{"id":"OBI:0002048","scope":"run"}])"), "has run with platform model is <OBI:0002048>");
  EXPECT_EQ(Write(R"([{"id":"OBI:0002048"}])", Entry::kAnalysis), "platform model is <OBI:0002048>");
  EXPECT_TRUE(IsRefused(R"([{"id":"UBERON:0000178","scope":"individual"}])"));
  EXPECT_TRUE(IsRefused(R"([{"id":"UBERON:0000178","scope":"galaxy"}])"));
  EXPECT_TRUE(IsRefused(R"([{"id":"UBERON:0000178","scope":"dataset"}])"));
}

TEST(CriteriaTest, ValuesOfMeasurements) {
  EXPECT_EQ(Write(R"([{"id":"LOINC:35925","operator":">=","value":"30 kg/m2"}])"),
            "has measurement <LOINC:35925> with value >= <30 \"kg/m2\">");
  EXPECT_TRUE(IsRefused(R"([{"id":"LOINC:35925","operator":">=","value":"30 cm"}])"));
  EXPECT_TRUE(IsRefused(R"([[{"id":"LOINC:35925","operator":">=","value":"30 cm"},{"id":"HP:0001250"}]])"));
  EXPECT_EQ(Write(R"([{"id":"LOINC:35925","operator":"<","value":30}])"),
            "has measurement <LOINC:35925> with value < <30 \"kg/m2\">");
  EXPECT_EQ(Write(R"([{"id":"LOINC:plain","operator":"!","value":"7"}])"),
            "has measurement <LOINC:plain> with value is not <7 \"1\">");
  EXPECT_EQ(Write(R"([{"id":"LOINC:35925","operator":"=","value":"SNOMED:1"}])"),
            "has measurement <LOINC:35925> with coded value is <SNOMED:1>");
  for (const char* value : {"\"thirty\"", "\"\"", "\"NaN\"", "\"1e999\"", "\"30 \\\"kg\\\" or\"", "\"1.2.3\""}) {
    EXPECT_TRUE(IsRefused(Concat(R"([{"id":"LOINC:35925","operator":">","value":)", value, "}]"))) << value;
  }
  EXPECT_TRUE(IsRefused(R"([{"id":"LOINC:two","operator":">","value":"30"}])"));
  EXPECT_TRUE(IsRefused(R"([{"id":"HP:0001250","operator":">","value":"30"}])"));
}

TEST(CriteriaTest, Fields) {
  EXPECT_EQ(Write(R"([{"id":"ethnicity.label","operator":"=","value":"Ind%"}])"), "ethnicity label starts with <Ind>");
  EXPECT_EQ(Write(R"([{"id":"ethnicity.label","operator":"=","value":"%"}])"), "ethnicity label is recorded");
  EXPECT_EQ(Write(R"([{"id":"individuals.ethnicity.label","operator":"!","value":"Indian"}])"),
            "ethnicity label is not <Indian>");
  EXPECT_EQ(Write(R"([{"id":"diseases.diseaseCode.id","operator":"=","value":"ICD10:F%"}])"),
            "has disease with term starts with <ICD10:F>");
  EXPECT_EQ(Write(R"([{"id":"diseases.diseaseCode.id","operator":"=","value":"ICD10:F20"}])"),
            "has disease with term is exactly <ICD10:F20>");
  EXPECT_EQ(Write(R"([{"id":"libraryLayout","operator":"=","value":["PAIRED","SINGLE"]}])"),
            "has run with (layout is <PAIRED> or layout is <SINGLE>)");
  EXPECT_EQ(Write(R"([{"id":"run.depth","operator":">=","value":"30"}])"), "has run with depth >= <30>");
  EXPECT_EQ(Write(R"([{"id":"diseases.ageOfOnset","operator":"<","value":"P5Y"}])"), "has disease with onset < <P5Y>");
  EXPECT_EQ(Write(R"([{"id":"interventionsOrProcedures.ageAtProcedure","operator":"<","value":"P5Y"}])"),
            "has procedure with performed < <P5Y>");
  EXPECT_EQ(Write(R"([{"id":"measures.date","operator":">=","value":"2021-09"}])"),
            "has measurement with time >= <2021-09>");
  EXPECT_EQ(Write(R"([{"id":"sex.label","operator":"=","value":"female"}])"), "sex is <female>");
  EXPECT_EQ(Write(R"([{"id":"diseases.diseaseCode","operator":"=","value":"HP:1"}])"),
            Write(R"([{"id":"diseases.diseaseCode.id","operator":"=","value":"HP:1"}])"));
  EXPECT_EQ(Write(R"([{"id":"diseases.ageOfOnset","operator":"=","value":"HP:0410280"}])"),
            "has disease with onset is <HP:0410280>");
  EXPECT_EQ(Write(R"([{"id":"runDate","operator":">","value":"2023-05"}])"), "has run with run date > <2023-05>");
  EXPECT_EQ(Write(R"([{"id":"age","operator":">=","value":"P18Y"}])", Entry::kIndividual, "age at last contact"),
            "age at last contact >= <P18Y>");
}

TEST(CriteriaTest, FieldsAndTheRecordsTheyAreOf) {
  struct {
    const char* field;
    const char* op;
    const char* value;
    const char* criterion;
  } const fields[] = {
      {"vitalStatus.status", "=", "DECEASED", "vital status is <DECEASED>"},
      {"karyotypicSex", "!", "XX", "karyotypic sex is not <XX>"},
      {"timeAtLastEncounter", "<=", "P18Y", "age at last contact <= <P18Y>"},
      {"EFO:0005056", "<", "P70Y", "age at death < <P70Y>"},
      {"EFO:0004847", ">", "P10Y", "has disease with onset > <P10Y>"},
      {"phenotypicFeatures.onset", "<=", "P1Y6M", "has phenotype with onset <= <P1Y6M>"},
      {"phenotypicFeatures.onset", "=", "HP:0003593", "has phenotype with onset is <HP:0003593>"},
      {"collectionMoment", ">=", "P32Y", "has sample with collected >= <P32Y>"},
      {"collectionDate", "<=", "2021-04-23", "has sample with collected <= <2021-04-23>"},
      {"libraryStrategy", "=", "WGS", "has run with strategy is <WGS>"},
      {"platform", "=", "Illumina", "has run with platform is <Illumina>"},
      {"breadth", "<=", "99.5", "has run with breadth <= <99.5>"},
      {"aligner", "=", "bwa-0.7.8", "has analysis with aligner is <bwa-0.7.8>"},
      {"pipelineName", "=", "pipeline 5", "has analysis with pipeline is <pipeline 5>"},
      {"variantCaller", "!", "GATK4.0", "has analysis with caller is not <GATK4.0>"},
  };
  for (const auto& [field, op, value, criterion] : fields) {
    const std::string filter = Concat(R"("id":")", field, R"(","operator":")", op, R"(","value":")", value, "\"");
    EXPECT_EQ(Write(Concat("[{", filter, "}]")), criterion);
  }
}

TEST(CriteriaTest, FieldsThatCannotBeAnswered) {
  for (const char* bad :
       {R"({"id":"age","operator":">=","value":"P18Y"})", R"({"id":"PATO:0000011","operator":">=","value":"P18Y"})",
        R"({"id":"noSuchField","operator":"=","value":"x"})", R"({"id":"libraryLayout"})",
        R"({"id":"libraryLayout","operator":"<","value":"x"})",
        R"({"id":"libraryLayout","operator":"=","value":"a%b"})",
        R"({"id":"libraryLayout","operator":"!","value":"a%"})", R"({"id":"depth","operator":">","value":"deep"})",
        R"({"id":"depth","operator":">","value":["1","2"]})", R"({"id":"runDate","operator":">","value":"yesterday"})",
        R"({"id":"timeAtLastEncounter","operator":">","value":"18"})",
        R"({"id":"diseases.ageOfOnset","operator":"<","value":"HP:1"})",
        R"({"id":"libraryLayout","operator":"=","value":"x","scope":"individual"})"}) {
    EXPECT_TRUE(IsRefused(Concat("[", bad, "]"))) << bad << ": " << Write(Concat("[", bad, "]"));
  }
}

TEST(CriteriaTest, Alternatives) {
  EXPECT_EQ(Write(R"([[{"id":"HP:0001250"},{"id":"NCIT:C16576"}],{"id":"ICD10:J45"}])"),
            "(has phenotype <HP:0001250> or sex is female) and has disease <ICD10:J45>");
  EXPECT_EQ(Write(R"([{"id":["HP:0001250","ICD10:J45"]}])"), "(has phenotype <HP:0001250> or has disease <ICD10:J45>)");
  EXPECT_TRUE(IsRefused(R"([[{"id":"HP:0001250"},{"id":"X:unknown"}]])"));
}

TEST(CriteriaTest, WhatNobodyKnowsIsNamed) {
  EXPECT_NE(Write(R"([{"id":"HP:0001250"},{"id":"XYZ:0000001"}])").find("\"XYZ:0000001\""), std::string::npos);
  EXPECT_TRUE(IsRefused(R"([{"id":"cohort:nobody"}])"));
}

TEST(CriteriaTest, WhatLiesBelowCountsAsTheFilterSays) {
  const auto with = [](const char* filter, const char* below) {
    return Write(Concat("[{", filter, ",\"includeDescendantTerms\":", below, "}]"));
  };
  constexpr const char* kMeasured = R"("id":"LOINC:35925","operator":">=","value":"3")";
  EXPECT_EQ(with(kMeasured, "false"), R"(has measurement exactly <LOINC:35925> with value >= <3 "kg/m2">)");
  EXPECT_EQ(with(kMeasured, "true"), R"(has measurement <LOINC:35925> with value >= <3 "kg/m2">)");
  constexpr const char* kCoded = R"("id":"LOINC:35925","operator":"!","value":"CV:1")";
  EXPECT_EQ(with(kCoded, "false"), "has measurement exactly <LOINC:35925> with coded value is not exactly <CV:1>");
  EXPECT_EQ(with(kCoded, "true"), "has measurement <LOINC:35925> with coded value is not <CV:1>");
  constexpr const char* kOnset = R"("id":"diseases.ageOfOnset","operator":"=","value":"HP:0003577")";
  EXPECT_EQ(with(kOnset, "false"), "has disease with onset is exactly <HP:0003577>");
  EXPECT_EQ(with(kOnset, "null"), "has disease with onset is <HP:0003577>");
}

TEST(CriteriaTest, BlanksBeforeAWildcardAndJoinedCodesStay) {
  EXPECT_EQ(Write(R"([{"id":"ethnicity.label","operator":"=","value":"White %"}])"),
            R"(ethnicity label starts with <"White ">)");
  EXPECT_EQ(Write(R"([{"id":"ethnicity.label","operator":"=","value":"White%"}])"),
            "ethnicity label starts with <White>");
  for (const char* code : {"ICD11:5A11&XK8G", "SNOMED:1:2=(3+4)", "HGVS:c.5A>G"}) {
    EXPECT_TRUE(IsCode(code)) << code;
    EXPECT_EQ(Write(Concat(R"([{"id":"diseases.diseaseCode.id","operator":"=","value":")", code, "\"}]")),
              Concat("has disease with term is exactly <", code, ">"));
  }
}

TEST(CriteriaTest, TextsOfRequestsAddNoCriteria) {
  for (const char* bad : {"ICD10:J45 or sex is female", "ICD10:J45; count individuals", "exactly HP:0001250", "$1",
                          "HP:0001250 -- x", "\\u202eHP:0001250", "' OR 1=1 --", "HP:0001250\\n or sex is female"}) {
    EXPECT_TRUE(IsRefused(Concat(R"([{"id":")", bad, "\"}]"))) << bad;
  }
}

TEST(CriteriaTest, WithinADataset) {
  CriteriaOptions options;
  options.datasets = {"clinic \"7\""};
  options.cohort = "a \\ b";
  const absl::StatusOr<Criteria> criteria = WriteCriteria({}, options, KnownCodes());
  ASSERT_TRUE(criteria.ok());
  EXPECT_EQ(criteria->text, R"(dataset is $1 and in "a \\ b")");
  EXPECT_EQ(criteria->parameters.at("1"), "clinic \"7\"");
  options = {};
  options.datasets = {"a", "b"};
  const absl::StatusOr<Criteria> several = WriteCriteria({}, options, KnownCodes());
  ASSERT_TRUE(several.ok());
  EXPECT_EQ(several->text, "dataset in ($1, $2)");
  EXPECT_TRUE(several->filter_of_parameter.empty());
}

}  // namespace
}  // namespace muster::serve
