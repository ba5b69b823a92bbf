// Codes and words as sources write them, from import to counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "muster/catalogue.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

class CodesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = testing::TempDir() + "muster_codes_XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    auto opened = Catalogue::Open(folder_ + "/catalogue", {.create_if_missing = true});
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = *std::move(opened);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  // A phenopacket with these diseases.
  static std::string Packet(const std::string& id, const std::vector<std::string>& codes) {
    std::string text = R"({"id": ")" + id + R"(", "subject": {"sex": "FEMALE"}, "diseases": [)";
    for (size_t i = 0; i < codes.size(); ++i) {
      text += (i > 0 ? ", " : "") + (R"({"term": {"id": ")" + codes[i] + R"("}})");
    }
    return text + "]}\n";
  }
  ImportReport Import(const std::string& text) {
    const absl::StatusOr<ImportReport> report = catalogue_->ImportText(text, {});
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : ImportReport();
  }
  Answer Ask(const std::string& query) {
    const absl::StatusOr<std::vector<Answer>> result = catalogue_->Query(query);
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? result->front() : Answer();
  }
  // The first column as text.
  std::vector<std::string> List(const std::string& query) {
    std::vector<std::string> texts;
    const Answer answer = Ask(query);
    for (const Diagnostic& diagnostic : answer.diagnostics) texts.push_back(diagnostic.message);
    if (!answer.table.has_value()) return texts;
    for (const auto& row : answer.table->rows) texts.push_back(std::get<std::string>(row[0]));
    return texts;
  }
  // A row as text, with '|' between cells.
  static std::string Text(const std::vector<Cell>& row) {
    std::string text;
    for (const Cell& cell : row) {
      if (!text.empty()) text += "|";
      if (const auto* words = std::get_if<std::string>(&cell)) text += *words;
      if (const auto* number = std::get_if<int64_t>(&cell)) text += std::to_string(*number);
    }
    return text;
  }

  std::string folder_;
  std::unique_ptr<Catalogue> catalogue_;
};

TEST_F(CodesTest, ACodeStandsForWhatIsBelowItByItsSpelling) {
  Import(Packet("a", {"ICD10:E11"}) + Packet("b", {"ICD10:E119"}) + Packet("c", {"ICD-10:E11.2+"}) +
         Packet("d", {"ICD10:I10X"}) + Packet("e", {"ICD10CM:K50.90"}) + Packet("f", {"ICD9:25000"}));
  EXPECT_THAT(List("list individuals where has disease ICD10:E11"), UnorderedElementsAre("a", "b", "c"));
  EXPECT_THAT(List("list individuals where not has disease ICD10:E11"), UnorderedElementsAre("d", "e", "f"));
  EXPECT_THAT(List("list individuals where has disease exactly ICD10:E11"), ElementsAre("a"));
  EXPECT_THAT(List("list individuals where has disease ICD10:E10-E14"), UnorderedElementsAre("a", "b", "c"));
  EXPECT_THAT(List("list individuals where has disease ICD10:I10"), ElementsAre("d"));
  EXPECT_THAT(List("list individuals where has disease ICD9:250"),
              ElementsAre(HasSubstr("codes only, which ICD9:250 does not reach"), "f"));
  // A level that no record has itself.
  EXPECT_THAT(List("list individuals where has disease ICD10CM:K50"), ElementsAre("e"));
  const Answer groups = Ask("count individuals by disease in groups (diabetes = ICD10:E11)");
  ASSERT_TRUE(groups.table.has_value());
  EXPECT_EQ(Text(groups.table->rows.at(0)), "diabetes|3");
}

TEST_F(CodesTest, ABeginningThatIsNoLevelSaysWhatThereIs) {
  Import(Packet("a", {"ICD10:I10"}) + Packet("b", {"ICD10:I11.9"}));
  const Answer answer = Ask("count individuals where has disease ICD10:I1");
  ASSERT_EQ(answer.diagnostics.size(), 1u);
  EXPECT_EQ(answer.diagnostics[0].severity, Severity::kError);
  EXPECT_THAT(answer.diagnostics[0].hints, IsSupersetOf({"codes that begin so: ICD10:I10, ICD10:I11.9",
                                                         "all that begin so: starts with \"ICD10:I1\""}));
}

