// The tables that synthetic people are drawn from.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_TERMS_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_TERMS_H_

#include <span>
#include <string_view>

namespace muster::synth {

/// A term of HP.
struct PhenotypeTerm {
  int id;
  std::string_view name;
  std::string_view synonym;  ///< empty: none
  int alternative;           ///< a former id, or 0
  int parents[5];            ///< ended by 0
};

/// A term of MONDO.
struct DiseaseTerm {
  int id;
  std::string_view name;
  int omim;        ///< the equivalent there, or 0
  int orphanet;    ///< the equivalent there, or 0
  int parents[6];  ///< ended by 0
};

enum class Kind { kRare, kCommon, kCancer };
enum class Sex { kAny, kFemale, kMale };

struct Gene {
  std::string_view symbol;  ///< empty: none
  int hgnc;
  std::string_view chromosome;
  int position;
};

struct DiseaseProfile {
  int disease;  ///< MONDO
  Kind kind;
  int weight;                 ///< relative frequency within its kind
  Sex sex;                    ///< who can have it
  int onset_low, onset_high;  ///< months
  Gene gene;
  int features[12];  ///< HP, most typical first; ended by 0
};

/// Ordered by id.
std::span<const PhenotypeTerm> PhenotypeTerms();
/// Ordered by id.
std::span<const DiseaseTerm> DiseaseTerms();
std::span<const DiseaseProfile> DiseaseProfiles();

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_TERMS_H_
