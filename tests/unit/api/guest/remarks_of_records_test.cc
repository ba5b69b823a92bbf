// Remarks that look at records, each where the embedding program gets it: guests do not, however many people it is
// about.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gtest/gtest.h"
#include "muster/guest.h"
#include "tests/support/own_folder.h"

namespace muster {
namespace {

struct RemarkOfRecords {
  std::string code;
  std::string mapping;
  std::string ontology;
  std::vector<std::string> people;  // the members of their records; sixty of each
  std::string text;
  std::string elsewhere = "";  // a text in which the criterion is no conjunct
};

// What a test that fails is printed with.
void PrintTo(const RemarkOfRecords& remark, std::ostream* out) { *out << remark.code; }

constexpr const char* kConsents = R"({"consents": {"from": "/consents/*", "fields": {
    "permission": "/p", "status": "/s", "date": "/d", "data use": "/u"}})";
constexpr const char* kWithStatus = R"({"diseases": {"from": "/diseases/*", "fields": {"status": "/status"}}})";
constexpr const char* kCancers = R"(format-version: 1.2
ontology: mondo

[Term]
id: MONDO:0005575
name: colorectal cancer
xref: OMIM:1 {source="MONDO:equivalentTo"}

[Term]
id: MONDO:0005835
name: Lynch syndrome
is_a: MONDO:0005575

[Term]
id: MONDO:0024331
name: colorectal carcinoma
is_a: MONDO:0005575
)";
constexpr const char* kBrain = R"(format-version: 1.2
ontology: uberon

[Term]
id: UBERON:0000955
name: brain

[Term]
id: UBERON:0002421
name: hippocampal formation
relationship: part_of UBERON:0000955 ! brain
)";
constexpr const char* kWoman = R"("subject":{"sex":"FEMALE"})";
constexpr const char* kAtForty = R"({"age":{"iso8601duration":"P40Y"}})";
constexpr const char* kIn2010 = R"({"timestamp":"2010-05-05T00:00:00Z"})";
constexpr const char* kFromThirtyToSixty =
    R"({"ageRange":{"start":{"iso8601duration":"P30Y"},"end":{"iso8601duration":"P60Y"}}})";

std::string Permitting(const std::string& dataset) {
  return absl::StrCat(kConsents, R"(, "datasets": [{"id": ")", dataset, R"(", "dataUse": ["DUO:0000042"]}]})");
}
std::string Consents() { return absl::StrCat(kConsents, "}"); }

std::string Consenting(const std::string& consents) { return absl::StrCat(kWoman, R"(,"consents":[)", consents, "]"); }

// Last in 2020, as this and no more.
std::string Seen(const std::string& status) {
  return absl::StrCat(R"("subject":{"sex":"FEMALE","timeAtLastEncounter":{"timestamp":"2020-05-05T00:00:00Z"},)",
                      R"("vitalStatus":{"status":")", status, "\"}}");
}

std::string Ill(const std::vector<std::string>& codes) {
  std::string diseases;
  for (const std::string& code : codes) {
    absl::StrAppend(&diseases, diseases.empty() ? "" : ",", R"({"term":{"id":")", code, "\"}}");
  }
  return absl::StrCat(kWoman, R"(,"diseases":[)", diseases, "]");
}
// With diabetes and more of it, which is JSON.
std::string Diabetic(const std::string& more) {
  return absl::StrCat(kWoman, R"(,"diseases":[{"term":{"id":"MONDO:0005148"},)", more, "}]");
}
std::string CalledAsthma(const std::string& code) {
  return absl::StrCat(kWoman, R"(,"diseases":[{"term":{"id":")", code, R"(","label":"asthma"}}])");
}
std::string Staged(const std::string& stage) {
  return absl::StrCat(R"("diseases":[{"term":{"id":"MONDO:1"},"diseaseStage":[)", stage, "]}]");
}

std::string Result(const std::string& assay, const std::string& value, const std::string& unit,
                   const std::string& time = "") {
  return absl::StrCat(R"({"assay":{"id":")", assay, "\"},",
                      time.empty() ? "" : absl::StrCat(R"("timeObserved":{"timestamp":")", time, "\"},"),
                      R"("value":{"quantity":{"value":)", value, R"(,"unit":{"id":"UCUM:)", unit, "\"}}}}");
}
std::string Measured(const std::string& results) { return absl::StrCat(kWoman, R"(,"measurements":[)", results, "]"); }

std::string Treated(const std::string& end) {
  return absl::StrCat(R"("medicalActions":[{"treatment":{"agent":{"id":"DrugCentral:257"},"doseIntervals":[)",
                      R"({"interval":{"start":"2015-05-05T00:00:00Z")", end, "}}]}}]");
}
std::string Carrier(const std::string& gene) {
  return absl::StrCat(R"("interpretations":[{"id":"i","diagnosis":{"genomicInterpretations":[{)",
                      R"("variantInterpretation":{"variationDescriptor":{"geneContext":)", gene, "}}}]}}]");
}
std::string Sampled(const std::string& tissue) {
  return absl::StrCat(R"("biosamples":[{"id":"s","sampledTissue":{"id":")", tissue, "\"}}]");
}
std::string With(const std::string& disease, const std::string& phenotype) {
  return absl::StrCat(R"("diseases":[{"term":{"id":"MONDO:0005148"},"onset":)", disease,
                      R"(}],"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"onset":)", phenotype, "}]");
}

constexpr char kHba1c[] = "LOINC:4548-4";

std::vector<RemarkOfRecords> RemarksOnCodes() {
  return {
      {"term-below",
       "",
       kCancers,
       {Ill({"MONDO:0005575"}), Ill({"MONDO:0005835"})},
       "has disease MONDO:0005575",
       "sex is male or has disease with term is MONDO:0005575"},
      {"any-term",
       "",
       "",
       {Measured(Result(kHba1c, "8", "%")), Measured(Result("LOINC:4544-3", "40", "%"))},
       "has measurement with value >= 7 %"},
      {"edge-of-units",
       "",
       "",
       {Measured(Result(kHba1c, "7", "%")), Measured(Result(kHba1c, "53", "mmol/mol"))},
       "has measurement LOINC:4548-4 >= 53 mmol/mol"},
      {"other-genes",
       "",
       "",
       {Carrier(R"({"valueId":"HGNC:3603","symbol":"FBN1"})"),
        Carrier(R"({"valueId":"ENSG00000166147.17","symbol":"FBN1"})")},
       "has variant HGNC:3603"},
      {"same-name", "", "", {CalledAsthma("MONDO:0004979"), CalledAsthma("LOCAL:1")}, "has disease MONDO:0004979"},
      {"parts-left-out",
       "",
       kBrain,
       {Sampled("UBERON:0002421"), Sampled("UBERON:0000955")},
       "has sample with tissue is UBERON:0000955"},
      {"equivalent-codes",
       "",
       kCancers,
       {Ill({"MONDO:0005575", "OMIM:1"}), Ill({"MONDO:0024331"})},
       "has at least 2 distinct disease"},
      {"other-stages",
       "",
       "",
       {Staged(R"({"id":"NCIT:C27966","label":"Stage I"})"), Staged(R"({"label":"Stage I"})")},
       "has disease with stage is NCIT:C27966"},
  };
}

std::vector<RemarkOfRecords> RemarksOnConsents() {
  const std::string granted = R"({"p":"reuse","s":"granted","d":"2019-01-01"})";
  return {
      {"any-permission",
       Consents(),
       "",
       {Consenting(R"({"p":"secondary use","s":"granted"})"), Consenting(R"({"p":"aggregate query","s":"granted"})"),
        kWoman},
       "has consent",
       "has consent or sex is male"},
      {"ended-consents",
       Consents(),
       "",
       {Consenting(absl::StrCat(granted, R"(,{"p":"reuse","s":"withdrawn","d":"2021-01-01"})")), Consenting(granted)},
       "has consent with (permission is reuse and status is granted)"},
      {"order-of-all-consents",
       Consents(),
       "",
       {Consenting(absl::StrCat(granted, R"(,{"p":"contact","s":"granted","d":"2021-01-01"})")), Consenting(granted)},
       "has last consent with (permission is reuse and status is granted)"},
      {"own-data-uses",
       Permitting("default"),
       "",
       {kWoman, Consenting(R"({"p":"reuse","s":"granted","u":"DUO:0000018"})")},
       "usable for general research"},
      {"refused-consents",
       Permitting("default"),
       "",
       {Consenting(R"({"p":"reuse","s":"refused"})"), kWoman},
       "usable for general research"},
      {"no-data-use", Permitting("another"), "", {kWoman}, "usable for general research"},
  };
}

std::vector<RemarkOfRecords> RemarksOnTimes() {
  return {
      {"treatment-after-death",
       "",
       "",
       {absl::StrCat(R"("subject":{"vitalStatus":{"status":"DECEASED"}},)", Treated("")),
        absl::StrCat(kWoman, ",", Treated(R"(,"end":"2016-05-05T00:00:00Z")"))},
       "has treatment DrugCentral:257 with not end before 2026-12-01"},
      {"incomparable-times",
       "",
       "",
       {With(kIn2010, kAtForty), With(kAtForty, kAtForty)},
       "has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset before d.onset"},
      {"order-not-known",
       "",
       "",
       {Measured(absl::StrCat(Result(kHba1c, "5", "%", "2020-01"), ",", Result(kHba1c, "9", "%", "2020-01-05"))),
        Measured(absl::StrCat(Result(kHba1c, "5", "%", "2020-03-05"), ",", Result(kHba1c, "9", "%", "2020-03-05")))},
       "has first measurement LOINC:4548-4 with value >= 7 %"},
      {"imprecise-times",
       "",
       "",
       {Diabetic(absl::StrCat("\"onset\":", kFromThirtyToSixty)), kWoman},
       "no disease MONDO:0005148 with onset > 50 years"},
      {"possibly-met",
       "",
       "",
       {Diabetic(absl::StrCat("\"onset\":", kFromThirtyToSixty)), kWoman},
       "has disease MONDO:0005148 with onset < 50 years",
       "sex is male or has disease MONDO:0005148 with onset < 50 years"},
      {"ended-before",
       "",
       "",
       {absl::StrCat(kWoman, ",", Treated("")), absl::StrCat(kWoman, ",", Treated(R"(,"end":"2016-05-05T00:00:00Z")"))},
       "has treatment DrugCentral:257",
       "sex is male or has treatment DrugCentral:257"},
      {"absent-or-silent",
       "",
       "",
       {absl::StrCat(kWoman, R"(,"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"excluded":true}])"), kWoman},
       "no phenotype HP:0001250",
       "sex is male or no phenotype HP:0001250"},
      {"any-of-several",
       "",
       "",
       {Measured(absl::StrCat(Result(kHba1c, "5", "%", "2020-03-05"), ",", Result(kHba1c, "9", "%", "2020-01-05"))),
        Measured(Result(kHba1c, "9", "%", "2020-01-05"))},
       "has measurement LOINC:4548-4 with value >= 7 %",
       "sex is male or has measurement LOINC:4548-4 with value >= 7 %"},
      {"undated-records",
       "",
       "",
       {Diabetic(absl::StrCat("\"onset\":", kAtForty)), Ill({"MONDO:0005148"})},
       "has disease MONDO:0005148 with onset < 50 years"},
      {"deceased-people", "", "", {Seen("DECEASED"), Seen("ALIVE")}, "last contact after 2019-01-01"},
  };
}

std::vector<RemarkOfRecords> RemarksOnRows() {
  return {
      {"one-record-each", "", "", {Measured(Result(kHba1c, "7", "%"))}, "has at least 2 measurement LOINC:4548-4"},
      {"provisional-diagnoses",
       kWithStatus,
       "",
       {Diabetic(R"("status":"provisional")"), Diabetic(R"("status":"confirmed")")},
       "has disease MONDO:0005148"},
      {"with-phenotypes",
       "",
       "",
       {absl::StrCat(kWoman, R"(,"phenotypicFeatures":[{"type":{"id":"HP:0001250"}}])"), Ill({"MONDO:0005148"}),
        kWoman},
       "has no disease"},
      {"missing-counts", "", "", {kWoman, R"("subject":{})", R"("subject":{"sex":"MALE"})"}, "not sex is female"},
      {"none-at-all", "", "", {Ill({"MONDO:0005148"}), kWoman}, "no disease MONDO:0005148"},
  };
}

std::vector<RemarkOfRecords> Remarks() {
  std::vector<RemarkOfRecords> all;
  for (const auto& some : {RemarksOnCodes(), RemarksOnConsents(), RemarksOnTimes(), RemarksOnRows()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

class RemarksOfRecordsTest : public testing::TestWithParam<RemarkOfRecords> {
 protected:
  static bool Has(const Answer& answer, const std::string& code) {
    return std::ranges::any_of(answer.diagnostics, [&](const Diagnostic& one) { return one.code == code; });
  }
  static std::string Policy(const std::string& labels) {
    return absl::StrCat(R"({"tiers": {"t": {"preset": "controlled", "labels": ")", labels,
                        R"("}}, "ledger": {"durable": "process"}})");
  }

  const test::OwnFolder folder_;
};

TEST_P(RemarksOfRecordsTest, AreNotForGuests) {
  const RemarkOfRecords& remark = GetParam();
  auto catalogue = Catalogue::Open(folder_ / "catalogue", {.create_if_missing = true});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  if (!remark.ontology.empty()) {
    ASSERT_TRUE((*catalogue)->ImportText(remark.ontology, {}).ok());
  }
  std::string records;
  for (size_t kind = 0; kind < remark.people.size(); ++kind) {
    for (int i = 0; i < 60; ++i) {
      const std::string sample = absl::StrCat(R"("id":"s)", kind, "-", i, "\"");
      absl::StrAppend(&records, R"({"id":"r)", kind, "-", i, "\",",
                      absl::StrReplaceAll(remark.people[kind], {{R"("id":"s")", sample}}), "}\n");
    }
  }
  ImportOptions options;
  options.mapping = remark.mapping;
  const auto report = (*catalogue)->ImportText(records, options);
  ASSERT_TRUE(report.ok()) << report.status();
  for (const std::string& where : {remark.text, remark.elsewhere}) {
    if (where.empty()) continue;
    const std::string text = absl::StrCat("count individuals where ", where);
    const auto hosts = (*catalogue)->Query(text);
    ASSERT_TRUE(hosts.ok()) << hosts.status();
    EXPECT_TRUE(Has(hosts->front(), remark.code)) << RenderDiagnostics(text, hosts->front().diagnostics);
    for (const char* labels : {"ontologies", "records"}) {
      ASSERT_TRUE((*catalogue)->SetPolicy(Policy(labels)).ok());
      const auto guest = (*catalogue)->Admit({.name = "alice", .tier = "t"});
      ASSERT_TRUE(guest.ok()) << guest.status();
      const auto guests = (*guest)->Query(text);
      ASSERT_TRUE(guests.ok()) << guests.status();
      EXPECT_TRUE(guests->front().table.has_value());
      EXPECT_FALSE(Has(guests->front(), remark.code)) << RenderDiagnostics(text, guests->front().diagnostics);
    }
  }
}

// A test is called after the remark that it is about.
std::string NameOf(const testing::TestParamInfo<RemarkOfRecords>& of) {
  return absl::StrReplaceAll(of.param.code, {{"-", "_"}});
}

INSTANTIATE_TEST_SUITE_P(Each, RemarksOfRecordsTest, testing::ValuesIn(Remarks()), NameOf);

}  // namespace
}  // namespace muster