TEST_F(CodesTest, MarkersAreNoCodes) {
  Import(Packet("a", {"NA", "MONDO:", "MONDO:unknown", "not applicable", "-", "NCIT:C17998"}) +
         Packet("b", {"MONDO:0005148"}));
  EXPECT_THAT(List("list individuals where has disease"), ElementsAre("b"));
  const auto note = testing::HasSubstr("1 of 2 individuals has no disease recorded");
  EXPECT_THAT(List("list individuals where not has disease"), ElementsAre(note, "a"));
}

TEST_F(CodesTest, SynonymsOfWordsCanBeAskedFor) {
  Import(R"({"id": "a", "subject": {"sex": "F"}})"
         "\n"
         R"({"id": "b", "subject": {"sex": "zzz"}})"
         "\n"
         R"({"id": "c", "subject": {"sex": "M"}})");
  const auto note = testing::HasSubstr("sex is recorded of only 2 of 3 individuals");
  EXPECT_THAT(List("list individuals where sex is F"), ElementsAre(note, "a"));
  EXPECT_THAT(List("list individuals where sex is not male"), ElementsAre(note, "a"));  // b is not known
}

TEST_F(CodesTest, UnknownCodesAreListedAndReported) {
  const ImportReport report =
      Import("format-version: 1.2\n\n[Term]\nid: MONDO:0005148\nname: type 2 diabetes mellitus\n");
  EXPECT_EQ(report.ontologies, 1u);
  const ImportReport people =
      Import(Packet("a", {"Type 2 Diabetes Mellitus", "MONDO:0005148"}) + Packet("b", {"MNDO:0005148", "ICD10:E11"}) +
             Packet("c", {"MONDO:9999999", "MNDO:0005148"}));
  const Answer answer = Ask("show unknown codes");
  ASSERT_TRUE(answer.table.has_value());
  std::vector<std::string> rows;
  for (const auto& row : answer.table->rows) rows.push_back(Text(row));
  EXPECT_THAT(rows,
              testing::Contains(
                  "disease|term|MNDO:0005148||2|1|no code of a known system|MONDO:0005148 type 2 diabetes mellitus"))
      << testing::PrintToString(rows);
  EXPECT_THAT(rows, testing::Contains(HasSubstr(
                        "disease|term|Type 2 Diabetes Mellitus||1|1|a name; taken as the nearest|MONDO:0005148")));
  EXPECT_THAT(List("list individuals where has disease MONDO:0005148"), ElementsAre("a"));
  EXPECT_THAT(rows, testing::Contains(HasSubstr("disease|term|MONDO:9999999||1|1|not in the loaded ontology")));
  EXPECT_THAT(rows, testing::Contains("disease|term|ICD10:...||1|1|no ontology of the system is loaded|"));
  const auto remark = std::find_if(people.remarks.begin(), people.remarks.end(), [](const ImportRemark& each) {
    return each.what == "codes in the catalogue that no loaded ontology knows";
  });
  ASSERT_NE(remark, people.remarks.end());
  EXPECT_EQ(remark->count, 4u);
  EXPECT_EQ(remark->values.at(0).value, "MNDO:0005148");
}

TEST_F(CodesTest, WhatImportsThoughtIsKept) {
  Import(Packet("a", {"NA"}));
  Import(R"({"subject": {}})"
         "\n"
         R"({"id": "b", "subject": {"sex": "zzz"}})");
  catalogue_.reset();
  auto opened = Catalogue::Open(folder_ + "/catalogue", {});
  ASSERT_TRUE(opened.ok()) << opened.status();
  catalogue_ = *std::move(opened);
  const absl::StatusOr<CatalogueInfo> info = catalogue_->Info();
  ASSERT_TRUE(info.ok());
  ASSERT_EQ(info->imports.size(), 2u);
  const ImportReport& last = info->imports[1];
  EXPECT_EQ(last.catalogue_version, info->version);
  EXPECT_EQ(last.rejected, 1u);
  ASSERT_EQ(last.remarks.size(), 2u);
  EXPECT_EQ(last.remarks[0].what, "the record has no id");
  EXPECT_THAT(last.remarks[0].advice, HasSubstr("identity"));
  EXPECT_EQ(last.remarks[1].values.at(0).value, "zzz");
  EXPECT_EQ(last.remarks[1].examples.at(0).line, 2u);
  const Answer answer = Ask("show imports");
  ASSERT_TRUE(answer.table.has_value());
  EXPECT_EQ(answer.table->rows.size(), 5u);
}

