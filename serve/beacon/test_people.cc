#include "serve/beacon/test_people.h"

#include <algorithm>

#include "serve/beacon/answer.h"
#include "serve/beacon/model_path.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr int kPeople = 20;
constexpr std::string_view kTestDataset = "test-dataset";
constexpr std::string_view kTestCohort = "test-cohort";

std::string Numbered(std::string_view prefix, int number) { return Concat(prefix, number < 10 ? "0" : "", number); }

bool IsFemale(int number) { return number % 2 == 0; }

Json PersonJson(int number) {
  return {
      {"id", Numbered("test-person-", number)},
      {"sex",
       {{"id", IsFemale(number) ? "NCIT:C16576" : "NCIT:C20197"}, {"label", IsFemale(number) ? "female" : "male"}}},
      {"diseases", Json::array({{{"diseaseCode", {{"id", "MONDO:0005148"}, {"label", "type 2 diabetes mellitus"}}}}})}};
}

Json SampleJson(int number) {
  return {{"id", Numbered("test-sample-", number)},
          {"individualId", Numbered("test-person-", number)},
          {"biosampleStatus", {{"id", "EFO:0009654"}, {"label", "reference sample"}}},
          {"sampleOriginType", {{"id", "UBERON:0000178"}, {"label", "blood"}}}};
}

Json RunJson(int number) {
  return {{"id", Numbered("test-run-", number)},
          {"biosampleId", Numbered("test-sample-", number)},
          {"individualId", Numbered("test-person-", number)},
          {"runDate", "2024-01-15"},
          {"libraryLayout", "PAIRED"}};
}

Json AnalysisJson(int number) {
  return {{"id", Numbered("test-analysis-", number)},
          {"runId", Numbered("test-run-", number)},
          {"biosampleId", Numbered("test-sample-", number)},
          {"individualId", Numbered("test-person-", number)},
          {"analysisDate", "2024-02-01"},
          {"pipelineName", "test-pipeline"}};
}

Json RecordOf(Entry entry, int number) {
  switch (entry) {
    case Entry::kIndividual:
      return PersonJson(number);
    case Entry::kBiosample:
      return SampleJson(number);
    case Entry::kRun:
      return RunJson(number);
    default:
      return AnalysisJson(number);
  }
}

Json CollectionJson(Entry entry) {
  if (entry == Entry::kDataset) return {{"id", kTestDataset}, {"name", "Invented people for tests"}};
  return {{"id", kTestCohort}, {"name", "Invented people for tests"}, {"cohortType", "beacon-defined"}};
}

/// Whether invented person `number` belongs to the entry `id` of type `of`.
bool BelongsTo(int number, Entry of, const std::string& id) {
  if (id.empty()) return true;
  if (of == Entry::kDataset) return id == kTestDataset;
  if (of == Entry::kCohort) return id == kTestCohort;
  return RecordOf(of, number)["id"] == id;
}

absl::StatusOr<bool> MeetsFilters(int number, const BeaconRequest& request) {
  for (const FilterGroup& group : request.filters) {
    bool met = false;
    for (const Filter& filter : group) {
      for (const std::string& id : filter.ids) {
        const std::string_view sex = SexOfCode(id);
        if (sex.empty() || !filter.op.empty()) {
          return absl::InvalidArgumentError(Concat("the filter \"", Shorten(TextOf(filter), 200),
                                                   "\" is not known in test mode, which has codes of a "
                                                   "sex only"));
        }
        met = met || sex == (IsFemale(number) ? "female" : "male");
      }
    }
    if (!met) return false;
  }
  return true;
}

}  // namespace

std::vector<FilteringTerm> TestTerms() {
  std::vector<FilteringTerm> terms;
  for (const std::string_view code : {"NCIT:C16576", "NCIT:C20197"}) {
    terms.push_back({std::string(code), "ontologyTerm", std::string(SexOfCode(code)), {"individual"}});
  }
  return terms;
}

absl::StatusOr<Json> TestAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Entry of,
                                const std::string& id) {
  if (IsCollection(entry)) {
    Json items = Json::array();
    Json item = CollectionJson(entry);
    if (id.empty() || item["id"] == id) items.push_back(std::move(item));
    const size_t total = items.size();
    if (request.skip > 0) items = Json::array();
    return CollectionsAnswer(beacon_id, entry, request, std::move(items), total);
  }
  std::vector<int> found;
  for (int number = 1; number <= kPeople; ++number) {
    absl::StatusOr<bool> meets = MeetsFilters(number, request);
    if (!meets.ok()) return meets.status();
    if (*meets && BelongsTo(number, of, id)) found.push_back(number);
  }
  const Granularity granularity = request.granularity.value_or(Granularity::kBoolean);
  Counted counted;
  counted.total.value = static_cast<int64_t>(found.size());
  counted.total.low = counted.total.high = counted.total.value;
  counted.provenance.statement = "invented people";
  if (granularity == Granularity::kBoolean) return BooleanAnswer(beacon_id, entry, request, counted);
  Collection set;
  set.id = set.name = kTestDataset;
  counted.datasets[set.id] = counted.total;
  Json answer = CountAnswer(beacon_id, entry, request, counted, {set}, true);
  if (granularity == Granularity::kCount) return answer;
  answer["meta"]["returnedGranularity"] = "record";
  if (answer["response"]["resultSets"].empty()) return answer;
  const uint64_t limit = request.limit.value_or(10);
  Json& records = answer["response"]["resultSets"][0]["results"];
  const uint64_t size = limit == 0 ? found.size() : limit;
  for (size_t i = 0; i < found.size(); ++i) {
    if (size != 0 && i / size == request.skip) records.push_back(RecordOf(entry, found[i]));
  }
  return answer;
}

}  // namespace muster::serve
