// Columns that nobody reads, and that say something of people.
#include "engine/import/table/columns/unread_column.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

UnreadColumn Of(std::initializer_list<const char*> cells) {
  UnreadColumn column;
  for (const char* cell : cells) column.Add(cell);
  return column;
}

TEST(UnreadColumnTest, WhatItHas) {
  EXPECT_TRUE(Of({"ja", "nein", "ja"}).HasAnswers());
  EXPECT_TRUE(Of({"1", "0"}).HasAnswers());
  EXPECT_TRUE(Of({"Checked", "Unchecked"}).HasAnswers());
  EXPECT_TRUE(Of({"present", "absent"}).HasAnswers());
  EXPECT_TRUE(Of({"1.0", "0.0"}).HasAnswers());
  EXPECT_FALSE(Of({"1.000", "1.000"}).HasAnswers());
  EXPECT_FALSE(Of({"yes", "blue"}).HasAnswers());
  EXPECT_FALSE(Of({}).HasAnswers());
  EXPECT_TRUE(Of({"HP:0001250", "MONDO:0005148"}).HasCodes());
  EXPECT_FALSE(Of({"HP:0001250", "10:30"}).HasCodes());
  EXPECT_FALSE(Of({}).HasCodes());
  EXPECT_TRUE(Of({"final", "entered-in-error", "amended"}).HasDenials());
  EXPECT_TRUE(Of({"given", "planned", "refused"}).HasDenials());
  EXPECT_TRUE(Of({"self", "mother"}).HasDenials());
  EXPECT_TRUE(Of({"completed", "screen failure", "withdrawn"}).HasDenials());
  EXPECT_TRUE(Of({"done", "failed"}).HasDenials());
  EXPECT_TRUE(Of({"zeker", "verdenking", "uitgesloten"}).HasDenials());
  EXPECT_TRUE(Of({"patient", "fetus"}).HasDenials());
  EXPECT_FALSE(Of({"F", "M"}).HasDenials());
  EXPECT_FALSE(Of({"Berlin", "Rome"}).HasDenials());
  EXPECT_FALSE(
      Of({"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4", "absent"}).HasDenials());
  EXPECT_EQ(Of({"ja", "ja", "nein", "ja"}).Examples(), "\"ja\" and \"nein\"");
  EXPECT_EQ(Of({"x"}).Examples(), "\"x\"");
  EXPECT_EQ(Of({"final", "preliminary", "cancelled"}).Examples(), "\"final\" and \"cancelled\"");
}

TEST(UnreadColumnTest, WordsOfOrdersSamplesAndLimits) {
  for (const char* word : {"plan", "placebo", "exhausted", "Used up", "BLOD", "<LLOQ", "below LOD"}) {
    EXPECT_TRUE(Of({"ok", word}).HasDenials()) << word;
  }
  EXPECT_TRUE(Of({"order", "plan"}).HasExclusions(true));
  EXPECT_FALSE(Of({"order", "plan"}).HasExclusions(false));
  const Reading reading = ReadTables({{"lb.csv", "id,v,LBSTAT\n1,5,\n2,,NOT DONE\n"}},
                                     R"({"tables": {"l": {"files": "lb.csv", "id": "id"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/v"}}})");
  EXPECT_THAT(ProblemsOf(reading), testing::Contains(HasSubstr("/l/LBSTAT: 1 cell such as \"NOT DONE\"")));
}

TEST(UnreadColumnTest, WordsOfLimits) {
  EXPECT_TRUE(Of({"left", "none"}).HasLimits("censored"));
  EXPECT_TRUE(Of({"ND", "D"}).HasLimits("detect"));
  EXPECT_FALSE(Of({"1", "0"}).HasLimits("censored")) << "of survival";
  EXPECT_FALSE(Of({"D", "D"}).HasLimits("detect"));
  EXPECT_FALSE(Of({"left", "right"}).HasLimits("side"));
  EXPECT_FALSE(Of({"left", "both"}).HasLimits("censored"));
}

TEST(UnreadColumnTest, MarksOfChecks) {
  EXPECT_TRUE(Of({"P", "F"}).HasMarksOfFailure("qc"));
  EXPECT_TRUE(Of({"P", "f", "W"}).HasMarksOfFailure("qc_status"));
  EXPECT_FALSE(Of({"P", "P"}).HasMarksOfFailure("qc"));
  EXPECT_FALSE(Of({"F", "M"}).HasMarksOfFailure("sex"));
  EXPECT_FALSE(Of({"F", "fine"}).HasMarksOfFailure("quality"));
}