TEST_F(CodesTest, TermsLikeFindsLabelsOfTheData) {
  Import(
      R"({"id": "a", "subject": {}, "diseases": [{"term": {"id": "ICD10:E11", "label": "Type 2 diabetes mellitus"}}]})");
  EXPECT_THAT(List("terms like \"diabetes\""), ElementsAre("ICD10:E11"));
}

// The remark of this kind; empty when there is none.
ImportRemark RemarkOf(const ImportReport& report, const std::string& what) {
  for (const ImportRemark& remark : report.remarks) {
    if (remark.what == what) return remark;
  }
  return {};
}

std::string WithLabel(const std::string& id, const std::string& code, const std::string& label) {
  return R"({"id": ")" + id + R"(", "subject": {}, "diseases": [{"term": {"id": ")" + code + R"(", "label": ")" +
         label + R"("}}]})" + "\n";
}

TEST_F(CodesTest, ALabelThatNamesAnotherTermIsReported) {
  Import(
      "format-version: 1.2\n\n[Term]\nid: HP:0001250\nname: Seizure\nsynonym: \"Epileptic fit\" EXACT []\n\n"
      "[Term]\nid: HP:0000252\nname: Microcephaly\n");
  const ImportReport report =
      Import(WithLabel("a", "HP:0001250", "Microcephaly") + WithLabel("b", "HP:0001250", "microcephaly") +
             WithLabel("c", "HP:0001250", "Epileptic fit") + WithLabel("d", "HP:0001250", "Krampf") +
             WithLabel("e", "HP:0000252", "Microcephaly"));
  const ImportRemark remark = RemarkOf(report, "label that is the name of another term than its code");
  EXPECT_EQ(remark.count, 2u);
  ASSERT_EQ(remark.examples.size(), 2u);
  EXPECT_EQ(remark.examples[0].line, 1u);
  EXPECT_EQ(remark.examples[0].id, "a");
  EXPECT_EQ(remark.examples[0].value, "HP:0001250 \"Microcephaly\"");
  EXPECT_EQ(remark.examples[0].reason, "HP:0001250 is \"Seizure\"; \"Microcephaly\" is HP:0000252");
  EXPECT_FALSE(remark.advice.empty());
  // One label in another language is none of several.
  EXPECT_EQ(RemarkOf(report, "code that comes with several labels").count, 0u);
  // The catalogue keeps what was said.
  const absl::StatusOr<CatalogueInfo> info = catalogue_->Info();
  ASSERT_TRUE(info.ok());
  EXPECT_EQ(RemarkOf(info->imports.back(), remark.what).count, 2u);
}

TEST_F(CodesTest, ALabelThatDeniesIsReportedUnlessTheNameOfItsCodeDoes) {
  Import(
      "format-version: 1.2\n\n[Term]\nid: HP:0410293\nname: Absent isohemagglutinin level\n\n"
      "[Term]\nid: HP:0000252\nname: Microcephaly\n");
  const ImportReport report = Import(WithLabel("a", "HP:0410293", "Absent circulating isohemagglutinin") +
                                     WithLabel("b", "HP:0000252", "Absent small head"));
  const ImportRemark remark =
      RemarkOf(report, "label that says of its code that it was not there, is not certain, or is a relative's");
  EXPECT_EQ(remark.count, 1u);
  ASSERT_EQ(remark.examples.size(), 1u);
  EXPECT_EQ(remark.examples[0].id, "b");
}

