// Bytes as what a client of the service sends, and as what a node of a network answers. A request is refused with a
// sentence, or becomes criteria in which nothing of its texts stands: they are in the parameters alone.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "serve/beacon/criteria.h"
#include "serve/http/url.h"
#include "serve/network/merge.h"
#include "serve/network/tables.h"

namespace muster::serve {
namespace {

/// Knows every code everywhere.
class EverythingKnown final : public CodeKnowledge {
 public:
  bool Knows(const CodeField&, const std::string&) const override { return true; }
  std::string OnlyIn(const std::string&) const override { return ""; }
  std::optional<std::string> UnitOf(const std::string& assay) const override {
    return assay.size() % 2 == 0 ? std::optional<std::string>("kg") : std::nullopt;
  }
  bool CanBeCompared(const std::string& assay, const std::string& unit) const override {
    return (assay.size() + unit.size()) % 3 != 0;
  }
  std::vector<std::string> Cohorts() const override { return {"known"}; }
};

/// The words of criteria are ours: letters, digits, and few signs. A quotation can only be that of a known cohort.
void CheckCriteria(const Criteria& criteria) {
  for (const char c : criteria.text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       std::string_view(" ()$<>=\"").find(c) != std::string_view::npos;
    if (!plain) std::abort();
  }
  int depth = 0;
  for (const char c : criteria.text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) std::abort();
  }
  if (depth != 0) std::abort();
}

void AskEverywhere(const absl::StatusOr<BeaconRequest>& request) {
  if (!request.ok()) {
    if (request.status().message().empty()) std::abort();
    return;
  }
  for (const Entry counted : {Entry::kIndividual, Entry::kBiosample, Entry::kRun, Entry::kAnalysis}) {
    CriteriaOptions options;
    options.counted = counted;
    options.age_means = "age at last contact";
    const absl::StatusOr<Criteria> criteria = WriteCriteria(request->filters, options, EverythingKnown());
    if (criteria.ok()) CheckCriteria(*criteria);
  }
}

}  // namespace
}  // namespace muster::serve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace muster::serve;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const absl::StatusOr<Json> json = ParseJson(text); json.ok()) {
    AskEverywhere(ReadBeaconBody(*json, {}));
    WriteJson(*json);
  }
  if (const std::optional<Target> target = ParseTarget(text); target.has_value()) {
    AskEverywhere(ReadBeaconQuery(target->query, {}));
  }
  const NodeReply reply = ReadNodeReply("n", 200, text);
  Merge("net", Entry::kIndividual, BeaconRequest(), {reply, reply});
  const NodeReply tables = ReadTablesReply("n", 200, text);
  const HttpResponse sum = MergeTables({tables, tables, ReadTablesReply("m", 422, text)});
  if (!ParseJson(sum.body, {.max_depth = 100, .max_members = 100'000, .max_values = 2'000'000}).ok()) std::abort();
  return 0;
}
