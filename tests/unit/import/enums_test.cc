#include "engine/import/record/enums.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "engine/import/mapping/words.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/missing_marker.h"
#include "tests/support/source_tree.h"

namespace muster::model {
namespace {

TEST(VocabularyTest, WordsAndSynonymsStandForWordsOfTheField) {
  for (const Vocabulary& vocabulary : Vocabularies()) {
    EXPECT_EQ(Info(vocabulary.field).kind, Kind::kKeyword);
    std::set<std::string> seen;
    for (const std::string_view word : vocabulary.words) {
      EXPECT_EQ(NormalizeVocabulary(word), word);
      EXPECT_TRUE(seen.emplace(word).second) << word;
    }
    const std::set<std::string> words = seen;
    for (const VocabularySynonym& synonym : vocabulary.synonyms) {
      EXPECT_EQ(NormalizeVocabulary(synonym.written), synonym.written);
      EXPECT_TRUE(seen.emplace(synonym.written).second) << synonym.written;
      EXPECT_TRUE(words.contains(std::string(synonym.word))) << synonym.word;
    }
  }
}

TEST(VocabularyTest, NamesOfPhenopacketsAreWords) {
  const std::pair<FieldId, import::EnumValues> kEnums[] = {
      {field::kSex, import::kSexes},
      {field::kKaryotypicSex, import::kKaryotypicSexes},
      {field::kVitalStatus, import::kVitalStates},
      {field::kInterpretationStatus, import::kProgressStates},
      {field::kVariantStatus, import::kInterpretationStates},
      {field::kVariantPathogenicity, import::kPathogenicities},
      {field::kVariantActionability, import::kActionabilities},
      {field::kTreatmentKind, import::kDrugTypes},
      {field::kTreatmentStatus, import::kRegimenStates},
      {field::kVariantMolecule, import::kMoleculeContexts},
  };
  for (const auto& [field, values] : kEnums) {
    const Vocabulary* vocabulary = VocabularyOf(field);
    ASSERT_NE(vocabulary, nullptr);
    for (const import::EnumValue& value : values) {
      EXPECT_EQ(WordOf(*vocabulary, value.name), value.keyword) << value.name;
      EXPECT_EQ(WordOf(*vocabulary, value.keyword), value.keyword);
    }
  }
}

TEST(VocabularyTest, WhatIsNotCertainIsNoWord) {
  const Vocabulary& sex = *VocabularyOf(field::kSex);
  EXPECT_EQ(WordOf(sex, " F "), "female");
  EXPECT_EQ(WordOf(sex, "1"), std::nullopt);
  EXPECT_EQ(WordOf(sex, "x"), std::nullopt);
  EXPECT_EQ(WordOf(*VocabularyOf(field::kVitalStatus), "Y"), std::nullopt);
  EXPECT_EQ(WordOf(*VocabularyOf(field::kConsentStatus), "1"), "granted");
  EXPECT_EQ(WordOf(*VocabularyOf(field::kConsentStatus), "no"), "refused");
  EXPECT_EQ(VocabularyOf(field::kCountry), nullptr);
}

// What is in `code` in the manual.
std::string Code(std::string_view text) { return std::string("`").append(text).append("`"); }

TEST(VocabularyTest, TheManualHasAllOfThem) {
  std::ifstream in(test::InSourceTree("docs/data-model.md"), std::ios::binary);
  const std::string manual(std::istreambuf_iterator<char>(in), {});
  ASSERT_FALSE(manual.empty());
  for (const std::string_view marker : MissingMarkers()) {
    EXPECT_NE(manual.find(Code(marker)), std::string::npos) << marker;
  }
  for (const std::string_view code : MissingCodes()) {
    EXPECT_NE(manual.find(Code(code)), std::string::npos) << code;
  }
  for (const Vocabulary& vocabulary : Vocabularies()) {
    EXPECT_NE(manual.find("** | " + WordsOf(vocabulary) + " |"), std::string::npos) << WordsOf(vocabulary);
    for (const VocabularySynonym& synonym : vocabulary.synonyms) {
      EXPECT_NE(manual.find(Code(synonym.written)), std::string::npos) << synonym.written;
    }
  }
}

TEST(MissingMarkerTest, Markers) {
  for (const char* marker : {"NA",      "N/A",
                             "n/a",     "None",
                             "nan",     "NaN",
                             "null",    "-",
                             "--",      ".",
                             "?",       "#N/A",
                             "no_info", "[Not Available]",
                             "<NA>",    "Not Applicable",
                             "UNK",     "",
                             " ",       "\xc2\xa0NA "}) {
    EXPECT_TRUE(IsMissingMarker(marker)) << marker;
  }
  for (const char* marker : {"#N/D", "#NOM?", "#VALEUR!", "Inconnu", "entfällt", "TBD", "Prefer not to answer"}) {
    EXPECT_TRUE(IsMissingMarker(marker)) << marker;
  }
  EXPECT_TRUE(import::WordRules::Standard().IsMissingCode("missing: control sample"));
  EXPECT_TRUE(import::WordRules::Standard().IsMissingCode("not applicable: control sample"));
  EXPECT_FALSE(import::WordRules::Standard().IsMissingCode("LOCAL:control"));
  for (const char* value : {"0", "-1", "-99", "no", "Nadia", "N", "unknown primary", "a", "E11.9", "none of these"}) {
    EXPECT_FALSE(IsMissingMarker(value)) << value;
  }
  for (const std::string_view marker : MissingMarkers()) {
    EXPECT_EQ(NormalizeMarker(marker), marker);
    EXPECT_TRUE(IsMissingMarker(marker)) << marker;
  }
  for (const char* marker : {"missing: control sample", "Missing: restricted access", "not applicable: control sample",
                             "missing: human-identifiable"}) {
    EXPECT_TRUE(IsMissingMarker(marker)) << marker;
  }
  for (const char* value : {"missing: left kidney", "MONDO:0005148", "note: unknown", "restricted: yes"}) {
    EXPECT_FALSE(IsMissingMarker(value)) << value;
  }
  for (const char* marker : {"not-asked", "Not-Applicable", "temp-unknown", "asked-unknown"}) {
    EXPECT_TRUE(IsMissingMarker(marker)) << marker;
  }
  EXPECT_TRUE(IsNullFlavour("unknown karyotype"));
  EXPECT_FALSE(IsNullFlavour("na"));
}

TEST(MissingMarkerTest, CodesOfSystemsOfReasons) {
  for (const char* code :
       {"http://terminology.hl7.org/CodeSystem/data-absent-reason|unknown",
        "http://terminology.hl7.org/CodeSystem/data-absent-reason|4.0.1|asked-declined",
        "http://terminology.hl7.org/CodeSystem/data-absent-reason/not-performed",
        "http://hl7.org/fhir/data-absent-reason|masked", "data-absent-reason:error", "DataAbsentReason:temp-unknown",
        "http://terminology.hl7.org/CodeSystem/v3-NullFlavor|UNK", "http://hl7.org/fhir/v3/NullFlavor|NI",
        "https://terminology.hl7.org/CodeSystem/v3-NullFlavor#OTH", "v3-NullFlavor:NASK", "NullFlavor:NI",
        "nullFlavour:UNK", "NULL_FLAVOR:MSK", "HL7:NullFlavor:NA", "urn:oid:2.16.840.1.113883.5.1008|UNK",
        "2.16.840.1.113883.5.1008:NI", "v3-NullFlavor|OTH"}) {
    EXPECT_TRUE(IsOfSystemOfMissing(code)) << code;
  }
  for (const char* code : {"HP:0001250", "http://snomed.info/sct|73211009", "unknown", "NullFlavor", "LOINC:NI", "",
                           "http://terminology.hl7.org/CodeSystem/v3-ActCode|NullFlavor", "urn:oid:2.16.840.1|1008",
                           "http://purl.obolibrary.org/obo/HP_0001250"}) {
    EXPECT_FALSE(IsOfSystemOfMissing(code)) << code;
  }
}

}  // namespace
}  // namespace muster::model