TEST(UnreadColumnTest, BareCodesOfIcd) {
  for (const char* name : {"icd", "ICD_2", "diag_sec", "cim10", "CIE-10", "codigo_cie", "disease_code"}) {
    EXPECT_TRUE(Of({"E119", "I10", "E119"}).HasBareIcd10(name)) << name;
  }
  for (const char* name : {"specimen_id", "specimen", "species", "deficiency", "agencies", "icd_implant"}) {
    EXPECT_FALSE(Of({"S01234", "S01235", "S01234"}).HasBareIcd10(name)) << name;
  }
  EXPECT_FALSE(Of({"D0001", "D0002", "D0003"}).HasBareIcd10("disease_id")) << "each has its own";
  EXPECT_TRUE(Of({"E119", "I10", "E119"}).HasBareIcd10("disease_id"));
}

TEST(UnreadColumnTest, OneNumberInEachRowIsNoAnswer) {
  EXPECT_TRUE(Of({"1", "1"}).SaysOneThing());
  EXPECT_TRUE(Of({"0.0"}).SaysOneThing());
  EXPECT_FALSE(Of({"1", "0"}).SaysOneThing());
  EXPECT_FALSE(Of({"yes", "yes"}).SaysOneThing());
  std::string csv = "id,icd,seq_num,coverage,smoker\n";
  for (int i = 0; i < 10; ++i)
    csv.append(1, static_cast<char>('a' + i)).append(i < 9 ? ",OMIM:1,1,0.0,1\n" : ",OMIM:1,,0.0,\n");
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", csv}}, R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
                "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})")),
              ElementsAre("d.csv 0  /d/smoker: 9 cells such as \"1\", which no question finds"));
}