TEST_F(CodesTest, ALabelOfACodeThatHasSeveralIsAnsweredWithAWarning) {
  const ImportReport report = Import(WithLabel("a", "NCIT:C67109", "Indian") + WithLabel("b", "NCIT:C67109", "Mixed") +
                                     WithLabel("c", "NCIT:C67109", "mixed") + WithLabel("d", "NCIT:C1", "Other"));
  const ImportRemark remark = RemarkOf(report, "code that comes with several labels");
  EXPECT_EQ(remark.count, 3u);
  for (const char* label : {"Indian", "Mixed", "MIXED"}) {
    const Answer answer = Ask(std::string("list individuals where has disease \"") + label + "\"");
    ASSERT_TRUE(answer.table.has_value()) << label;
    EXPECT_EQ(answer.table->rows.size(), 3u);
    ASSERT_EQ(answer.diagnostics.size(), 1u) << label;
    EXPECT_EQ(answer.diagnostics[0].code, "shared-label");
    EXPECT_THAT(answer.diagnostics[0].message, HasSubstr("one of 2 labels that records give NCIT:C67109"));
  }
  EXPECT_TRUE(Ask("count individuals where has disease \"Other\"").diagnostics.empty());
  const Answer by_code = Ask("count individuals where has disease NCIT:C67109");
  ASSERT_EQ(by_code.diagnostics.size(), 1u);
  EXPECT_EQ(by_code.diagnostics[0].code, "no-hierarchy");
  const Answer counted = Ask("count individuals by disease");
  ASSERT_EQ(counted.diagnostics.size(), 1u);
  EXPECT_EQ(counted.diagnostics[0].code, "shared-label");
  EXPECT_THAT(counted.diagnostics[0].hints, ElementsAre("NCIT:C67109 is recorded as \"Indian\", \"Mixed\""));
}

TEST_F(CodesTest, LongerCodesAreFoundOrToldOf) {
  std::string records;
  for (const char* code :
       {"PHECODE:250",   "Phecode:250.2", "PheCode:250.21", "PHECODE:401.1", "ICD8:250",   "ICD-8:25000",
        "CIM-10-FR:E11", "CIM10FR:E119",  "SKS:DE11",       "SKS:DE119A",    "READ:C10..", "READ:C10E.",
        "READ:C1...",    "ICPC2:T90",     "ICPC2:T90.01",   "OMIM:100",      "OMIM:1001",  "MINE:7",
        "MINE:71",       "MINE:8",        "MINE:8.1"}) {
    records += WithLabel(code, code, "");
  }
  Import(records);
  const auto found = [this](const std::string& code) {
    const Answer answer = Ask("list individuals where has disease " + code);
    EXPECT_TRUE(answer.table.has_value()) << code;
    return answer.table.has_value() ? answer.table->rows.size() : 0;
  };
  EXPECT_EQ(found("PHECODE:250"), 3u);
  EXPECT_EQ(found("PHECODE:250.2"), 2u);
  EXPECT_EQ(found("ICD8:250"), 2u);
  EXPECT_EQ(found("ICD10FR:E11"), 2u);
  EXPECT_EQ(found("SKS:DE11"), 2u);
  EXPECT_EQ(found("ICPC2:T90"), 2u);
  const auto told = [this](const std::string& code) {
    std::string message;
    for (const auto& diagnostic : Ask("list individuals where not has disease " + code).diagnostics) {
      if (diagnostic.code == "no-hierarchy") message = diagnostic.message;
    }
    return message;
  };
  EXPECT_EQ(
      told("READ:C10.."),
      "it is not known which READ: codes lie below others, so READ:C10.. is this code alone; records have 1 other "
      "READ: code that begins so");
  EXPECT_NE(told("MINE:8"), "");
  for (const char* code :
       {"PHECODE:250", "ICD8:250", "ICD10FR:E11", "SKS:DE11", "ICPC2:T90.01", "OMIM:100", "MINE:7"}) {
    EXPECT_EQ(told(code), "") << code;
  }
}

