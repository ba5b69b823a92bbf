#include "engine/api/found/other_systems.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/api/found/asked/asked_groups.h"
#include "engine/api/found/asked/asked_terms.h"
#include "engine/bind/catalogue/datasets/datasets_out_of_reach.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/values/term_binder.h"
#include "engine/execute/rows/row_set.h"
#include "engine/model/codes/code_editions.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using bind::CodesOfEntity;
using grammar::Literal;
using grammar::Rewriting;
using model::Entity;
using model::FieldId;
using model::Symbol;
using model::SymbolList;
using ontology::Concept;
using Segment = storage::SegmentReader;
using Systems = std::set<std::string, std::less<>>;

constexpr int64_t kFewest = 5;
constexpr int64_t kMany = 20;     // one in N
constexpr int64_t kSeldom = 100;  // of whole datasets

FieldId PrimaryOf(Entity entity) { return static_cast<FieldId>(model::Info(entity).primary); }

// "ICD10GM:" and its editions are one.
std::string SystemOf(std::string_view code) {
  const auto editions = model::EditionsOf(code);
  return std::string(editions.empty() ? bind::KindOf(code) : editions.front());
}

// What is asked for: the systems of its codes, and the ontologies that have these.
struct Known {
  Systems systems;
  std::set<uint32_t> ontologies;

  std::string Key() const {
    return absl::StrCat("systems ", absl::StrJoin(systems, " "), " ", absl::StrJoin(ontologies, " "));
  }
};

class OtherSystems {
 public:
  OtherSystems(const bind::SideBySide& criteria, const std::vector<std::string>& told,
               const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter)
      : found_(*found),
        view_(found->view()),
        reporter_(reporter),
        asked_(AskedTermsIn(criteria, found->counted())),
        said_(said) {
    for (const std::string& code : told) told_.insert(SystemOf(code));
  }

  void Note() {
    std::map<Entity, Said> said;
    for (const AskedGroup& group : AskedGroupsOf(asked_, said_)) {
      auto one = Find(group);
      if (!one) continue;
      const auto [at, is_new] = said.try_emplace(group.entity, *std::move(one));
      if (!is_new && one->people > at->second.people) at->second = *std::move(one);
    }
    for (const auto& [entity, one] : said) Say(one);
  }

 private:
  struct Said {
    AskedGroup group;
    Systems systems;
    std::vector<Symbol> codes;          // of these
    std::vector<std::string> datasets;  // of which the terms reach nothing
    int64_t of_datasets = 0;            // people
    int64_t people, all;
  };

  // Nullopt after a failure.
  std::optional<Known> KnownBy(const AskedGroup& group) {
    Known known;
    for (const AskedTerms* asked : group.asked) {
      for (const Literal& term : *asked->terms) {
        const auto code = bind::TermBinder(view_, reporter_).CodeOf(term, PrimaryOf(group.entity));
        if (!code) return std::nullopt;
        const Concept found = view_.terminology().Find(*code);
        known.systems.insert(SystemOf(*code));
        for (const ontology::Node node : found.nodes) known.ontologies.insert(node.ontology);
      }
    }
    return known;
  }

  // Recorded codes of systems of which nothing is known there, by system. Some of its codes show whether it is known.
  std::map<std::string, std::vector<Symbol>> CodesOfOthers(const Known& known, const SymbolList& values) {
    std::map<std::string, std::vector<Symbol>> others;
    constexpr size_t kMostLookedUp = 500;  // of one system
    Systems reached = known.systems;
    for (const Symbol symbol : values) {
      const std::string_view code = view_.dictionary().Text(symbol);
      std::string system = SystemOf(code);
      if (system.empty() || reached.contains(system)) continue;
      std::vector<Symbol>& codes = others[system];
      codes.push_back(symbol);
      if (codes.size() > kMostLookedUp) continue;
      const std::vector<ontology::Node> nodes = view_.terminology().Find(code).nodes;
      if (std::any_of(nodes.begin(), nodes.end(),
                      [&](const ontology::Node& node) { return known.ontologies.contains(node.ontology); })) {
        others.erase(system);
        reached.insert(std::move(system));
      }
    }
    return others;
  }

