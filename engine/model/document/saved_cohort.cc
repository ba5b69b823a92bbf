#include "engine/model/document/saved_cohort.h"

#include "absl/strings/ascii.h"
#include "engine/model/text/codec.h"

namespace muster::model {
namespace {

constexpr uint8_t kForm = 1;
constexpr std::string_view kPrefix = "saved/";

bool ReadVersion(ByteReader& reader, CohortVersion* version) {
  size_t ontologies;
  size_t terms;
  if (!reader.String(version->text) || !reader.Varint(version->catalogue_version) ||
      !reader.Varint(version->individuals) || !reader.Count(2, ontologies)) {
    return false;
  }
  version->ontologies.resize(ontologies);
  for (auto& [id, which] : version->ontologies) {
    if (!reader.String(id) || !reader.String(which)) return false;
  }
  if (!reader.Count(2, terms)) return false;
  version->terms.resize(terms);
  for (auto& [name, codes] : version->terms) {
    size_t count;
    if (!reader.String(name) || !reader.Count(1, count)) return false;
    codes.resize(count);
    for (std::string& code : codes) {
      if (!reader.String(code)) return false;
    }
  }
  return true;
}

}  // namespace

std::string CohortDocument(std::string_view key) { return std::string(kPrefix).append(key); }

std::string EncodeCohort(const SavedCohort& cohort) {
  std::string out;
  PutByte(kForm, out);
  PutString(cohort.name, out);
  PutVarint(cohort.versions.size(), out);
  for (const CohortVersion& version : cohort.versions) {
    PutString(version.text, out);
    PutVarint(version.catalogue_version, out);
    PutVarint(version.individuals, out);
    PutVarint(version.ontologies.size(), out);
    for (const auto& [id, which] : version.ontologies) {
      PutString(id, out);
      PutString(which, out);
    }
    PutVarint(version.terms.size(), out);
    for (const auto& [name, codes] : version.terms) {
      PutString(name, out);
      PutVarint(codes.size(), out);
      for (const std::string& code : codes) PutString(code, out);
    }
  }
  return out;
}

absl::StatusOr<SavedCohort> DecodeCohort(std::string_view bytes) {
  ByteReader reader(bytes);
  SavedCohort cohort;
  uint8_t form = 0;
  size_t versions = 0;
  bool good =
      reader.Byte(form) && form == kForm && reader.String(cohort.name) && reader.Count(5, versions) && versions > 0;
  if (good) cohort.versions.resize(versions);
  for (CohortVersion& version : cohort.versions) good = good && ReadVersion(reader, &version);
  if (!good || reader.remaining() > 0) return absl::DataLossError("a saved cohort is damaged");
  return cohort;
}

absl::StatusOr<SavedCohorts> CohortsIn(const std::map<std::string, std::string>& documents) {
  SavedCohorts cohorts;
  for (auto it = documents.lower_bound(std::string(kPrefix)); it != documents.end(); ++it) {
    if (it->first.compare(0, kPrefix.size(), kPrefix) != 0) break;
    absl::StatusOr<SavedCohort> cohort = DecodeCohort(it->second);
    if (!cohort.ok()) return cohort.status();
    cohorts.emplace(absl::AsciiStrToLower(cohort->name), *std::move(cohort));
  }
  return cohorts;
}

}  // namespace muster::model
