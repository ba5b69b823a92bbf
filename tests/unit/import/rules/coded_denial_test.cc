// Codes by which standards say that a row does not count.
#include "engine/import/record/rules/coded/coded_denial.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/import/record/rules/coded/kin.h"

namespace muster::import {
namespace {

using Kind = CodedDenial::Kind;

constexpr RowsBeside kPolar{.polar = true};
constexpr RowsBeside kMeasurements{.measurements = true};
constexpr RowsBeside kSamples{.samples = true};

// "X (cancelled)", or "".
std::string Found(std::string_view name, const std::vector<std::string>& words, RowsBeside beside) {
  const CodedDenial denial = FindCodedDenial(name, words, beside);
  return denial.kind == Kind::kNothing ? "" : denial.word + " (" + std::string(denial.meaning) + ")";
}

TEST(CodedDenialTest, StatusOfResults) {
  for (const char* name : {"ResultStatus", "OBX11", "OBX-11", "abnormal status", "status", "lab_result_status"}) {
    EXPECT_EQ(Found(name, {"F", "C", "P", "X", "D"}, kMeasurements), "X (cancelled)") << name;
    EXPECT_EQ(Found(name, {"F", "P"}, kMeasurements), "P (preliminary)") << name;
    EXPECT_EQ(Found(name, {"F", "C"}, kMeasurements), "") << name;
    EXPECT_EQ(Found(name, {"F", "X"}, kPolar), "") << name;
  }
  EXPECT_EQ(Found("status", {"M", "F", "X"}, kMeasurements), "") << "M is none of its letters";
  EXPECT_EQ(Found("status", {"P", "X"}, kMeasurements), "") << "nothing is final";
  for (const char* name : {"smoking_status", "sex", "vital_status", "marital_status", "vaccination_status"}) {
    EXPECT_EQ(Found(name, {"F", "C", "P", "D", "W"}, kMeasurements), "") << name;
  }
}

TEST(CodedDenialTest, RowsThatWereDeleted) {
  for (const RowsBeside beside : {kPolar, kMeasurements, kSamples, RowsBeside{}}) {
    EXPECT_EQ(FindCodedDenial("invalid_reason", std::vector<std::string>{"U", "D"}, beside).kind, Kind::kReplaced);
    EXPECT_EQ(Found("row_status", {"A", "D"}, beside), "D (deleted)");
    EXPECT_EQ(Found("row_status", {"A"}, beside), "");
    EXPECT_EQ(Found("vital_status", {"A", "D"}, beside), "");
    EXPECT_EQ(Found("row_status", {"A", "D", "W"}, beside), "");
  }
}

TEST(CodedDenialTest, ConceptsAndModifiers) {
  EXPECT_EQ(Found("condition_status_concept_id", {"32902", "32899"}, kPolar), "32899 (preliminary diagnosis)");
  EXPECT_EQ(Found("condition_status_concept_id", {"32902", "32893"}, kPolar), "");
  EXPECT_EQ(Found("specimen_count", {"32899"}, kPolar), "");
  EXPECT_EQ(Found("modifier_cd", {"@", "FAMHX"}, kPolar), "FAMHX (family history)");
  EXPECT_EQ(Found("modifier_cd", {"@", "DX|HISTORY"}, kPolar), "DX|HISTORY (past)");
  EXPECT_EQ(Found("modifier_cd", {"@", "DX:FH"}, kPolar), "DX:FH (family history)");
  EXPECT_EQ(Found("dx_type", {"P", "S", "FH", "RO"}, kPolar), "RO (to be ruled out)");
  EXPECT_EQ(Found("modifier_cd", {"@", "PROBLEM:RESOLVED", "FHIR"}, kPolar), "");
  EXPECT_EQ(Found("country", {"RO", "DE"}, kPolar), "");
  EXPECT_EQ(Found("modifier_cd", {"@", "FAMHX"}, kMeasurements), "");
}

TEST(CodedDenialTest, Relatives) {
  EXPECT_EQ(Found("subject_of_dx", {"SELF", "FTH", "MTH"}, kPolar), "FTH (father)");
  EXPECT_EQ(Found("relation", {"pt", "mo", "fa"}, kPolar), "mo (mother)");
  EXPECT_EQ(Found("Verwandtschaft", {"Patient", "Mutter"}, kPolar), "Mutter (mother)");
  EXPECT_EQ(Found("lien_parente", {"patient", "m\xc3\xa8re"}, kPolar), "m\xc3\xa8re (mother)");
  EXPECT_EQ(Found("Wer", {"Patient", "Vater"}, kPolar), "Vater (father)");
  EXPECT_EQ(Found("relation", {"paciente", "madre"}, kPolar), "madre (mother)");
  EXPECT_EQ(Found("relation", {"SELF", "proband", "pt"}, kPolar), "");
  EXPECT_EQ(Found("relation", {"pre", "post"}, kPolar), "") << "a meal";
  EXPECT_EQ(Found("relation", {"patient", "p\xC3\xA8re"}, kPolar), "p\xC3\xA8re (father)");
  for (const char* name : {"relation", "who"}) {
    EXPECT_EQ(Found(name, {"far", "near"}, kPolar), "") << "a distance";
    EXPECT_EQ(Found(name, {"mo"}, kPolar), "") << "of whom?";
  }
  EXPECT_EQ(Found("who", {"far", "mor"}, kPolar), "far (father)");
  EXPECT_EQ(Found("relation", {"selv", "mor"}, kPolar), "mor (mother)");
  EXPECT_EQ(Found("relation", {"Vater"}, kPolar), "Vater (father)") << "the person's rows may have nothing there";
  EXPECT_EQ(Found("informant", {"Mutter", "Vater"}, kPolar), "");
  EXPECT_FALSE(AsksWhose("relationship_to_next_of_kin"));
  EXPECT_FALSE(AsksWhose("emergency_contact_relationship_to_patient"));
  EXPECT_TRUE(AsksWhose("relationship_to_patient"));
  EXPECT_EQ(Found("family_member_affected", {"si", "no"}, kPolar), "");
  EXPECT_EQ(Found("relation", {"SELF", "MTH"}, kSamples), "");
}

TEST(CodedDenialTest, DegreesOfRelatives) {
  EXPECT_EQ(Found("degree", {"0", "1st degree", "2nd degree"}, kPolar), "1st degree (a relative)");
  EXPECT_EQ(Found("degree", {"self", "first-degree relative"}, kPolar), "first-degree relative (a relative)");
  EXPECT_EQ(Found("degree_of_relationship", {"1", "2"}, kPolar), "1 (a relative)");
  EXPECT_EQ(Found("degree", {"1st degree", "2nd degree"}, kPolar), "") << "a burn";
  EXPECT_EQ(Found("burn_degree", {"0", "1st degree"}, kPolar), "");
  EXPECT_EQ(Found("degree", {"0", "1", "2"}, kPolar), "");
  EXPECT_EQ(Found("degree", {"BSc", "none"}, kPolar), "");
}

TEST(CodedDenialTest, AnswersAsCodes) {
  EXPECT_EQ(Found("value_as_concept_id", {"4188539", "4188540"}, kPolar), "4188540 (no)");
  EXPECT_EQ(Found("answer_code", {"LA33-6", "LA32-8"}, kPolar), "LA32-8 (no)");
  EXPECT_EQ(Found("answer", {"LOINC:LA33-6", "LOINC:LA32-8"}, kPolar), "LOINC:LA32-8 (no)");
  EXPECT_EQ(Found("value", {"SNOMED:373066001", "SNOMED:373067005"}, kPolar), "SNOMED:373067005 (no)");
  EXPECT_EQ(Found("value_as_number", {"4188540"}, kPolar), "");
  EXPECT_EQ(Found("answer_code", {"LA33-6"}, kPolar), "");
}

TEST(CodedDenialTest, SamplesThatAreGone) {
  for (const char* word : {"Lost", "Consumed", "Disposed", "Empty", "Vernichtet", "Verbraucht"}) {
    EXPECT_EQ(Found("status", {"Available", word}, kSamples), std::string(word) + " (no more there)");
    EXPECT_EQ(Found("tooth", {"present", word}, kPolar), "") << word;
  }
  EXPECT_EQ(Found("status", {"Available", "Shipped", "Thawed"}, kSamples), "");
  for (const char* name : {"followup", "follow_up_status", "contact", "tooth"}) {
    EXPECT_EQ(Found(name, {"complete", "lost"}, kSamples), "") << name << ": a person's";
  }
  EXPECT_EQ(Found("anything", {"ok", "disposed"}, kSamples), "disposed (no more there)");
}

TEST(CodedDenialTest, WellsTestsAndSpoiltMaterial) {
  EXPECT_EQ(Found("sample_role", {"specimen", "NTC", "blank"}, kSamples), "NTC (a control of the run)");
  EXPECT_EQ(Found("comment", {"ok", "blank"}, kSamples), "");
  EXPECT_EQ(Found("Freigabe", {"ja", "gesperrt"}, kSamples), "gesperrt (not to be used)");
  EXPECT_EQ(Found("lagerort", {"F1", "vernichtet", "entsorgt"}, kSamples), "vernichtet (no more there)");
  EXPECT_EQ(Found("remark", {"ok", "insufficient material"}, kMeasurements),
            "insufficient material (could not be measured)");
  EXPECT_EQ(Found("Bemerkung", {"h\xc3\xa4molytisch"}, kMeasurements), "h\xc3\xa4molytisch (haemolytic)");
  EXPECT_EQ(Found("anaemia", {"haemolytic", "other"}, kPolar), "") << "a disease may be";
  EXPECT_EQ(Found("value_status", {"measured", "imputed"}, kMeasurements), "imputed (not measured)");
  EXPECT_EQ(Found("record_type", {"patient", "test"}, {}), "test (no person)");
  EXPECT_EQ(Found("type", {"patient", "test"}, {}), "");
  EXPECT_EQ(Found("record_type", {"test"}, {}), "") << "all are";
}

TEST(CodedDenialTest, BehavioursOfTumours) {
  constexpr RowsBeside kDiseases{.polar = true, .diseases = true};
  EXPECT_EQ(Found("behaviour", {"3", "2"}, kDiseases), "2 (in situ)");
  EXPECT_EQ(Found("icdo3_behavior", {"3", "/0"}, kDiseases), "/0 (benign)");
  EXPECT_EQ(Found("Dignität", {"maligne", "benigne"}, kDiseases), "benigne (benign)");
  EXPECT_EQ(Found("behaviour", {"3", "9"}, kDiseases), "") << "both are malignant";
  EXPECT_EQ(Found("behaviour", {"3", "2"}, kPolar), "");
  for (const char* name : {"behaviour_score", "sexual_behaviour", "behavioural therapy", "grade", "stage"}) {
    EXPECT_EQ(Found(name, {"3", "2"}, kDiseases), "") << name;
  }
  EXPECT_EQ(Found("behaviour", {"3", "calm"}, kDiseases), "");
  // A 0 and a 1 are answers, where the name may be of people.
  for (const char* name : {"behaviour", "disruptive_behavior", "maladaptive_behaviour"}) {
    EXPECT_EQ(Found(name, {"1", "0"}, kDiseases), "") << name;
  }
  for (const char* name : {"aggressive_behaviour", "repetitive_behavior", "self_injurious_behaviour",
                           "stereotyped_behavior", "hyperactive_behaviour", "challenging_behaviour"}) {
    EXPECT_EQ(Found(name, {"1", "0", "2"}, kDiseases), "") << name;
  }
  for (const char* name : {"icdo3_behavior", "tumour_behaviour", "behaviour_code", "Dignität"}) {
    EXPECT_EQ(Found(name, {"0", "1"}, kDiseases), "0 (benign)") << name;
  }
  EXPECT_EQ(Found("behaviour", {"0", "1", "3"}, kDiseases), "0 (benign)");
}

}  // namespace
}  // namespace muster::import