  std::optional<Said> Find(const AskedGroup& group) {
    const auto known = KnownBy(group);
    if (!known) return std::nullopt;
    const auto values = view_.RecordedValues(PrimaryOf(group.entity));
    if (!values.ok()) return Failed(values.status());
    std::optional<std::map<std::string, std::vector<Symbol>>> others;
    std::optional<SymbolList> theirs, rest;
    const auto people_of = [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
      if (!others) {
        others = CodesOfOthers(*known, **values);
        std::erase_if(*others, [&](const auto& system) { return told_.contains(system.first); });
        std::vector<Symbol> all, left;
        for (const auto& [system, codes] : *others) all.insert(all.end(), codes.begin(), codes.end());
        theirs.emplace(std::move(all));
        for (const Symbol symbol : **values) {
          if (!theirs->Contains(symbol)) left.push_back(symbol);
        }
        rest.emplace(std::move(left));
      }
      auto with = bind::PeopleWithCodes(segment, {group.entity, &*theirs});
      if (!with.ok() || with->Empty()) return with;
      const auto with_rest = bind::PeopleWithCodes(segment, {group.entity, &*rest});
      if (!with_rest.ok()) return with_rest;
      return storage::Bitmap::AndNot(*with, *with_rest);
    };
    const bind::PeopleKey key = bind::PeopleKey(absl::StrCat(known->Key(), " ", absl::StrJoin(told_, " ")))
                                    .Add(static_cast<uint64_t>(group.entity));
    const auto somewhere = view_.people().Count({}, key, people_of);
    if (!somewhere.ok()) return Failed(somewhere.status());
    if (static_cast<int64_t>(somewhere->with) < kFewest) return std::nullopt;
    const std::optional<int64_t> found = found_.Count();
    if (!found) return std::nullopt;
    const auto out_of_reach = bind::DatasetsOutOfReach(view_, group.entity, key, people_of);
    if (!out_of_reach.ok()) return Failed(out_of_reach.status());
    const std::vector<Symbol>& datasets = *out_of_reach;
    if (!AreMany(static_cast<int64_t>(somewhere->with), *found, datasets.empty() ? kMany : kSeldom)) {
      return std::nullopt;
    }
    People among;
    for (const auto& segment : view_.snapshot().segments) {
      auto rows = people_of(*segment);
      if (!rows.ok()) return Failed(rows.status());
      among.rows.emplace_back(*std::move(rows));
    }
    const Rewriting any = group.WithAny();
    const std::optional<int64_t> people = Differ(group, any, among);
    if (!people || *people < kFewest) return std::nullopt;
    const std::optional<int64_t> all = group.none ? found : found_.CountWith(any);
    if (!all || !AreMany(*people, *all, datasets.empty() ? kMany : kSeldom)) return std::nullopt;
    Said said{group, {}, {}, {}, 0, *people, *all};
    if (!TellDatasets(datasets, any, among, &said)) return std::nullopt;
    if (said.datasets.empty() && !AreMany(*people, *all, kMany)) return std::nullopt;
    for (const auto& [system, codes] : *others) {
      said.systems.insert(std::string(bind::KindOf(view_.dictionary().Text(codes.front()))));
      said.codes.insert(said.codes.end(), codes.begin(), codes.end());
    }
    return said;
  }

  // How many of `among` are found only with any row in place of the terms, or behind `no`, only with these. Nullopt
  // after a failure.
  std::optional<int64_t> Differ(const AskedGroup& group, const Rewriting& any, const People& among) {
    const auto now = found_.Of(grammar::Clone(found_.criteria()), among);
    const auto then = found_.Of(WithOthers(found_.criteria(), any), among);
    if (!now || !then) return std::nullopt;
    return group.none ? now->Size() - then->Size() : then->Size() - now->Size();
  }

  // False after a failure.
  bool TellDatasets(const std::vector<Symbol>& datasets, const Rewriting& any, const People& among, Said* said) {
    for (const Symbol dataset : datasets) {
      const SymbolList one({dataset});
      People in_dataset;
      for (size_t s = 0; s < among.rows.size(); ++s) {
        auto rows = bind::PeopleWithCodes(*view_.snapshot().segments[s], {Entity::kIndividual, &one});
        if (!rows.ok()) reporter_->Fail(rows.status());
        if (!rows.ok()) return false;
        in_dataset.rows.push_back(execute::RowSet::And(execute::RowSet(*std::move(rows)), among.rows[s]));
      }
      const std::optional<int64_t> people = Differ(said->group, any, in_dataset);
      if (!people) return false;
      if (*people < kFewest || !AreEnough(*people, said->all)) continue;
      said->datasets.push_back(bind::DatasetAsWritten(view_, dataset));
      said->of_datasets += *people;
    }
    return true;
  }