// In whatever form a code is written.
TEST_F(CodesTest, LostHierarchiesAreToldInAllForms) {
  Import(
      R"({"id":"a","subject":{},"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"onset":{"age":{)"
      R"("iso8601duration":"P2Y"}}}],"diseases":[{"term":{"id":"ICD10:C50.1"},"primarySite":{"id":"UBERON:0000955"}}],)"
      R"("biosamples":[{"id":"s","histologicalDiagnosis":{"id":"NCIT:C3058"}}]})"
      "\n"
      R"({"id":"b","subject":{},"phenotypicFeatures":[{"type":{"id":"HP:0002197"}}],"diseases":[{"term":)"
      R"({"id":"ICD10:C50.2"},"primarySite":{"id":"UBERON:0002037"}}],"biosamples":[{"id":"s",)"
      R"("histologicalDiagnosis":{"id":"NCIT:C9385"}}]})"
      "\n");
  const auto told = [this](const std::string& query) {
    std::string notes;
    for (const auto& diagnostic : Ask(query).diagnostics) {
      if (diagnostic.severity == Severity::kError || diagnostic.code == "no-hierarchy") notes += diagnostic.message;
    }
    return notes;
  };
  EXPECT_EQ(
      told("define cohort k as individuals where has phenotype HP:0001250"),
      "no ontology with HP: codes is loaded, so HP:0001250 is this code alone, without what lies below it; records "
      "have 1 other HP: code");
  for (const char* query :
       {"count individuals where has phenotype with term is HP:0001250",
        "count individuals where has phenotype as x with term is HP:0001250",
        "count individuals where has phenotype as x and x.term is HP:0001250",
        "count individuals where has phenotype with term in (HP:0001250)",
        "count individuals where has disease ICD10:C50 or has phenotype HP:0001250",
        "count phenotypes where term is HP:0001250", "list phenotypes where term is not HP:0001250",
        "count individuals by phenotype HP:0001250", "count individuals by phenotype in groups (s = HP:0001250)",
        "summarise individuals of onset of phenotype HP:0001250"}) {
    EXPECT_EQ(told(query),
              "no ontology with HP: codes is loaded, so HP:0001250 is this code alone, without what lies below it; "
              "records have 1 other HP: code")
        << query;
  }
  EXPECT_THAT(told("count individuals where in k"), HasSubstr("in the definition of cohort 'k': no ontology with HP:"));
  EXPECT_THAT(told("count individuals where has sample with histology is NCIT:C3058"), HasSubstr("NCIT:C3058"));
  EXPECT_THAT(told("count individuals where has disease with primary site is UBERON:0000955"),
              HasSubstr("UBERON:0000955"));
  // Of each system once; what is exactly meant, or has its hierarchy in the code, needs none.
  EXPECT_EQ(told("count individuals where has phenotype HP:0001250 by phenotype HP:0002197"),
            told("count individuals where has phenotype HP:0001250"));
  for (const char* query : {"count individuals where has phenotype with term is exactly HP:0001250",
                            "count individuals where has disease with term is ICD10:C50",
                            "count individuals by disease in groups (b = ICD10:C50.1)"}) {
    EXPECT_EQ(told(query), "") << query;
  }
}

TEST_F(CodesTest, ALabelThatSaysMoreThanAnotherIsNamed) {
  const ImportReport report =
      Import(WithLabel("a", "NCIT:C2985", "Diabetes") + WithLabel("b", "NCIT:C2985", "Thought of diabetes"));
  const ImportRemark remark = RemarkOf(report, "code that comes with several labels");
  ASSERT_FALSE(remark.examples.empty());
  EXPECT_THAT(remark.examples[0].reason, HasSubstr("; \"Thought of diabetes\" says more than \"Diabetes\""));
}

TEST_F(CodesTest, LabelsOfImportsAddUpAndGoWithTheirCode) {
  EXPECT_EQ(RemarkOf(Import(WithLabel("a", "NCIT:C67109", "Indian")), "code that comes with several labels").count, 0u);
  EXPECT_EQ(RemarkOf(Import(WithLabel("b", "NCIT:C67109", "Mixed")), "code that comes with several labels").count, 1u);
  EXPECT_EQ(Ask("count individuals where has disease \"Indian\"").diagnostics.size(), 1u);
  ASSERT_TRUE(catalogue_->Delete("default", {"a", "b"}).ok());
  ASSERT_TRUE(catalogue_->Compact().ok());
  Import(WithLabel("c", "NCIT:C67109", "Mixed"));
  EXPECT_TRUE(Ask("count individuals where has disease \"Mixed\"").diagnostics.empty());
}

TEST_F(CodesTest, UnitsMayBeCalledAsPeopleLike) {
  const auto packet = [](const std::string& id, const std::string& label) {
    return R"({"id": ")" + id + R"(", "subject": {}, "measurements": [{"assay": {"id": "LOINC:718-7"}, "value": )" +
           R"({"quantity": {"value": 12, "unit": {"id": "UCUM:g/dL", "label": ")" + label + R"("}}}}]})" + "\n";
  };
  const ImportReport report = Import(packet("a", "gram per decilitre") + packet("b", "g/dL"));
  EXPECT_EQ(RemarkOf(report, "code that comes with several labels").count, 0u);
}

TEST_F(CodesTest, TermsOfHpoThatAreNoPhenotypesAreReported) {
  const auto packet = [](const std::string& id, const std::string& code) {
    return R"({"id": ")" + id + R"(", "subject": {}, "phenotypicFeatures": [{"type": {"id": ")" + code + "\"}}]}\n";
  };
  constexpr char kWhat[] = "phenotype by a term of HPO that is none: it is not below HP:0000118 Phenotypic abnormality";
  Import(
      "format-version: 1.2\n\n[Term]\nid: HP:0000001\nname: All\n\n"
      "[Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n"
      "[Term]\nid: HP:0001250\nname: Seizure\nis_a: HP:0000118\n\n"
      "[Term]\nid: HP:0000006\nname: Autosomal dominant inheritance\nis_a: HP:0000001\n\n"
      "[Term]\nid: HP:0012638\nname: in a slice, without parents\n");
  const ImportRemark remark =
      RemarkOf(Import(packet("a", "HP:0000006") + packet("b", "HP:0001250") + packet("c", "HP:0000118") +
                      packet("d", "HP:0012638") + packet("e", "HP:0000006")),
               kWhat);
  EXPECT_EQ(remark.count, 2u);
  ASSERT_EQ(remark.values.size(), 1u);
  EXPECT_EQ(remark.values[0].value, "HP:0000006 Autosomal dominant inheritance");
  EXPECT_EQ(RemarkOf(Import(packet("f", "HP:0001250")), kWhat).count, 0u);
}

