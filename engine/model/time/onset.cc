#include "engine/model/time/onset.h"

#include <algorithm>
#include <string>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"

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

/// Names in small letters, without "onset" behind them (kTrimester: only with it). Ages of a source such as the common
/// data elements of the rare diseases: "Antenatal", "At birth".
const HashMap<std::string_view, std::string_view>& Names() {
  static const auto& names = *new HashMap<std::string_view, std::string_view>{
      {"antenatal", "HP:0030674"},
      {"prenatal", "HP:0030674"},
      {"in utero", "HP:0030674"},
      {"before birth", "HP:0030674"},
      {"pr\xC3\xA4natal", "HP:0030674"},
      {"praenatal", "HP:0030674"},
      {"vor der geburt", "HP:0030674"},
      {"vorgeburtlich", "HP:0030674"},
      {"pr\xC3\xA9natal", "HP:0030674"},
      {"ant\xC3\xA9natal", "HP:0030674"},
      {"avant la naissance", "HP:0030674"},
      {"prenatale", "HP:0030674"},
      {"antenatale", "HP:0030674"},
      {"prenataal", "HP:0030674"},
      {"at birth", "HP:0003577"},
      {"birth", "HP:0003577"},
      {"from birth", "HP:0003577"},
      {"since birth", "HP:0003577"},
      {"congenital", "HP:0003577"},
      {"bei geburt", "HP:0003577"},
      {"geburt", "HP:0003577"},
      {"seit geburt", "HP:0003577"},
      {"angeboren", "HP:0003577"},
      {"kongenital", "HP:0003577"},
      {"\xC3\xA0 la naissance", "HP:0003577"},
      {"\xC3\x80 la naissance", "HP:0003577"},
      {"a la naissance", "HP:0003577"},
      {"naissance", "HP:0003577"},
      {"cong\xC3\xA9nital", "HP:0003577"},
      {"al nacer", "HP:0003577"},
      {"al nacimiento", "HP:0003577"},
      {"nacimiento", "HP:0003577"},
      {"cong\xC3\xA9nito", "HP:0003577"},
      {"cong\xC3\xAAnito", "HP:0003577"},
      {"congenito", "HP:0003577"},
      {"alla nascita", "HP:0003577"},
      {"nascita", "HP:0003577"},
      {"ao nascer", "HP:0003577"},
      {"bij geboorte", "HP:0003577"},
      {"neonatal", "HP:0003623"},
      {"n\xC3\xA9onatal", "HP:0003623"},
      {"neonatale", "HP:0003623"},
      {"neonataal", "HP:0003623"},
      {"embryonal", "HP:0011460"},
      {"fetal", "HP:0011461"},
      {"foetal", "HP:0011461"},
      {"late first trimester", "HP:0034199"},
      {"second trimester", "HP:0034198"},
      {"third trimester", "HP:0034197"},
  };
  return names;
}

constexpr size_t kLongestName = 40;

/// "Third trimester" by itself may be one of a mother's own pregnancy; "third trimester onset" is a term of HPO.
constexpr std::string_view kTrimester = "trimester";

/// "Childhood-onset" and "Childhood onset" are "childhood".
std::string WithoutOnset(std::string_view text) {
  std::string name = ToLower(Trim(text));
  for (const std::string_view end : {" onset", "-onset"}) {
    if (name.size() > end.size() && name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name;
}

}  // namespace

std::string_view OnsetCalled(std::string_view text) {
  if (text.size() > kLongestName) return "";
  if (ToLower(Trim(text)).ends_with(kTrimester)) return "";
  const auto found = Names().find(WithoutOnset(text));
  return found == Names().end() ? std::string_view() : found->second;
}

bool IsVagueOnset(std::string_view text) {
  static const auto& names = *new HashSet<std::string_view>{"infantile",
                                                            "infancy",
                                                            "infant",
                                                            "early infantile",
                                                            "late infantile",
                                                            "toddler",
                                                            "childhood",
                                                            "child",
                                                            "pediatric",
                                                            "paediatric",
                                                            "early childhood",
                                                            "late childhood",
                                                            "juvenile",
                                                            "adolescence",
                                                            "adolescent",
                                                            "teenage",
                                                            "puberty",
                                                            "adult",
                                                            "adulthood",
                                                            "young adult",
                                                            "middle age",
                                                            "middle-aged",
                                                            "elderly",
                                                            "old age",
                                                            "early",
                                                            "late",
                                                            "s\xC3\xA4uglingsalter",
                                                            "kindheit",
                                                            "kindesalter",
                                                            "jugend",
                                                            "jugendalter",
                                                            "pubert\xC3\xA4t",
                                                            "erwachsenenalter",
                                                            "enfance",
                                                            "adolescence",
                                                            "adulte",
                                                            "infancia",
                                                            "adolescencia",
                                                            "edad adulta",
                                                            "adulto",
                                                            "infanzia",
                                                            "adolescenza",
                                                            "et\xC3\xA0 adulta"};
  return text.size() <= kLongestName && names.contains(WithoutOnset(text));
}

std::optional<Interval> OnsetBounds(std::string_view code) {
  const auto found = Onsets().find(code);
  if (found == Onsets().end()) return std::nullopt;
  return found->second;
}

}  // namespace muster::model
