#include "serve/beacon/entry_type.h"

#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr EntryType kEntryTypes[] = {
    {Entry::kIndividual, "individual", "individuals", "individual", "individuals", "Individual", "NCIT:C25190"},
    {Entry::kBiosample, "biosample", "biosamples", "sample", "samples", "Biological sample", "NCIT:C70699"},
    {Entry::kRun, "run", "runs", "run", "runs", "Run", "NCIT:C148088"},
    {Entry::kAnalysis, "analysis", "analyses", "analysis", "analyses", "Bioinformatics analysis",
     "EDAM:operation_2945"},
    {Entry::kDataset, "dataset", "datasets", "", "", "Dataset", "NCIT:C47824"},
    {Entry::kCohort, "cohort", "cohorts", "", "", "Cohort", "NCIT:C61512"},
};

}  // namespace

std::span<const EntryType> EntryTypes() { return kEntryTypes; }
const EntryType& TypeOf(Entry entry) { return kEntryTypes[static_cast<size_t>(entry)]; }

const EntryType* FindEntryType(std::string_view name) {
  for (const EntryType& type : kEntryTypes) {
    if (type.id == name || type.path == name) return &type;
  }
  return nullptr;
}

std::string SchemaUrl(Entry entry) { return Concat(kModelUrl, TypeOf(entry).path, "/defaultSchema.json"); }

}  // namespace muster::serve
