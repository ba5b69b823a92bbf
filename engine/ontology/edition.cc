#include "engine/ontology/edition.h"

#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

bool IsDateAt(std::string_view text, size_t at) {
  constexpr std::string_view kForm = "0000-00-00";
  if (text.size() < at + kForm.size()) return false;
  for (size_t i = 0; i < kForm.size(); ++i) {
    const char c = text[at + i];
    if (kForm[i] == '-' ? c != '-' : !model::IsAsciiDigit(c)) return false;
  }
  return true;
}

}  // namespace

std::string_view ReleaseDate(std::string_view version) {
  for (size_t at = 0; at + 10 <= version.size(); ++at) {
    if (IsDateAt(version, at)) return version.substr(at, 10);
  }
  return {};
}

bool IsModuleOf(const Edition& module, const Edition& whole) { return module.terms * 2 < whole.terms; }

bool ComesBefore(const Edition& a, const Edition& b) {
  if (IsModuleOf(a, b)) return true;
  if (IsModuleOf(b, a)) return false;
  const std::string_view date_a = ReleaseDate(a.version);
  const std::string_view date_b = ReleaseDate(b.version);
  return date_a != date_b ? date_a < date_b : a.terms < b.terms;
}

std::string_view Drawback(const Edition& now, const Edition& before) {
  if (IsModuleOf(now, before)) return "has less than half of its terms";
  const std::string_view date = ReleaseDate(now.version);
  const std::string_view earlier = ReleaseDate(before.version);
  if (!earlier.empty() && date < earlier) return date.empty() ? "has no date" : "is older";
  return now.version == before.version && now.terms < before.terms ? "has fewer terms" : std::string_view();
}

std::string Shown(const Edition& edition) {
  const std::string_view date = ReleaseDate(edition.version);
  const std::string_view name = !date.empty() ? date : edition.version;
  return model::Concat({name.empty() ? "without a version" : name, " (", std::to_string(edition.terms),
                        edition.terms == 1 ? " term)" : " terms)"});
}

std::string_view HomeOfSlice(std::string_view id) {
  constexpr std::string_view kFolder = "/imports/";
  constexpr std::string_view kSuffix = "_import";
  const size_t folder = id.find(kFolder);
  if (folder == id.npos) return {};
  id.remove_prefix(folder + kFolder.size());
  if (id.ends_with(kSuffix)) id.remove_suffix(kSuffix.size());
  return id;
}

}  // namespace muster::ontology