TEST(UnreadColumnTest, OnesAndTwosOfCases) {
  EXPECT_TRUE(Of({"1", "2", "-9", "0"}).HasOnesAndTwos());
  EXPECT_FALSE(Of({"1", "0"}).HasOnesAndTwos());
  EXPECT_FALSE(Of({"1", "2", "3"}).HasOnesAndTwos());
  const auto problems = [](const std::string& name, const std::string& mapping) {
    return ProblemsOf(ReadTables({{"d.csv", "id,icd,v," + name + "\nA,OMIM:1,5,2\nB,OMIM:1,6,1\n"}},
                                 R"({"tables": {"d": {"files": "d.csv", "id": "id"}}, )" + mapping + "}"));
  };
  const std::string diseases = R"("diseases": {"from": "/d/*", "fields": {"term": "/icd"}})";
  for (const char* name : {"affection", "CASE", "phenotype"}) {
    EXPECT_THAT(problems(name, diseases), ElementsAre(HasSubstr("2 cells such as \"2\" and \"1\""))) << name;
  }
  EXPECT_THAT(problems("parity", diseases), IsEmpty());
  EXPECT_THAT(
      problems("case", R"("measurements": {"from": "/d/*", "fields": {"assay": {"const": "X:1"}, "value": "/v"}})"),
      testing::Not(testing::Contains(HasSubstr("/d/case"))));
}

TEST(UnreadColumnTest, ALastContactIsNoDeath) {
  const auto problems = [](const std::string& name, int people, const std::string& more = "",
                           const std::string& when = "") {
    std::string csv = "id,vital," + name + "\n";
    for (int i = 0; i < people; ++i) csv += "P" + std::to_string(i) + ",dead,2010-01-01\n";
    return ProblemsOf(ReadTables({{"t.csv", csv}}, R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true)" +
                                                       when + R"(}}, "individual": {"death": "/t/)" + name + "\"" +
                                                       more + "}}"));
  };
  const auto told = testing::Contains(HasSubstr("are deaths"));
  EXPECT_THAT(problems("date_last_contact_or_death", 2), told);
  EXPECT_THAT(problems("last_contact", 2, R"(, "vital status": "/t/vital")"), testing::Not(told));
  EXPECT_THAT(problems("last_contact", 2, "", R"(, "when": {"vital": "dead"})"), testing::Not(told));
  EXPECT_THAT(problems("os_date", 20), told);
  EXPECT_THAT(problems("os_date", 19), testing::Not(told));
  EXPECT_THAT(problems("date_of_death", 20), testing::Not(told)) << "a brain bank";
}

TEST(UnreadColumnTest, IsReported) {
  const Reading reading = ReadTables({{"p.csv",
                                       "id,sex,born,seizures,hpo,note,,score\n"
                                       "A,F,,ja,HP:0001250,walks,odd,1.5\nB,M,,nein,,NA,,2\nC,M,,ja,,talks,,\n"}},
                                     kOne);
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("p.csv 0  /p/seizures: 3 cells such as \"ja\" and \"nein\", which no question finds",
                          "p.csv 0  /p/hpo: 1 cell such as \"HP:0001250\", which no question finds",
                          "p.csv 0  /p/: 1 cell such as \"odd\", which no question finds"));
  ASSERT_EQ(reading.report.remarks.size(), 3u);
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("codes, which no rule of the mapping reads"));
  EXPECT_THAT(reading.report.remarks[1].what, HasSubstr("without a name"));
  EXPECT_THAT(reading.report.remarks[2].what, HasSubstr("answers, yes and no")) << "what is mostly harmless comes last";
}

TEST(UnreadColumnTest, WhatMayDenyRowsOfTheTableComesFirst) {
  EXPECT_TRUE(Of({"definite", "refuted"}).HasExclusions(false));
  EXPECT_TRUE(Of({"confirmed", "suspected"}).HasExclusions(false));
  EXPECT_TRUE(Of({"ok", "entered-in-error"}).HasExclusions(false));
  EXPECT_FALSE(Of({"positive", "negative"}).HasExclusions(false));
  EXPECT_FALSE(Of({"emergency", "planned"}).HasExclusions(false));
  EXPECT_TRUE(Of({"given", "planned"}).HasExclusions(true));
  EXPECT_TRUE(Of({"self", "mother"}).HasRelatives());
  EXPECT_FALSE(Of({"self", "refuted"}).HasRelatives());
  const Reading reading = ReadTables({{"d.csv",
                                       "id,icd,culture,gram,informant,admission,kind\n"
                                       "1,OMIM:1,negative,negative,mother,planned,definite\n"
                                       "2,OMIM:1,positive,negative,self,emergency,refuted\n"}},
                                     R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
                                         "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})");
  std::vector<std::string> names;
  for (const ImportRemark& remark : reading.report.remarks) {
    for (const auto& value : remark.values) names.push_back(value.value);
  }
  EXPECT_THAT(names, ElementsAre("kind", "culture", "gram", "informant", "admission"));
}

TEST(UnreadColumnTest, OrdinaryWordsComeFirstOnlyWhereTheNameAsksForThem) {
  const auto whats = [](const std::string& name, const std::string& one, const std::string& two) {
    const Reading reading = ReadTables({{"d.csv", "id,dm," + name + "\n1,1," + one + "\n2,1," + two + "\n"}},
                                       R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
                       "diseases": {"from": "/d/*", "when": "/dm", "fields": {"term": {"const": "OMIM:1"}}}})");
    std::vector<std::string> said;
    for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
    return said;
  };
  const auto last = ElementsAre(HasSubstr("mostly of something else"));
  EXPECT_THAT(whats("smoking", "current", "past"), last);
  EXPECT_THAT(whats("employment", "working", "on leave"), last);
  EXPECT_THAT(whats("lab_status", "preliminary", "final"), last);
  EXPECT_THAT(whats("living_with", "partner", "family"), last);
  EXPECT_THAT(whats("next_of_kin", "mother", "father"), last);
  EXPECT_THAT(whats("smoking", "never", "current"), IsEmpty());
  EXPECT_THAT(whats("employment", "retired", "employed"), IsEmpty());
  const auto first = ElementsAre(HasSubstr("words that exclude"));
  EXPECT_THAT(whats("x", "suspected", "confirmed"), first);
  EXPECT_THAT(whats("x", "rule-out", "definite"), first);
  EXPECT_THAT(whats("x", "ruled out", "definite"), first);
  EXPECT_THAT(whats("x", "Verdacht auf", "gesichert"), first);
  for (const char* in_short : {"V.a.", "V. a.", "Z.n.", "r/o"})
    EXPECT_THAT(whats("x", in_short, "gesichert"), first) << in_short;
  EXPECT_THAT(whats("x", "VA", "NY"), IsEmpty());
  EXPECT_THAT(whats("status", "preliminary", "final"), first);
  EXPECT_THAT(whats("dx_status", "possible", "definite"), first);
  EXPECT_THAT(whats("x", "family history", "own"), ElementsAre(HasSubstr("words for relatives")));
  EXPECT_THAT(whats("relationship", "mother", "self"), ElementsAre(HasSubstr("words for relatives")));
}

TEST(UnreadColumnTest, AnswersInAnyLanguageComeLast) {
  for (const char* cells : {"ja\n2,OMIM:1,nein", "oui\n2,OMIM:1,non", "pos\n2,OMIM:1,neg", "tak\n2,OMIM:1,nie",
                            "Ja\n2,OMIM:1,Nej", "1\n2,OMIM:1,0", "yes\n2,OMIM:1,no", "vrai\n2,OMIM:1,faux"}) {
    const auto whats = [&](const std::string& name) {
      const Reading reading = ReadTables({{"d.csv", "id,icd," + name + "\n1,OMIM:1," + cells + "\n"}},
                                         R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
                                             "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})");
      std::vector<std::string> said;
      for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
      return said;
    };
    EXPECT_THAT(whats("raucher"), ElementsAre(HasSubstr("column of a table with answers"))) << cells;
    EXPECT_THAT(whats("Diagnosesicherheit_Code"), ElementsAre(HasSubstr("words that exclude"))) << cells;
  }
  EXPECT_FALSE(Of({"ja", "nein"}).HasExclusions(false));
  EXPECT_TRUE(Of({"confirmed", "refuted"}).HasExclusions(false)) << "they are no answers to a question of their own";
  EXPECT_TRUE(Of({"confirmado", "descartado"}).HasExclusions(false));
}

TEST(UnreadColumnTest, WhatAnotherTableOfTheFileReadsOrTellsThePolarityIsRead) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"e.csv", "id,kind,term,crp,status\n1,,HP:0001250,,present\n1,lab,,1,\n"}}, R"({
    "tables": {"base": {"files": "e.csv", "id": "id", "when": {"kind": ""}},
               "labs": {"files": "e.csv", "id": "id", "when": {"kind": "lab"}}},
    "phenotypes": {"from": "/base/*", "fields": {"term": "/term"}},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp"}}})")),
              IsEmpty());
}

TEST(UnreadColumnTest, WhatNoRuleLooksAtIsReportedWhateverItIsCalled) {
  const auto problems = [](const std::string& text, bool one, const std::string& term) {
    return ProblemsOf(ReadTables({{"t.csv", text}}, R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": )" +
                                                        std::string(one ? "true" : "false") +
                                                        R"(}}, "diseases": {"from": ")" + (one ? "/t" : "/t/*") +
                                                        R"(", "when": "/dm", "fields": {"term": )" + term + "}}}"));
  };
  const std::string constant = R"({"const": "ICD10:E11"})";
  // Of people who are left out of a study, and of rows of a code that stands in the mapping.
  EXPECT_THAT(problems("id,dm,excluded\n1,1,0\n2,1,1\n", true, constant),
              ElementsAre(HasSubstr("/t/excluded: 2 cells")));
  EXPECT_THAT(problems("id,dm,status\n1,1,confirmed\n2,1,ruled out\n", false, constant),
              ElementsAre(HasSubstr("/t/status: 2 cells")));
  EXPECT_THAT(problems("id,dm,icd,status\n1,1,OMIM:1,enrolled\n2,1,OMIM:1,screen failure\n", true, R"("/icd")"),
              ElementsAre(HasSubstr("/t/status: 2 cells")));
  // What a rule looks at is told by the rows that it does not make.
  EXPECT_THAT(problems("id,dm,icd,status\n1,1,OMIM:1,confirmed\n2,1,OMIM:1,present\n", false, R"("/icd")"), IsEmpty());
}

TEST(UnreadColumnTest, AStatusOfRowsWithoutPolarityIsReported) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"l.csv", "id,crp,status\n1,5,final\n2,7,entered-in-error\n"}}, R"({
    "tables": {"l": {"files": "l.csv", "id": "id"}},
    "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp"}}})")),
              ElementsAre(HasSubstr("l.csv 0  /l/status: 2 cells such as \"final\" and \"entered-in-error\"")));
}

TEST(UnreadColumnTest, DiagnosesBesideThoseThatAreReadAreReported) {
  constexpr char kDiagnoses[] = R"({
      "tables": {"d": {"files": "d.csv", "id": "id", "columns": {"icd": {"prefix": "ICD10:"}}}},
      "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,secondary\n1,E11.9,I10\n2,I10,N18.3\n"}}, kDiagnoses)),
              ElementsAre(HasSubstr("/d/secondary: 2 cells such as \"I10\" and \"N18.3\"")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,ward\n1,E11.9,A12\n2,I10,east\n"}}, kDiagnoses)), IsEmpty());
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,well\n1,E11.9,A12\n2,I10,H03\n"}}, kDiagnoses)), IsEmpty());
}

TEST(UnreadColumnTest, ACertaintyByItsNameIsReported) {
  constexpr char kDiagnoses[] = R"({"tables": {"d": {"files": "d.csv", "id": "id"}},
      "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})";
  EXPECT_THAT(
      ProblemsOf(ReadTables({{"d.csv", "id,icd,Diagnosesicherheit_Code\n1,OMIM:1,G\n2,OMIM:1,V\n"}}, kDiagnoses)),
      ElementsAre(HasSubstr("/d/Diagnosesicherheit_Code: 2 cells such as \"G\" and \"V\"")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,ward\n1,OMIM:1,G\n2,OMIM:1,V\n"}}, kDiagnoses)), IsEmpty());
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,size_uncertainty,suspected_onset\n1,OMIM:1,0.1,2020-01-05\n"}},
                                    kDiagnoses)),
              IsEmpty());
}

TEST(UnreadColumnTest, ComparatorsUnitsAndEndsOfConsentsAreNamed) {
  EXPECT_TRUE(Of({"<", ">=", "<"}).HasComparators());
  EXPECT_FALSE(Of({"<", "5"}).HasComparators());
  EXPECT_TRUE(Of({"4172703", "4171756"}).HasComparators()) << "OMOP";
  EXPECT_TRUE(Of({"E", "L", "GE"}).HasComparators()) << "i2b2";
  EXPECT_FALSE(Of({"L", "E"}).HasComparators()) << "may be sides";
  EXPECT_FALSE(Of({"H", "L"}).HasComparators()) << "flags";
  EXPECT_FALSE(Of({"=", "="}).HasComparators()) << "exact";
  EXPECT_FALSE(Of({"4172703"}).HasComparators()) << "exact, of OMOP";
  EXPECT_TRUE(Of({"EQ", "LT", "TX", "OT"}).HasComparators()) << "PCORnet, with results that are texts";
  EXPECT_FALSE(Of({"NE", "TX"}).HasComparators()) << "states";
  EXPECT_FALSE(Of({"EQ", "TX"}).HasComparators()) << "exact";
  EXPECT_FALSE(Of({"TX", "UN"}).HasComparators());
  EXPECT_FALSE(Of({}).HasComparators());
  const auto whats = [](const std::string& text, const std::string& rules) {
    const Reading reading =
        ReadTables({{"p.csv", text}}, R"({"tables": {"p": {"files": "p.csv", "id": "id"}}, )" + rules + "}");
    std::vector<std::string> said;
    for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
    return said;
  };
  const std::string consents = R"("consents": {"from": "/p/*", "fields": {"status": "/consent", "date": "/given"}})";
  const std::string values =
      R"("measurements": {"from": "/p/*", "fields": {"assay": {"const": "X:1"}, "value": "/v", "unit": {"const": "g/L"}}})";
  EXPECT_THAT(whats("id,consent,given,withdrawn_on\n1,yes,2020-01-01,2021-01-01\n2,yes,2020-01-01,\n", consents),
              ElementsAre(HasSubstr("may tell of the end of a consent")));
  EXPECT_THAT(whats("id,v,op\n1,5,<\n2,5,=\n", values), ElementsAre(HasSubstr("column of comparators")));
  EXPECT_THAT(whats("id,v,Unit\n1,5,umol/L\n2,5,g/L\n", values), ElementsAre(HasSubstr("column of units")));
  for (const char* unread :
       {"hba1c_unit\n1,5,%\n2,53,mmol/mol", "LBORRESU\n1,5,kg\n", "lab\n1,5,mg/dL\n2,7,mmol/L\n"}) {
    EXPECT_THAT(whats(std::string("id,v,") + unread, values), ElementsAre(HasSubstr("column of units"))) << unread;
  }
  for (const char* country :
       {"country_of_birth\n1,5,GE\n2,5,LT\n", "Land\n1,5,NE\n", "nationality\n1,5,GT\n2,5,GE\n"}) {
    EXPECT_THAT(whats(std::string("id,v,") + country, values), IsEmpty()) << country;
  }
  EXPECT_THAT(whats("id,v,op\n1,5,GE\n2,5,LT\n", values), ElementsAre(HasSubstr("column of comparators")));
  EXPECT_THAT(whats("id,sex,where\n1,f,GE\n2,m,LT\n", R"("individual": {"sex": "/p/*/sex"})"), IsEmpty())
      << "where no number stands there is nothing to compare";
  EXPECT_THAT(whats("id,v,unit\n1,5,4B\n2,5,12A\n", values), IsEmpty()) << "wards";
  EXPECT_THAT(whats("id,v,unit\n1,5,10*9/L\n", values), ElementsAre(HasSubstr("column of units")));
  EXPECT_THAT(whats("id,v,unit\n1,5,ICU\n2,5,Nephrology\n", values), IsEmpty());
  EXPECT_THAT(whats("id,v,care_unit\n1,5,ICU\n2,5,ward\n", values), IsEmpty());
  EXPECT_THAT(whats("id,v,side\n1,5,m\n2,5,g\n", values), IsEmpty());
  EXPECT_THAT(
      whats("id,v,u,unit_in_words\n1,5,mg/dL,mg/dL\n",
            R"("measurements": {"from": "/p/*", "fields": {"assay": {"const": "X:1"}, "value": "/v", "unit": "/u"}})"),
      IsEmpty());
  EXPECT_THAT(whats("id,v,expires_on\n1,5,2020-01-01\n", values), IsEmpty());
}

TEST(UnreadColumnTest, PeopleWhoWithdrewAndRowsThatWereReplacedAreNamed) {
  const auto whats = [](const std::string& text) {
    std::vector<std::string> said;
    const Reading reading =
        ReadTables({{"p.csv", text}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                               "individual": {"sex": "/p/sex"}})");
    for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
    return said;
  };
  for (const char* name : {"withdrawal_date", "date_withdrawn", "widerruf", "opt_out"}) {
    EXPECT_THAT(whats(std::string("id,sex,") + name + "\n1,F,2020-01-01\n2,M,\n"),
                ElementsAre(HasSubstr("may tell that people withdrew")))
        << name;
  }
  for (const char* name : {"merged_into", "duplicate_of", "replaced_by", "deleted_at"}) {
    EXPECT_THAT(whats(std::string("id,sex,") + name + "\n1,F,\n2,M,2019\n"),
                ElementsAre(HasSubstr("may tell of rows that count no more")))
        << name;
  }
  for (const char* cells : {"1,F,yes\n2,M,no\n", "1,F,0\n2,M,1\n", "1,F,Y\n2,M,\n", "1,F,ja\n2,M,nein\n"}) {
    for (const char* name : {"withdrawn", "opt_out", "consent_withdrawn", "Widerruf"}) {
      EXPECT_THAT(whats(std::string("id,sex,") + name + "\n" + cells),
                  ElementsAre(HasSubstr("may tell that people withdrew")))
          << name << cells;
    }
    for (const char* name :
         {"deleted", "is_merged", "record_deleted_flag", "voided", "cancelled", "storniert", "is_duplicate"}) {
      EXPECT_THAT(whats(std::string("id,sex,") + name + "\n" + cells),
                  ElementsAre(HasSubstr("may tell of rows that count no more")))
          << name << cells;
    }
    for (const char* name : {"alcohol_withdrawal", "drug_withdrawn", "1p19q_codeleted", "gene_deleted"}) {
      EXPECT_THAT(whats(std::string("id,sex,") + name + "\n" + cells),
                  ElementsAre(HasSubstr("column of a table with answers")))
          << name << cells;
    }
  }
  for (const char* name : {"withdrawn", "opt_out", "deleted"}) {
    EXPECT_THAT(whats(std::string("id,sex,") + name + "\n1,F,no\n2,M,no\n"),
                ElementsAre(HasSubstr("column of a table with answers")))
        << "nobody did: " << name;
  }
  EXPECT_THAT(whats("id,sex,seizures,hpo,opt_out\n1,F,yes,HP:0001250,no\n2,M,no,HP:0001250,yes\n"),
              ElementsAre(HasSubstr("may tell that people withdrew"), HasSubstr("deny or codes"),
                          HasSubstr("column of a table with answers")));
  for (const char* name : {"alcohol_withdrawal", "discharge_disposition", "deletion"}) {
    EXPECT_THAT(whats(std::string("id,sex,") + name + "\n1,F,home\n2,M,severe\n"), IsEmpty()) << name;
  }
}

TEST(UnreadColumnTest, WhenRowsWereCancelledIsNamed) {
  const auto whats = [](const std::string& rows) {
    std::vector<std::string> said;
    const Reading reading = ReadTables({{"p.csv", "id,icd,void_date\n" + rows}},
                                       R"({"tables": {"p": {"files": "p.csv", "id": "id"}},
                                           "diseases": {"from": "/p/*", "fields": {"term": "/icd"}}})");
    for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
    return said;
  };
  EXPECT_THAT(whats("1,OMIM:1,\n2,OMIM:1,2020-02-03\n"), ElementsAre(HasSubstr("rows that count no more")));
  // All have it: a diary.
  EXPECT_THAT(whats("1,OMIM:1,2020-02-01\n2,OMIM:1,2020-02-03\n"), IsEmpty());
  EXPECT_THAT(whats("1,OMIM:1,\n2,OMIM:1,\n"), IsEmpty());
}

TEST(UnreadColumnTest, CodesThatDenyAreNamedWithTheirMeaning) {
  const auto told = [](const std::string& column, const std::string& rule) {
    std::vector<std::string> said;
    const Reading reading = ReadTables({{"d.csv", "id,icd,v," + column}},
                                       R"({"tables": {"d": {"files": "d.csv", "id": "id"}}, )" + rule + "}");
    for (const ImportRemark& remark : reading.report.remarks) {
      if (!remark.examples.empty()) said.push_back(remark.what + " | " + remark.examples.front().reason);
    }
    return said;
  };
  constexpr char kDiseases[] = R"("diseases": {"from": "/d/*", "fields": {"term": "/icd"}})";
  constexpr char kResults[] = R"("measurements": {"from": "/d/*", "fields": {"assay": "/icd", "value": "/v"}})";
  using testing::AllOf;
  EXPECT_THAT(told("condition_status_concept_id\n1,OMIM:1,,32902\n2,OMIM:1,,32899\n", kDiseases),
              ElementsAre(AllOf(HasSubstr("words that exclude"),
                                HasSubstr("2 cells such as \"32902\" and \"32899\" (preliminary diagnosis)"))));
  EXPECT_THAT(told("relation\n1,OMIM:1,,Patient\n2,OMIM:1,,Mutter\n", kDiseases),
              ElementsAre(AllOf(HasSubstr("words for relatives"), HasSubstr("\"Mutter\" (mother)"))));
  EXPECT_THAT(told("invalid_reason\n1,OMIM:1,,\n2,OMIM:1,,D\n", kDiseases),
              ElementsAre(AllOf(HasSubstr("rows that count no more"), HasSubstr("such as \"D\" (deleted)"))));
  EXPECT_THAT(told("ResultStatus\n1,LOINC:2823-3,4,F\n2,LOINC:2823-3,5,X\n", kResults),
              testing::Contains(AllOf(HasSubstr("results, samples or variants that do not count"),
                                      HasSubstr("\"F\" and \"X\" (cancelled)"))));
  EXPECT_THAT(told("sex\n1,OMIM:1,,F\n2,OMIM:1,,M\n", kDiseases), IsEmpty());
}

TEST(UnreadColumnTest, AScaleWithANoneBesideFeaturesComesFirst) {
  const auto whats = [](const std::string& column, const std::string& rules, const std::string& one = "false") {
    std::vector<std::string> said;
    const Reading reading =
        ReadTables({{"d.csv", "id,hpo," + column}},
                   R"({"tables": {"d": {"files": "d.csv", "id": "id", "one": )" + one + "}}, " + rules + "}");
    for (const ImportRemark& remark : reading.report.remarks) said.push_back(remark.what);
    return said;
  };
  constexpr char kFeatures[] = R"("phenotypes": {"from": "/d/*", "fields": {"term": "/hpo"}})";
  const auto first = ElementsAre(HasSubstr("words that exclude"));
  EXPECT_THAT(whats("severity\n1,HP:0001250,mild\n2,HP:0001250,none\n", kFeatures), first);
  EXPECT_THAT(whats("grade\n1,HP:0001250,2\n2,HP:0001250,0\n", kFeatures), first);
  EXPECT_THAT(whats("frequency\n1,HP:0001250,daily\n2,HP:0001250,never\n", kFeatures), first);
  EXPECT_THAT(whats("severity\n1,HP:0001250,mild\n2,HP:0001250,severe\n", kFeatures), IsEmpty());
  // Of a person, of how bad a reaction to a drug was, and of what a rule reads.
  EXPECT_THAT(whats("severity\n1,HP:0001250,mild\n2,HP:0001250,none\n",
                    R"("phenotypes": {"from": "/d", "fields": {"term": "/hpo"}})", "true"),
              IsEmpty());
  EXPECT_THAT(
      whats("severity\n1,OMIM:1,mild\n2,OMIM:1,none\n", R"("diseases": {"from": "/d/*", "fields": {"term": "/hpo"}})"),
      IsEmpty());
  EXPECT_THAT(whats("severity\n1,a,mild\n2,a,none\n", R"("diseases": {"from": "/d/*", "when": {"/hpo": ["a"]},
                                                            "fields": {"term": {"const": "OMIM:1"}}})"),
              first);
  EXPECT_THAT(whats("severity\n1,ATC:A10BA02,mild\n2,ATC:A10BA02,none\n",
                    R"("treatments": {"from": "/d/*", "fields": {"agent": "/hpo"}})"),
              IsEmpty());
}

TEST(UnreadColumnTest, ConceptsOfOmopAndTypesOfI2b2AreNoAnswers) {
  const auto problems = [](const std::string& column) {
    return ProblemsOf(ReadTables({{"p.csv", "id,sex," + column}},
                                 R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                                     "individual": {"sex": "/p/sex"}})"));
  };
  EXPECT_THAT(problems("value_as_concept_id\n1,F,0\n2,M,0\n"), IsEmpty());
  EXPECT_THAT(problems("valtype_cd\n1,F,N\n2,M,N\n"), IsEmpty());
  EXPECT_THAT(problems("died\n1,F,0\n2,M,0\n"), ElementsAre(HasSubstr("/p/died")));
}

TEST(UnreadColumnTest, BehavioursOfTumours) {
  EXPECT_NE(Of({"8500/3", "8500/2"}).OtherBehaviour("code"), nullptr);
  EXPECT_EQ(Of({"8500/3", "8140/3"}).OtherBehaviour("code"), nullptr);
  EXPECT_EQ(Of({"8500/3", "8500/2", "none"}).OtherBehaviour("code"), nullptr);
  EXPECT_NE(Of({"85003", "85002"}).OtherBehaviour("histology_icdo3"), nullptr);
  EXPECT_EQ(Of({"85003", "85002"}).OtherBehaviour("postcode"), nullptr);
  const auto problems = [](const std::string& column, const std::string& cells) {
    const size_t comma = cells.find(',');
    const Reading reading = ReadTables({{"t.csv", "id,icd," + column + "\nA,C50.9," + cells.substr(0, comma) +
                                                      "\nB,C50.9," + cells.substr(comma + 1) + "\n"}},
                                       R"({"tables": {"t": {"files": "t.csv", "id": "id",
          "columns": {"icd": {"prefix": "ICD10:"}}}}, "diseases": {"from": "/t/*", "fields": {"term": "/icd"}}})");
    return ProblemsOf(reading);
  };
  EXPECT_THAT(problems("behaviour", "3,2"), ElementsAre(HasSubstr("\"3\" and \"2\" (in situ)")));
  EXPECT_THAT(problems("morphology", "8500/3,8500/2"), ElementsAre(HasSubstr("\"8500/2\" (in situ)")));
  EXPECT_THAT(problems("behaviour", "3,3"), IsEmpty());
  EXPECT_THAT(problems("grade", "3,2"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
