// Genotypes, filters and kinds of diagnoses that no rule reads, and names of columns with accents.
#include "engine/import/table/columns/told_kinds.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;
using testing::Not;

// What denies in a column of this name, and what it means.
std::string OfVariants(std::string_view name, const std::vector<std::string>& words) {
  const CodedDenial denial = FindNoCall(name, words);
  return denial.kind == CodedDenial::Kind::kNothing ? "" : denial.word;
}
std::string OfDiagnoses(std::string_view name, const std::vector<std::string>& words) {
  const CodedDenial denial = FindKindOfDiagnosis(name, words);
  return denial.kind == CodedDenial::Kind::kNothing ? "" : denial.word + " " + std::string(denial.meaning);
}

TEST(ToldKindsTest, GenotypesAndFilters) {
  EXPECT_EQ(OfVariants("GT", {"0/1", "0/0"}), "0/0");
  EXPECT_EQ(OfVariants("gt", {"0|1", ".|."}), ".|.");
  EXPECT_EQ(OfVariants("zyg", {"het", "hom_ref"}), "hom_ref");
  EXPECT_EQ(OfVariants("Zygosity", {"het", "no call"}), "no call");
  EXPECT_EQ(OfVariants("GT", {"0/1", "1/1"}), "");
  EXPECT_EQ(OfVariants("ratio", {"0/0"}), "");
  EXPECT_EQ(OfVariants("FILTER", {"PASS", "LowQual"}), "LowQual");
  EXPECT_EQ(OfVariants("FILTER", {"PASS", "."}), "");
  EXPECT_EQ(OfVariants("filter", {"0.2um", "0.45um"}), "") << "of a laboratory";
}

TEST(ToldKindsTest, CopiesAndReadsWithoutTheVariant) {
  EXPECT_EQ(OfVariants("call", {"amplified", "not amplified"}), "not amplified");
  EXPECT_EQ(OfVariants("cna_call", {"gain", "neutral"}), "neutral");
  const auto told = [](const std::string& column, const std::string& one, const std::string& other) {
    return ProblemsOf(ReadTables({{"v.csv", "id,gene," + column + "\nP1,BRCA2," + one + "\nP2,BRCA2," + other + "\n"}},
                                 R"({"tables": {"v": {"files": "v.csv", "id": "id"}},
      "interpretations": {"from": "/v/*", "fields": {"id": "/gene"}},
      "variants": {"from": "/v/*", "fields": {"gene": "/gene"}}})"));
  };
  EXPECT_THAT(told("vaf", "0.4", "0"), Contains(HasSubstr("\"vaf\" is 0 in some rows")));
  EXPECT_THAT(told("cna", "2", "0"), Contains(HasSubstr("\"cna\" is 0 in some rows")));
  EXPECT_THAT(told("vaf", "0.4", "0.3"), Not(Contains(HasSubstr("is 0 in some rows"))));
  EXPECT_THAT(told("lane", "1", "0"), Not(Contains(HasSubstr("is 0 in some rows"))));
}

TEST(ToldKindsTest, CodesOfDiagnosesWithoutAPoint) {
  const auto told = [](const std::string& column, const std::string& one, const std::string& other) {
    return ProblemsOf(ReadTables({{"d.csv", "id,DP," + column + "\nP1,Z511," + one + "\nP2,I10," + other + "\n"}},
                                 R"({"tables": {"d": {"files": "d.csv", "id": "id",
      "columns": {"DP": {"prefix": "ICD10FR:"}}}}, "diseases": {"from": "/d/*", "fields": {"term": "/DP"}}})"));
  };
  EXPECT_THAT(told("DR", "C509", "E119"), Contains(HasSubstr("/d/DR")));
  EXPECT_THAT(told("diag_2", "C509", "E11"), Contains(HasSubstr("/d/diag_2")));
  EXPECT_THAT(told("ward", "C509", "E119"), Not(Contains(HasSubstr("/d/ward"))));
  EXPECT_THAT(told("DR", "C50", "E11"), Not(Contains(HasSubstr("/d/DR")))) << "may be rooms";
}

