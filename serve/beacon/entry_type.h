// Beacon's entry types, and what they are in a catalogue.
#ifndef MUSTER_SERVE_BEACON_ENTRY_TYPE_H_
#define MUSTER_SERVE_BEACON_ENTRY_TYPE_H_

#include <span>
#include <string>
#include <string_view>

namespace muster::serve {

/// In the order in which they contain each other: a run belongs to a sample, a sample to an individual.
enum class Entry { kIndividual, kBiosample, kRun, kAnalysis, kDataset, kCohort };

struct EntryType {
  Entry entry;
  std::string_view id;       ///< "biosample"
  std::string_view path;     ///< "biosamples"
  std::string_view entity;   ///< of the query language: "sample"; empty for collections
  std::string_view counted;  ///< "samples"
  std::string_view name;
  std::string_view term;  ///< of ontologyTermForThisType
};

std::span<const EntryType> EntryTypes();
const EntryType& TypeOf(Entry entry);

inline bool IsCollection(Entry entry) { return entry >= Entry::kDataset; }

/// By id or by path; null: none.
const EntryType* FindEntryType(std::string_view name);

/// Where the schema of an entry type is, absolutely.
std::string SchemaUrl(Entry entry);

inline constexpr std::string_view kApiVersion = "v2.1.1";
inline constexpr std::string_view kModelUrl =
    "https://raw.githubusercontent.com/ga4gh-beacon/beacon-v2/v2.1.1/models/json/beacon-v2-default-model/";
inline constexpr std::string_view kFrameworkUrl =
    "https://raw.githubusercontent.com/ga4gh-beacon/beacon-v2/v2.1.1/framework/json/";

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_ENTRY_TYPE_H_