// Of what a code has replaced the label is another, and no question is refused by it.
TEST_F(CodesTest, ACodeThatHasReplacedATermIsCalledAsItIs) {
  Import(R"(format-version: 1.2
ontology: hp
data-version: 1

[Term]
id: HP:0000118
name: Phenotypic abnormality

[Term]
id: HP:0000016
name: obsolete Urinary retention
is_obsolete: true
replaced_by: MONDO:0005148
)");
  const auto packet = [](const std::string& id, const std::string& term) {
    return R"({"id": ")" + id + R"(", "diseases": [{"term": {"id": ")" + term + "\"}}]}\n";
  };
  Import(packet("a", "HP:0000016") + packet("b", "MONDO:0005148"));
  for (const char* disease : {"MONDO:0005148", "MONDO:0005148 \"type 2 diabetes mellitus\""}) {
    const Answer answer = Ask(std::string("count individuals where has disease ") + disease);
    ASSERT_TRUE(answer.table.has_value()) << disease;
    EXPECT_EQ(Text(answer.table->rows.at(0)), "2") << disease;
  }
}

TEST_F(CodesTest, PartsAreNotBelowTheWholeAndAreTold) {
  Import(R"(format-version: 1.2
ontology: uberon
data-version: 1

[Term]
id: UBERON:0000955
name: brain

[Term]
id: UBERON:0002421
name: hippocampal formation
relationship: part_of UBERON:0000955 ! brain

[Term]
id: UBERON:0003881
name: CA1 field of hippocampus
intersection_of: UBERON:0000955
intersection_of: BFO:0000050 UBERON:0002421

[Term]
id: UBERON:0000178
name: blood
)");
  const auto packet = [](const std::string& id, const std::string& tissue) {
    return R"({"id": ")" + id + R"(", "biosamples": [{"id": "s)" + id + R"(", "sampledTissue": {"id": ")" + tissue +
           "\"}}]}\n";
  };
  Import(packet("a", "UBERON:0002421") + packet("b", "UBERON:0002421") + packet("c", "UBERON:0000178"));
  for (const char* brain : {"UBERON:0000955", "\"brain\""}) {
    const Answer answer = Ask(std::string("count individuals where has sample with tissue is ") + brain);
    ASSERT_TRUE(answer.table.has_value()) << brain;
    EXPECT_EQ(Text(answer.table->rows.at(0)), "0");
    const auto note = std::find_if(answer.diagnostics.begin(), answer.diagnostics.end(),
                                   [](const Diagnostic& each) { return each.code == "parts-left-out"; });
    ASSERT_NE(note, answer.diagnostics.end()) << brain;
    EXPECT_THAT(note->message, HasSubstr("2 records have parts of UBERON:0000955"));
    EXPECT_THAT(note->message, HasSubstr("UBERON:0002421"));
    EXPECT_THAT(note->hints, ElementsAre("in (UBERON:0000955, UBERON:0002421) asks for them as well"));
  }
  const auto notes = [&](const std::string& criterion) {
    const Answer answer = Ask("count individuals where " + criterion);
    EXPECT_TRUE(answer.table.has_value()) << criterion;
    return std::count_if(answer.diagnostics.begin(), answer.diagnostics.end(),
                         [](const Diagnostic& each) { return each.code == "parts-left-out"; });
  };
  EXPECT_EQ(notes("has sample UBERON:0000955"), 1);
  EXPECT_EQ(notes("has sample with tissue in (UBERON:0000955, UBERON:0002421)"), 0);
  EXPECT_EQ(notes("has sample with tissue is exactly UBERON:0002421"), 0);
  EXPECT_EQ(notes("has sample with tissue is UBERON:0000178"), 0);
  // Once there is a brain, the number is small, and the note the same.
  Import(packet("d", "UBERON:0003881"));
  EXPECT_EQ(Text(Ask("count individuals where has sample UBERON:0000955").table->rows.at(0)), "1");
  EXPECT_EQ(notes("has sample UBERON:0000955"), 1);
}

