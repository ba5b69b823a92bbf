#include "engine/model/time/onset.h"

#include "containers/hash_table.h"

namespace muster::model {
namespace {

constexpr HalfHours Weeks(int weeks) { return weeks * kWeek; }
constexpr HalfHours Years(int years) { return years * kYear; }
/// The age at `weeks` of gestation.
constexpr HalfHours Gestation(int weeks) { return Weeks(weeks) - kTerm; }
constexpr Interval FromUpTo(HalfHours low, HalfHours high) { return {low, high - 1}; }

// Bounds after the definitions of HPO 2026-01-08.
constexpr Interval kAntenatal = FromUpTo(-kTerm, 0);
constexpr Interval kEmbryonal = FromUpTo(-kTerm, Gestation(10));
constexpr Interval kFetal = FromUpTo(Gestation(10), 0);
constexpr Interval kLateFirstTrimester = FromUpTo(Gestation(11), Gestation(14));
constexpr Interval kSecondTrimester = FromUpTo(Gestation(14), Gestation(28));
constexpr Interval kThirdTrimester = FromUpTo(Gestation(28), 0);
constexpr Interval kCongenital = {0, 0};
constexpr Interval kNeonatal = FromUpTo(0, Weeks(4));
constexpr Interval kPediatric = FromUpTo(Weeks(4), Years(16));
constexpr Interval kInfantile = FromUpTo(Weeks(4), Years(1));
constexpr Interval kChildhood = FromUpTo(Years(1), Years(5));
// "Between the age of 5 and 15 years": fifteen-year-olds are in it, as Adult begins at sixteen and Pediatric, which
// includes Juvenile, ends there.
constexpr Interval kJuvenile = FromUpTo(Years(5), Years(16));
constexpr Interval kAdult = {Years(16), kEnd};
constexpr Interval kYoungAdult = FromUpTo(Years(16), Years(40));
constexpr Interval kEarlyYoungAdult = FromUpTo(Years(16), Years(19));
constexpr Interval kIntermediateYoungAdult = FromUpTo(Years(19), Years(25));
constexpr Interval kLateYoungAdult = FromUpTo(Years(25), Years(40));
constexpr Interval kMiddleAge = FromUpTo(Years(40), Years(60));
constexpr Interval kLate = {Years(60), kEnd};

/// Terms and the ids that they had before terms were merged.
const HashMap<std::string_view, Interval>& Onsets() {
  static const auto& onsets = *new HashMap<std::string_view, Interval>{
      {"HP:0030674", kAntenatal},
      {"HP:0011460", kEmbryonal},
      {"HP:0011461", kFetal},
      {"HP:0034199", kLateFirstTrimester},
      {"HP:0034198", kSecondTrimester},
      {"HP:0034197", kThirdTrimester},
      {"HP:0003577", kCongenital},
      {"HP:0003595", kCongenital},
      {"HP:0003601", kCongenital},
      {"HP:0003624", kCongenital},
      {"HP:0003660", kCongenital},
      {"HP:0003666", kCongenital},
      {"HP:0003623", kNeonatal},
      {"HP:0003622", kNeonatal},
      {"HP:0410280", kPediatric},
      {"HP:0003593", kInfantile},
      {"HP:0003576", kInfantile},
      {"HP:0003579", kInfantile},
      {"HP:0003591", kInfantile},
      {"HP:0003594", kInfantile},
      {"HP:0003599", kInfantile},
      {"HP:0003600", kInfantile},
      {"HP:0003629", kInfantile},
      {"HP:0003631", kInfantile},
      {"HP:0003667", kInfantile},
      {"HP:0003672", kInfantile},
      {"HP:0010573", kInfantile},
      {"HP:0011463", kChildhood},
      {"HP:0003586", kChildhood},
      {"HP:0003617", kChildhood},
      {"HP:0003621", kJuvenile},
      {"HP:0003578", kJuvenile},
      {"HP:0003580", kJuvenile},
      {"HP:0003582", kJuvenile},
      {"HP:0003583", kJuvenile},
      {"HP:0003589", kJuvenile},
      {"HP:0003592", kJuvenile},
      {"HP:0003604", kJuvenile},
      {"HP:0003619", kJuvenile},
      {"HP:0003620", kJuvenile},
      {"HP:0003625", kJuvenile},
      {"HP:0003659", kJuvenile},
      {"HP:0003661", kJuvenile},
      {"HP:0003670", kJuvenile},
      {"HP:0003581", kAdult},
      {"HP:0003585", kAdult},
      {"HP:0003598", kAdult},
      {"HP:0003627", kAdult},
      {"HP:0003662", kAdult},
      {"HP:0003669", kAdult},
      {"HP:0011462", kYoungAdult},
      {"HP:0025708", kEarlyYoungAdult},
      {"HP:0025709", kIntermediateYoungAdult},
      {"HP:0025710", kLateYoungAdult},
      {"HP:0003596", kMiddleAge},
      {"HP:0003584", kLate},
  };
  return onsets;
}

}  // namespace

std::optional<Interval> OnsetBounds(std::string_view code) {
  const auto found = Onsets().find(code);
  if (found == Onsets().end()) return std::nullopt;
  return found->second;
}

}  // namespace muster::model