  // Recorded codes of the other systems that an ontology refers to from what one criterion asks for.
  std::vector<std::string> ReferredTo(const AskedTerms& asked, const Said& said) {
    std::set<std::string> referred;
    for (const Literal& term : *asked.terms) {
      const auto code = bind::TermBinder(view_, reporter_).CodeOf(term, PrimaryOf(said.group.entity));
      if (!code) continue;
      for (const ontology::Node node : view_.terminology().Find(*code).nodes) {
        for (const ontology::CrossReference& other : view_.terminology().term(node).xrefs) {
          AddRecorded(other.id, said, &referred);
        }
      }
    }
    return {referred.begin(), referred.end()};
  }

  void AddRecorded(const std::string& code, const Said& said, std::set<std::string>* referred) const {
    const size_t colon = code.find(':');
    if (colon == std::string::npos) return;
    std::vector<std::string> spellings = {code};
    for (const std::string_view edition : model::EditionsOf(code)) {
      spellings.push_back(absl::StrCat(std::string(edition), code.substr(colon)));
    }
    for (const std::string& spelling : spellings) {
      const SymbolList codes(said.codes);
      const Concept found = view_.terminology().Find(spelling);
      const auto reached = view_.terminology().FollowOnce(found, ontology::Reach::kDescendants);
      if (bind::Meet(codes, *reached.symbols)) referred->insert(spelling);
    }
  }

  void Say(const Said& said) {
    const model::EntityInfo& info = model::Info(said.group.entity);
    std::vector<std::string> terms;
    for (const AskedTerms* asked : said.group.asked) {
      for (const Literal& term : *asked->terms) terms.push_back(grammar::Print(term));
    }
    constexpr size_t kMostNamed = 3;
    if (terms.size() > kMostNamed) {
      terms.resize(kMostNamed);
      terms.emplace_back("...");
    }
    const std::string have = absl::StrCat(
        " have ", std::string(info.plural), " under ", absl::StrJoin(said.systems, ", "), " codes only, which ",
        absl::StrJoin(terms, " or "), terms.size() == 1 ? " does" : " do", " not reach");
    std::string message =
        said.group.none ? absl::StrCat(said.people, " of ", found_.InWords(said.all), have)
                        : absl::StrCat(said.people, " of the ", said.all, " individuals who would be found with any ",
                                       std::string(info.name), " in its place", have);
    std::vector<std::string> hints;
    Rewriting with;
    std::set<std::string> referred;
    for (const AskedTerms* asked : said.group.asked) {
      const std::vector<std::string> codes = ReferredTo(*asked, said);
      if (codes.empty()) continue;
      for (auto& [node, other] : asked->WithCodes(codes)) with[node] = std::move(other);
      referred.insert(codes.begin(), codes.end());
    }
    // A minority may well have other diseases: where nothing hints at theirs, it would be said of each question.
    if (referred.empty() && said.datasets.empty() && !AreMany(said.people, said.all, 2)) return;
    if (!said.datasets.empty()) {
      constexpr size_t kMostDatasets = 3;
      const size_t shown = std::min(said.datasets.size(), kMostDatasets);
      const bool one = said.datasets.size() == 1;
      absl::StrAppend(
          &message, "; ", said.of_datasets == said.people ? "all" : absl::StrCat(said.of_datasets),
          " of them are in dataset", one ? " " : "s ",
          absl::StrJoin(said.datasets.begin(), said.datasets.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
          shown < said.datasets.size() ? absl::StrCat(" and ", said.datasets.size() - shown, " more") : "",
          ", where hardly any ", std::string(info.name), " is in reach");
    }
    if (!referred.empty()) {
      const std::string statement = reporter_->Rewritten(std::move(with));
      hints.push_back(absl::StrCat(
          "the ontology refers to ", absl::StrJoin(referred, ", "),
          statement.empty() ? "" : ", which may mean more or less; to ask for these as well, write ", statement));
    }
    hints.push_back(absl::StrCat("name the codes that are meant as well, with `or`; count individuals by ",
                                 std::string(info.name), " lists those that are recorded"));
    reporter_->Note(said.group.asked.front()->span, "other-systems", std::move(message), std::move(hints));
  }

  std::nullopt_t Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return std::nullopt;
  }

  FoundPeople& found_;
  const bind::CatalogueView& view_;
  bind::Reporter* reporter_;
  const std::vector<AskedTerms> asked_;
  const std::vector<Diagnostic>& said_;
  Systems told_;
};

}  // namespace

void NoteOtherSystems(const bind::SideBySide& criteria, const std::vector<std::string>& told,
                      const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter) {
  if (!found->AreIndividuals()) return;
  OtherSystems(criteria, told, said, found, reporter).Note();
}

}  // namespace muster::api