TEST_F(CodesTest, EditionsOfOneClassificationAreRemarkedOn) {
  const ImportReport report = Import(Packet("a", {"ICD10:E11.9"}) + Packet("b", {"ICD10GM:E11.90"}) +
                                     Packet("c", {"ICD10CM:E11.65", "ICD10:I10"}));
  const ImportRemark remark = RemarkOf(report, "field with codes of several editions of one classification");
  EXPECT_EQ(remark.count, 4u);
  ASSERT_EQ(remark.values.size(), 3u);
  EXPECT_EQ(remark.values[0].path, "disease term");
  const Answer answer = Ask("list individuals where has disease ICD10:E11");
  ASSERT_TRUE(answer.table.has_value());
  EXPECT_EQ(answer.table->rows.size(), 1u);
  ASSERT_EQ(answer.diagnostics.size(), 1u);
  EXPECT_EQ(answer.diagnostics[0].code, "other-edition");
  EXPECT_THAT(answer.diagnostics[0].hints,
              ElementsAre("in (ICD10:E11, ICD10CM:E11, ICD10GM:E11) asks for all of them"));
  EXPECT_TRUE(Ask("count individuals where has disease ICD10:I10").diagnostics.empty());
  const Answer all = Ask("count individuals where has disease in (ICD10:E11, ICD10CM:E11, ICD10GM:E11)");
  ASSERT_TRUE(all.table.has_value());
  EXPECT_EQ(Text(all.table->rows.at(0)), "3");
  // Another import of the same edition has nothing new to say.
  EXPECT_EQ(RemarkOf(Import(Packet("d", {"MONDO:0005148"})), remark.what).count, 0u);
}

TEST_F(CodesTest, ObsoleteCodesWithoutReplacementAreListed) {
  Import(
      "format-version: 1.2\n\n[Term]\nid: HP:0000118\nname: Abnormality\n\n"
      "[Term]\nid: HP:0000060\nname: obsolete Clitoral\nis_obsolete: true\nconsider: HP:0000118\n");
  const ImportReport report = Import(Packet("a", {"HP:0000060"}) + Packet("b", {"HP:0000118"}));
  const ImportRemark remark = RemarkOf(report, "codes in the catalogue that are obsolete, and that no term replaces");
  EXPECT_EQ(remark.count, 1u);
  const Answer answer = Ask("show unknown codes");
  ASSERT_TRUE(answer.table.has_value());
  ASSERT_EQ(answer.table->rows.size(), 1u);
  EXPECT_EQ(Text(answer.table->rows[0]),
            "disease|term|HP:0000060||1|1|obsolete, and nothing replaces it|HP:0000118 Abnormality");
  EXPECT_THAT(List("list individuals where has disease with term starts with \"HP:0000060\""), ElementsAre("a"));
}

}  // namespace
}  // namespace muster
