#include "engine/model/units/codes_of_one_test.h"

#include <algorithm>

namespace muster::model {
namespace {

// After LOINC: of one component and system, in any property that converts.
constexpr std::string_view kCreatinineInSerum[] = {"LOINC:2160-0", "LOINC:14682-9"};
constexpr std::string_view kHba1cOfTotal[] = {"LOINC:4548-4", "LOINC:4549-2", "LOINC:17855-8", "LOINC:17856-6",
                                              "LOINC:59261-8"};
constexpr std::string_view kGlucoseInSerum[] = {"LOINC:2345-7", "LOINC:14749-6"};
constexpr std::string_view kGlucoseInBlood[] = {"LOINC:2339-0", "LOINC:15074-8"};
constexpr std::string_view kLdl[] = {"LOINC:13457-7", "LOINC:18262-6", "LOINC:2089-1", "LOINC:22748-8"};
constexpr std::string_view kHdl[] = {"LOINC:2085-9", "LOINC:14646-4"};
constexpr std::string_view kTotalCholesterol[] = {"LOINC:2093-3", "LOINC:14647-2"};
constexpr std::string_view kTriglyceridesInSerum[] = {"LOINC:2571-8", "LOINC:14927-8"};
constexpr std::string_view kBilirubinInSerum[] = {"LOINC:1975-2", "LOINC:14631-6"};
constexpr std::string_view kUrateInSerum[] = {"LOINC:3084-1", "LOINC:14933-6"};
constexpr std::string_view kCalciumInSerum[] = {"LOINC:17861-6", "LOINC:2000-8"};
constexpr std::string_view kMagnesiumInSerum[] = {"LOINC:19123-9", "LOINC:2601-3"};
constexpr std::string_view kPhosphateInSerum[] = {"LOINC:2777-1", "LOINC:14879-1"};
constexpr std::string_view kIronInSerum[] = {"LOINC:2498-4", "LOINC:14798-3"};

constexpr std::span<const std::string_view> kTests[] = {kCreatinineInSerum,
                                                        kHba1cOfTotal,
                                                        kGlucoseInSerum,
                                                        kGlucoseInBlood,
                                                        kLdl,
                                                        kHdl,
                                                        kTotalCholesterol,
                                                        kTriglyceridesInSerum,
                                                        kBilirubinInSerum,
                                                        kUrateInSerum,
                                                        kCalciumInSerum,
                                                        kMagnesiumInSerum,
                                                        kPhosphateInSerum,
                                                        kIronInSerum};

}  // namespace

std::span<const std::string_view> CodesOfOneTest(std::string_view code) {
  for (const std::span<const std::string_view> test : kTests) {
    if (std::ranges::find(test, code) != test.end()) return test;
  }
  return {};
}

}  // namespace muster::model
