// What a remark counts is exact: the embedding program is told, guests are not.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {
namespace {

class GuestRemarksTest : public GuestFixture {
 protected:
  // 300 with diabetes, of whom parts have what the remarks are about; 100 others.
  void SetUp() override {
    GuestFixture::SetUp();
    std::string text;
    for (int i = 0; i < 400; ++i) {
      absl::StrAppend(&text, R"({"id":"D)", i, R"(","subject":{"id":"D)", i, R"(","sex":"FEMALE")",
                      i < 150 ? R"(,"dateOfBirth":"1960-01-01T12:00:00Z")" : "",
                      i < 60 ? R"(,"vitalStatus":{"status":"DECEASED"})" : "", R"(},"diseases":[{"term":{"id":")",
                      i < 300 ? "ICD10:E11" : "ICD10:I10", R"(","label":"l"}}])");
      if (i < 200) absl::StrAppend(&text, R"(,"measurements":[)", Measured(8), ",", Measured(9), "]");
      if (i < 100) absl::StrAppend(&text, R"(,"medicalActions":[)", Treated(i < 50), "]");
      absl::StrAppend(&text, R"(,"phenotypicFeatures":[{"type":{"id":"HP:0001251"},"excluded":)",
                      i < 200 ? "true" : "false", "}]}\n");
    }
    const auto report = catalogue_->ImportText(text, {});
    ASSERT_TRUE(report.ok()) << report.status();
  }

  static std::string Measured(int percent) {
    return absl::StrCat(R"({"assay":{"id":"LOINC:4548-4","label":"l"},"value":{"quantity":{"unit":{"id":"UCUM:%"},)",
                        R"("value":)", percent, "}}}");
  }
  static std::string Treated(bool ended) {
    return absl::StrCat(R"({"treatment":{"agent":{"id":"NCIT:C61612","label":"l"},"doseIntervals":[{"interval":{)",
                        R"("start":"2020-01-01T12:00:00Z")", ended ? R"(,"end":"2020-03-01T12:00:00Z")" : "", "}}]}}");
  }

  static std::vector<std::string> CodesOf(const Answer& answer) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : answer.diagnostics) codes.push_back(diagnostic.code);
    return codes;
  }
  static bool Has(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }
};

TEST_F(GuestRemarksTest, GoToTheEmbeddingProgramOnly) {
  AdmitUnder(kGuestPolicy);
  const std::pair<std::string, std::string> remarks[] = {
      {"rarely-recorded", "count individuals where has disease ICD10:E11 and has measurement LOINC:4548-4 >= 7 %"},
      {"rarely-recorded", "count individuals where has disease ICD10:E11 and age as of 2025-01-01 >= 18 years"},
      {"age-after-death", "count individuals where has disease ICD10:E11 and age as of 2025-01-01 >= 18 years"},
      {"all-or-none", "count individuals where has measurement LOINC:4548-4 >= 1 %"},
      {"ended-before", "count individuals where has treatment NCIT:C61612 with start before 2021-01-01"},
      {"may-go-on", "count individuals where no treatment NCIT:C61612 with start after 2021-01-01"},
      {"absent-or-silent", "count individuals where has disease ICD10:E11 and no phenotype HP:0001251"},
      {"nobody-left", "count individuals where has disease ICD10:E11 and has disease ICD10:I10"},
      {"several-values", "summarise individuals of value of measurement LOINC:4548-4 in %"},
      {"several-values", "count individuals by value of measurement LOINC:4548-4 in bands at 8.5 %"},
      {"any-of-several", "count individuals where has measurement LOINC:4548-4 < 8.5 %"},
      {"none-at-all", "count individuals where has disease ICD10:E11 and no treatment NCIT:C61612"},
      {"none-at-all", "count individuals where has disease ICD10:E11 and has at most 1 treatment"},
  };
  for (const auto& [code, text] : remarks) {
    const auto answers = catalogue_->Query(text);
    ASSERT_TRUE(answers.ok()) << text << ": " << answers.status();
    EXPECT_TRUE(Has(CodesOf(answers->front()), code)) << text << " has no " << code << ":\n"
                                                      << RenderDiagnostics(text, answers->front().diagnostics);
    const Answer guests = Ask(text);
    EXPECT_FALSE(Has(CodesOf(guests), code)) << RenderDiagnostics(text, guests.diagnostics);
  }
}

}  // namespace
}  // namespace muster