TEST(ToldKindsTest, KindsOfDiagnoses) {
  EXPECT_EQ(OfDiagnoses("C_DIAGTYPE", {"A", "B", "+", "H"}), "H of a referral");
  EXPECT_EQ(OfDiagnoses("C_DIAGTYPE", {"A", "B"}), "");
  EXPECT_EQ(OfDiagnoses("diagnosis_type", {"A", "F"}), "A of the admission");
  EXPECT_EQ(OfDiagnoses("DX_SOURCE", {"AD", "FI", "DI"}), "AD of the admission");
  EXPECT_EQ(OfDiagnoses("diagnoseart", {"HD", "ND"}), "");
  EXPECT_EQ(OfDiagnoses("diagnoseart", {"Hauptdiagnose", "Einweisungsdiagnose"}),
            "Einweisungsdiagnose not the final diagnosis");
  EXPECT_EQ(OfDiagnoses("type", {"A", "H"}), "");
}

TEST(ToldKindsTest, AgesOfNobody) {
  const auto told = [](const std::string& rows) {
    return ProblemsOf(ReadTables({{"p.csv", "id,BC\n" + rows}}, R"({"tables": {"p": {"files": "p.csv", "id": "id",
        "one": true, "columns": {"BC": {"age": "years"}}}},
      "diseases": {"from": "/p", "fields": {"term": {"const": "ICD10:C50"}, "age at diagnosis": "/BC"}}})"));
  };
  EXPECT_THAT(told("1,41\n2,0\n3,0\n4,0\n5,39\n"),
              ElementsAre(HasSubstr("/p/BC: 3 of 5 ages are 0, and all others of ten years or more")));
  EXPECT_THAT(told("1,41\n2,0\n3,0\n4,0\n5,3\n"), IsEmpty()) << "of children, too";
  EXPECT_THAT(told("1,0\n2,0\n3,0\n4,0\n"), IsEmpty()) << "all at birth";
  EXPECT_THAT(told("1,41\n2,0\n3,0\n4,50\n5,3\n"), IsEmpty());
}

TEST(ToldKindsTest, SamplesOfWhichNothingIsLeft) {
  const auto told = [](const std::string& column, const std::string& one, const std::string& other) {
    return ProblemsOf(ReadTables({{"s.csv", "id,sid," + column + "\nP1,S1," + one + "\nP2,S2," + other + "\n"}},
                                 R"({"tables": {"s": {"files": "s.csv", "id": "id"}},
      "samples": {"from": "/s/*", "fields": {"id": "/sid"}}})"));
  };
  EXPECT_THAT(told("remaining_ul", "300", "0"), ElementsAre(HasSubstr("nothing is left of these samples")));
  EXPECT_THAT(told("remaining_ul", "300", "200"), IsEmpty());
  EXPECT_THAT(told("freezer", "F1", "DISCARD"), ElementsAre(HasSubstr("\"DISCARD\" (no more there)")));
}

TEST(ToldKindsTest, StatesOfRows) {
  const auto found = [](std::string_view name, const std::vector<std::string>& words) {
    const CodedDenial denial = FindOldState(name, words, /*beside_states=*/false);
    return denial.kind == CodedDenial::Kind::kReplaced ? denial.word : "";
  };
  EXPECT_EQ(found("action", {"I", "U", "D"}), "D");
  EXPECT_EQ(found("change_type", {"insert", "delete"}), "delete");
  EXPECT_EQ(found("action", {"I", "U"}), "");
  EXPECT_EQ(found("action", {"D", "dose reduced"}), "") << "of adverse events";
  EXPECT_EQ(found("is_current", {"1", "0"}), "0");
  EXPECT_EQ(found("is_current", {"Y"}), "");
  EXPECT_EQ(found("is_smoker", {"1", "0"}), "");
  // A drug that is not current was taken all the same.
  EXPECT_EQ(FindOldState("is_current", {{"1", "0"}}, /*beside_states=*/true).word, "");
  EXPECT_EQ(FindOldState("row_is_current", {{"1", "0"}}, /*beside_states=*/true).word, "0");
  EXPECT_EQ(FindOldState("latest_version", {{"Y", "N"}}, /*beside_states=*/true).word, "N");
  EXPECT_THAT(ProblemsOf(ReadTables({{"m.csv", "id,atc,is_current\nP1,ATC:A10BA02,1\nP1,ATC:A10BB01,0\n"}},
                                    R"({"tables": {"m": {"files": "m.csv", "id": "id"}},
      "treatments": {"from": "/m/*", "fields": {"agent": "/atc"}}})")),
              Not(Contains(HasSubstr("earlier state"))));
  EXPECT_THAT(ProblemsOf(ReadTables({{"m.csv", "id,v,is_current\nP1,5,1\nP1,6,0\n"}},
                                    R"({"tables": {"m": {"files": "m.csv", "id": "id"}},
      "measurements": {"from": "/m/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/v"}}})")),
              Contains(HasSubstr("\"0\" (an earlier state)")));
}

