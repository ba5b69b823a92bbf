// Words and codes as sources write them, and what queries make of them.
#include <algorithm>
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
            "2 of 4 phenotypes of HP:0000252 have no onset as an age (1 has another: a date without a birth date, or a "
            "term), and are not found by this\n");
  EXPECT_EQ(
      said_by("has phenotype with onset before 5 years"),
      "2 of 4 phenotypes have no onset as an age (1 has another: a date without a birth date, or a term), and are not "
      "found by this\n");
  EXPECT_EQ(
      said_by("has phenotype HP:0000252 with onset before 2021"),
      "2 of 4 phenotypes of HP:0000252 have no onset as a date (1 has another: an age or a term), and are not found by "
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
  for (const char* code : {"NCIT:NA0000", "NCIT:NA000", "NA:0000", "SNOMED:0", "OMOP:0", "urn:miriam:icd:*", "ORPHA:0",
                           "OMIM:000000", "ICD10:000.0", "http://hl7.org/fhir/sid/icd-10|NA", "http://snomed.info/sct|",
                           "keine Angabe", "'--", "\\\\N"}) {
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

TEST_F(ValuesTest, GenesThatNothingComparesAreNoted) {
  const auto person = [](const std::string& id, const std::string& gene) {
    return R"({"id":")" + id + R"(","interpretations":[{"id":"i","diagnosis":{"genomicInterpretations":[)" +
           R"({"variantInterpretation":{"variationDescriptor":{"geneContext":)" + gene + "}}}]}}]}\n";
  };
  Import(person("a", R"({"valueId":"HGNC:10585"})") + person("b", R"({"valueId":"ENSG00000144285"})") +
         person("c", R"({"symbol":"SCN1A"})") + person("d", R"({"valueId":"NCBIGene:6323"})"));
  EXPECT_THAT(Ids("has variant HGNC:10585"), ElementsAre("a"));
  EXPECT_THAT(said(), HasSubstr("3 individuals have variants of genes under ENSEMBL:, NCBIGene:, symbols, of which "
                                "nothing says whether they are the gene asked for"));
  EXPECT_THAT(Ids("has variant \"SCN1A\""), ElementsAre("c"));
  EXPECT_THAT(said(), HasSubstr("other-genes"));
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
