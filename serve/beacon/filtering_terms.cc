#include "serve/beacon/filtering_terms.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "serve/beacon/answer.h"
#include "serve/beacon/criteria.h"
#include "serve/beacon/listed_codes.h"
#include "serve/beacon/model_path.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr uint64_t kTermsOnAPage = 1'000;

/// `limit` 0: everything.
Json PageOf(const std::vector<FilteringTerm>& terms, uint64_t skip, uint64_t limit, std::string_view scope) {
  Json page = Json::array();
  uint64_t place = 0;
  for (const FilteringTerm& term : terms) {
    if (!scope.empty() && std::find(term.scopes.begin(), term.scopes.end(), scope) == term.scopes.end()) continue;
    const uint64_t number = place++;
    if (limit == 0 ? skip != 0 : number / limit != skip) continue;
    page.push_back({{"id", term.id}, {"type", term.type}, {"label", term.label}, {"scopes", term.scopes}});
  }
  return page;
}

/// The systems of the codes among `terms`, and the loaded ontologies.
Json ResourcesOf(const std::vector<FilteringTerm>& terms, const std::vector<OntologyVersion>& ontologies) {
  std::map<std::string, Json> by_id;
  for (const OntologyVersion& ontology : ontologies) {
    by_id[ToLower(ontology.id)] = {
        {"id", ontology.id}, {"nameSpacePrefix", ToUpper(ontology.id)}, {"version", ontology.version}};
  }
  for (const FilteringTerm& term : terms) {
    if (term.type == "custom" || !IsCode(term.id)) continue;
    const std::string prefix = term.id.substr(0, term.id.find(':'));
    by_id.try_emplace(ToLower(prefix), Json{{"id", ToLower(prefix)}, {"nameSpacePrefix", prefix}});
  }
  Json resources = Json::array();
  for (auto& [id, resource] : by_id) resources.push_back(std::move(resource));
  return resources;
}

struct UsedCode {
  std::string label;
  std::set<std::string> scopes;
  bool measured = false;
};

void AddUsedCode(const CodeField& field, const std::string& code, const std::string& label,
                 std::map<std::string, UsedCode>& codes) {
  if (!IsCode(code)) return;
  UsedCode& used = codes[code];
  if (!label.empty()) used.label = label;
  used.scopes.insert(std::string(TypeOf(field.entry).id));
  used.measured = used.measured || field.record == "measurement";
}

/// The codes that records have in a field, with their labels, by the host's own eyes.
void AddCodesOfRecords(const Node& node, const CodeField& field, std::map<std::string, UsedCode>& codes) {
  const std::string counted =
      field.record.empty() ? std::string(TypeOf(field.entry).counted) : Concat(field.record, "s");
  const std::string text = Concat("count ", counted, " by ", field.field);
  absl::StatusOr<std::vector<Answer>> answers = node.AskAsHost(text, {});
  if (!answers.ok() || answers->size() != 1 || !(*answers)[0].table.has_value()) return;
  const Table& table = *(*answers)[0].table;
  for (const std::vector<Cell>& row : table.rows) {
    const auto* code = std::get_if<std::string>(&row[0]);
    if (code == nullptr) continue;
    const auto label = table.labels.find(*code);
    AddUsedCode(field, *code, label == table.labels.end() ? "" : label->second, codes);
  }
}

/// Those that are listed for guests in this very field. What a loaded ontology explains is known anyway.
void AddListedCodes(const Node& node, const CodeField& field, std::map<std::string, UsedCode>& codes) {
  const absl::StatusOr<std::vector<ListedCode>> all = node.ListedFor(Caller(), EntityOf(field), field.field);
  if (!all.ok()) return;
  for (const ListedCode& listed : *all) {
    if (IsCode(listed.code) && !IsOfLoadedOntology(node, listed.code)) {
      AddUsedCode(field, listed.code, listed.label, codes);
    }
  }
}

}  // namespace

std::shared_ptr<const std::vector<FilteringTerm>> FilteringTerms::List() const {
  const uint64_t version = node_.version();
  absl::MutexLock lock(&mutex_);
  if (terms_ != nullptr && version_ == version) return terms_;
  std::map<std::string, UsedCode> codes;
  const bool exact = node_.IsExact(Tier::kPublic);
  for (const CodeField& field : CodeFields()) {
    exact ? AddCodesOfRecords(node_, field, codes) : AddListedCodes(node_, field, codes);
  }
  std::vector<FilteringTerm> terms;
  for (const auto& [code, used] : codes) {
    terms.push_back({code, "ontologyTerm", used.label, {used.scopes.begin(), used.scopes.end()}});
    if (used.measured) {
      terms.push_back({code, "alphanumeric", used.label, {"individual"}});
    }
  }
  for (const std::string_view code : {"NCIT:C16576", "NCIT:C20197", "NCIT:C17998"}) {
    terms.push_back({std::string(code), "ontologyTerm", std::string(SexOfCode(code)), {"individual"}});
  }
  for (const ModelPath& path : ModelPaths()) {
    terms.push_back(
        {std::string(path.name), "alphanumeric", std::string(path.title), {std::string(TypeOf(path.entry).id)}});
  }
  if (!age_means_.empty()) terms.push_back({"age", "alphanumeric", age_means_, {"individual"}});
  for (const Collection& cohort : node_.Cohorts(Caller())) {
    terms.push_back({"cohort:" + cohort.id, "custom", cohort.name, {"individual"}});
  }
  std::sort(terms.begin(), terms.end(), [](const FilteringTerm& a, const FilteringTerm& b) {
    return std::tie(a.id, a.type) < std::tie(b.id, b.type);
  });
  terms.erase(std::unique(terms.begin(), terms.end(),
                          [](const FilteringTerm& a, const FilteringTerm& b) {
                            return a.id == b.id && a.type == b.type && a.scopes == b.scopes;
                          }),
              terms.end());
  terms_ = std::make_shared<const std::vector<FilteringTerm>>(std::move(terms));
  version_ = version;
  return terms_;
}

Json TermsAnswer(std::string_view beacon_id, const std::vector<FilteringTerm>& terms,
                 const std::vector<OntologyVersion>& ontologies, const BeaconRequest& request, std::string_view scope) {
  return {{"meta", InformationMeta(beacon_id, "responses/beaconFilteringTermsResponse.json")},
          {"response",
           {{"filteringTerms", PageOf(terms, request.skip, request.limit.value_or(kTermsOnAPage), scope)},
            {"resources", ResourcesOf(terms, ontologies)}}}};
}

}  // namespace muster::serve