TEST(ToldKindsTest, AreReportedBesideVariantsAndDiseases) {
  constexpr char kVariants[] = R"({"tables": {"v": {"files": "v.csv", "id": "id"}},
    "interpretations": {"from": "/v/*", "fields": {"id": "/hgvs"}},
    "variants": {"from": "/v/*", "fields": {"gene": "/gene", "hgvs": "/hgvs"}}})";
  EXPECT_THAT(
      ProblemsOf(ReadTables({{"v.csv", "id,gene,hgvs,gt\nP1,BRCA2,c.1A>G,0/0\nP2,BRCA2,c.1A>G,0/1\n"}}, kVariants)),
      Contains(AllOf(HasSubstr("/v/gt"), HasSubstr("\"0/0\" (no variant there, or not known)"))));
  constexpr char kDiseases[] = R"({"tables": {"d": {"files": "d.csv", "id": "id",
      "columns": {"code": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/d/*", "fields": {"term": "/code"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,diagtype\nP1,C50.9,A\nP2,C50.9,H\n"}}, kDiseases)),
              Contains(AllOf(HasSubstr("/d/diagtype"), HasSubstr("\"H\" (of a referral)"))));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,ICDVER\nP1,I21.9,10\nP2,I21.9,9\n"}}, kDiseases)),
              Contains(HasSubstr("systems or editions of the codes")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,DX_TYPE\nP1,I21.9,10\nP2,I21.9,09\n"}}, kDiseases)),
              Contains(HasSubstr("systems or editions of the codes")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,DX_TYPE\nP1,I21.9,main\nP2,I21.9,other\n"}}, kDiseases)),
              Not(Contains(HasSubstr("systems or editions of the codes"))));
}

TEST(ToldKindsTest, EndsOfConsentsInAnySpelling) {
  const auto told = [](const std::string& column, const std::string& cell) {
    return ProblemsOf(ReadTables({{"c.csv", "id,consent," + column + "\nP1,yes," + cell + "\n"}},
                                 R"({"tables": {"c": {"files": "c.csv", "id": "id"}},
      "consents": {"from": "/c/*", "fields": {"status": "/consent", "permission": {"const": "research"}}}})"));
  };
  for (const char* column : {"expires", "gültig_bis", "gueltig_bis", "Gültig bis", "period_end", "valid_through",
                             "fin_validez", "date_fin", "caducité", "end", "bis"}) {
    EXPECT_THAT(told(column, "2020-01-01"), Contains(HasSubstr("/c/" + std::string(column) + ": "))) << column;
  }
  EXPECT_THAT(told("end", "open"), IsEmpty());
  EXPECT_THAT(told("form", "2020-01-01"), IsEmpty());
}

TEST(ToldKindsTest, ReasonsWhyItWasNotDone) {
  constexpr char kVaccines[] = R"({"tables": {"v": {"files": "v.csv", "id": "id"}},
    "treatments": {"from": "/v/*", "fields": {"agent": "/cvx"}}})";
  for (const char* column : {"not_given_reason", "refusal", "CMREASND"}) {
    const Reading reading =
        ReadTables({{"v.csv", "id,cvx," + std::string(column) + "\nP1,CVX:207,\nP2,CVX:207,immune\n"}}, kVaccines);
    EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("/v/" + std::string(column) + ": 1 cell such as \"immune\"")))
        << column;
    EXPECT_THAT(reading.report.notes, Contains(Key(HasSubstr("why something was not done")))) << column;
  }
  EXPECT_THAT(ProblemsOf(ReadTables({{"v.csv", "id,cvx,version\nP1,CVX:207,1\nP2,CVX:207,2\n"}}, kVaccines)),
              IsEmpty());
}

TEST(ToldKindsTest, NamesWithAccentsAreThoseWithout) {
  constexpr char kDiseases[] = R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
    "diseases": {"from": "/d/*", "fields": {"term": "/code"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,Gelöscht_am\nP1,OMIM:1,2020-01-01\nP2,OMIM:1,\n"}}, kDiseases)),
              Contains(HasSubstr("/d/Gelöscht_am: 1 cell")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,code,Misstänkt\nP1,,OMIM:1\n"}},
                                    R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
    "diseases": {"from": "/d/*", "fields": {"term": "/Misstänkt"}}})")),
              Contains(HasSubstr("Misstänkt")));
}

}  // namespace
}  // namespace muster::import
