#include <iterator>
#include <utility>

#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/ontology/draft.h"
#include "engine/ontology/readers.h"
#include "simdjson.h"

namespace muster::ontology {
namespace {

using model::Concat;
using model::NormalizeCode;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kObo = "http://purl.obolibrary.org/obo/";
constexpr std::string_view kOboInOwl = "http://www.geneontology.org/formats/oboInOwl#";

// What is missing or of another type reads as empty: a graph may leave out nearly everything.

std::string_view Text(object parent, std::string_view key) {
  std::string_view text;
  return parent.at_key(key).get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool IsTrue(object parent, std::string_view key) {
  bool value;
  return parent.at_key(key).get(value) == simdjson::SUCCESS && value;
}

/// Calls `visit` with each object of the list `key`.
template <typename Visit>
void ForEachObject(object parent, std::string_view key, Visit visit) {
  array items;
  if (parent.at_key(key).get(items) != simdjson::SUCCESS) return;
  for (element item : items) {
    if (!ShouldContinueSampled()) return;
    object member;
    if (item.get(member) == simdjson::SUCCESS) visit(member);
  }
}

/// "http://purl.obolibrary.org/obo/IAO_0100001", "IAO:0100001" and the like.
bool IsProperty(std::string_view predicate, std::string_view iri_start, std::string_view name) {
  if (model::ConsumePrefix(predicate, iri_start)) return predicate == name;
  return false;
}

Synonym::Scope ScopeOf(std::string_view predicate) {
  model::ConsumePrefix(predicate, kOboInOwl);
  if (predicate == "hasExactSynonym") return Synonym::Scope::kExact;
  if (predicate == "hasBroadSynonym") return Synonym::Scope::kBroad;
  if (predicate == "hasNarrowSynonym") return Synonym::Scope::kNarrow;
  return Synonym::Scope::kRelated;
}

/// True when a cross-reference has a source that says that it means the same.
bool IsEquivalent(object xref) {
  bool equivalent = false;
  const auto look_at_list = [&](object holder) {
    array sources;
    if (holder.at_key("xrefs").get(sources) != simdjson::SUCCESS) return;
    for (element source : sources) {
      std::string_view text;
      object named;
      if (source.get(text) != simdjson::SUCCESS && source.get(named) == simdjson::SUCCESS) text = Text(named, "val");
      equivalent = equivalent || ontology::SaysEquivalent(text);
    }
  };
  look_at_list(xref);
  object meta;
  if (xref.at_key("meta").get(meta) != simdjson::SUCCESS) return equivalent;
  look_at_list(meta);
  ForEachObject(meta, "basicPropertyValues",
                [&](object property) { equivalent = equivalent || ontology::SaysEquivalent(Text(property, "val")); });
  return equivalent;
}

/// Reads one graph.
class Reader {
 public:
  OntologyDraft Read(object graph) {
    ReadGraph(graph);
    return std::move(draft_);
  }

 private:
  /// A node that only says that its id now belongs to another term.
  struct Merged {
    std::string id;
    std::string into;
  };

  void ReadGraph(object graph) {
    object meta;
    if (graph.at_key("meta").get(meta) == simdjson::SUCCESS) ReadGraphMeta(meta);
    size_t number = 0;
    ForEachObject(graph, "nodes", [&](object node) { ReadNode(node, number++); });
    for (Merged& merged : merged_) {
      if (Term* term = Find(merged.into)) {
        term->alternative_ids.push_back(std::move(merged.id));
      } else {
        OntologyDraft::DraftTerm drafted;
        drafted.term.id = std::move(merged.id);
        drafted.term.obsolete = true;
        drafted.term.replaced_by.push_back(std::move(merged.into));
        Add(std::move(drafted));
      }
    }
    ForEachObject(graph, "edges", [&](object edge) { ReadEdge(edge); });
    ForEachObject(graph, "logicalDefinitionAxioms", [&](object axiom) { ReadDefinition(axiom); });
    ForEachObject(graph, "equivalentNodesSets", [&](object set) { ReadEquivalents(set); });
    for (OntologyDraft::DraftTerm& drafted : draft_.terms) TidyXrefs(drafted.term);
    draft_.id = OntologyId(Text(graph, "id"), draft_.terms);
    AddParents(genera_, draft_);
    NoteMissingEdges(draft_, notes_);
    draft_.notes = notes_.Take();
  }

  void ReadGraphMeta(object meta) {
    draft_.version = std::string(Text(meta, "version"));
    ForEachObject(meta, "basicPropertyValues", [&](object property) {
      if (draft_.version.empty() && Text(property, "pred").ends_with("versionInfo")) {
        draft_.version = std::string(Text(property, "val"));
      }
    });
  }

  void ReadNode(object node, size_t number) {
    const std::string_view type = Text(node, "type");
    const std::string_view label = Text(node, "lbl");
    if (!type.empty() ? type != "CLASS" : label.empty()) return;  // a property, or only a mention
    OntologyDraft::DraftTerm drafted;
    Term& term = drafted.term;
    term.id = NormalizeCode(Text(node, "id"));
    if (term.id.empty()) {
      notes_.Add(Concat({"node ", std::to_string(number), " has no id; it is left out"}));
      return;
    }
    term.label = std::string(label);
    object meta;
    bool is_merged = false;
    if (node.at_key("meta").get(meta) == simdjson::SUCCESS) is_merged = ReadMeta(meta, term);
    if (is_merged && term.label.empty() && term.replaced_by.size() == 1) {
      merged_.push_back({std::move(term.id), std::move(term.replaced_by.front())});
      return;
    }
    if (by_id_.contains(term.id)) notes_.Add(Concat({"node ", std::to_string(number), " repeats ", term.id}));
    Add(std::move(drafted));
  }

  /// True when the term was given up because it was merged with another.
  static bool ReadMeta(object meta, Term& term) {
    term.obsolete = IsTrue(meta, "deprecated");
    ForEachObject(meta, "synonyms", [&](object item) {
      Synonym synonym;
      synonym.text = std::string(model::Trim(Text(item, "val")));
      synonym.scope = ScopeOf(Text(item, "pred"));
      if (!synonym.text.empty()) term.synonyms.push_back(std::move(synonym));
    });
    ForEachObject(meta, "xrefs", [&](object item) {
      term.xrefs.push_back({NormalizeCode(Text(item, "val")), IsEquivalent(item)});
    });
    bool is_merged = false;
    ForEachObject(meta, "basicPropertyValues", [&](object item) {
      const std::string_view predicate = Text(item, "pred");
      const std::string_view value = Text(item, "val");
      if (value.empty()) return;
      if (IsProperty(predicate, kObo, "IAO_0100001")) term.replaced_by.push_back(NormalizeCode(value));
      if (IsProperty(predicate, kOboInOwl, "hasAlternativeId")) term.alternative_ids.push_back(NormalizeCode(value));
      if (IsProperty(predicate, kOboInOwl, "consider")) term.consider.push_back(NormalizeCode(value));
      if (IsExactMatch(predicate)) term.xrefs.push_back({NormalizeCode(value), true});
      if (IsProperty(predicate, kObo, "IAO_0000231")) is_merged = value.ends_with("IAO_0000227");
    });
    return is_merged && term.obsolete;
  }

  void ReadEdge(object edge) {
    const std::string_view predicate = Text(edge, "pred");
    if (IsExactMatch(predicate) || predicate.ends_with("equivalentClass")) {
      const std::string other = NormalizeCode(Text(edge, "obj"));
      if (Term* term = Find(NormalizeCode(Text(edge, "sub"))); term != nullptr && !other.empty()) {
        term->xrefs.push_back({other, true});
      }
      return;
    }
    if (IsPartOf(predicate)) return AddWhole(NormalizeCode(Text(edge, "sub")), NormalizeCode(Text(edge, "obj")));
    if (predicate != "is_a" && predicate != "subClassOf" && predicate != "rdfs:subClassOf" &&
        predicate != "http://www.w3.org/2000/01/rdf-schema#subClassOf") {
      return;
    }
    AddParent(NormalizeCode(Text(edge, "sub")), NormalizeCode(Text(edge, "obj")));
  }

  void AddWhole(const std::string& part, std::string whole) {
    const auto found = by_id_.find(part);
    if (found != by_id_.end() && !whole.empty()) draft_.terms[found->second].whole_ids.push_back(std::move(whole));
  }

  void AddParent(const std::string& child, std::string parent) {
    auto found = by_id_.find(child);
    if (found == by_id_.end() && child.find(':') != child.npos && !parent.empty()) {
      // A term of another graph, or one that is only mentioned.
      OntologyDraft::DraftTerm mentioned;
      mentioned.term.id = child;
      Add(std::move(mentioned));
      found = by_id_.find(child);
    }
    if (found == by_id_.end() || parent.empty()) {
      notes_.Add(Concat({"an edge from '", child.substr(0, 60), "' to '", parent.substr(0, 60), "' is left out"}));
      return;
    }
    draft_.terms[found->second].parent_ids.push_back(std::move(parent));
  }

  /// What is a genus with differences is the genus.
  void ReadDefinition(object axiom) {
    const std::string defined = NormalizeCode(Text(axiom, "definedClassId"));
    array genera;
    ForEachObject(axiom, "restrictions", [&](object restriction) {
      if (IsPartOf(Text(restriction, "propertyId"))) AddWhole(defined, NormalizeCode(Text(restriction, "fillerId")));
    });
    if (defined.empty() || axiom.at_key("genusIds").get(genera) != simdjson::SUCCESS) return;
    for (element genus : genera) {
      std::string_view text;
      if (genus.get(text) != simdjson::SUCCESS) continue;
      if (const auto found = by_id_.find(defined); found != by_id_.end()) {
        genera_.push_back({found->second, NormalizeCode(text)});
      }
    }
  }

  /// All that a set names are equivalent to its representative.
  void ReadEquivalents(object set) {
    std::string representative = NormalizeCode(Text(set, "representativeNodeId"));
    array ids;
    if (set.at_key("nodeIds").get(ids) != simdjson::SUCCESS) return;
    for (element item : ids) {
      std::string_view text;
      if (item.get(text) != simdjson::SUCCESS) continue;
      const std::string id = NormalizeCode(text);
      if (representative.empty()) representative = id;
      if (id.empty() || id == representative) continue;
      if (Term* term = Find(representative)) term->xrefs.push_back({id, true});
      if (Term* term = Find(id)) term->xrefs.push_back({representative, true});
    }
  }

  void Add(OntologyDraft::DraftTerm drafted) {
    by_id_.emplace(drafted.term.id, draft_.terms.size());
    draft_.terms.push_back(std::move(drafted));
  }

  Term* Find(const std::string& id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &draft_.terms[found->second].term;
  }

  OntologyDraft draft_;
  Notes notes_;
  HashMap<std::string, size_t> by_id_;
  std::vector<Merged> merged_;
  std::vector<Genus> genera_;
};

/// Adds what another graph says of the same ontology.
void Append(OntologyDraft from, OntologyDraft& to) {
  if (to.version.empty()) to.version = std::move(from.version);
  std::move(from.terms.begin(), from.terms.end(), std::back_inserter(to.terms));
  std::move(from.notes.begin(), from.notes.end(), std::back_inserter(to.notes));
}

}  // namespace

absl::StatusOr<std::vector<OntologyDraft>> ReadOboGraphs(std::string_view text) {
  simdjson::dom::parser parser;
  element document;
  if (const auto error = parser.parse(text.data(), text.size()).get(document); error != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(Concat({"this is not JSON: ", simdjson::error_message(error)}));
  }
  object root;
  array graphs;
  if (document.get(root) != simdjson::SUCCESS || root.at_key("graphs").get(graphs) != simdjson::SUCCESS) {
    return absl::InvalidArgumentError("this is not an OBO graph: it has no list 'graphs'");
  }
  std::vector<OntologyDraft> drafts;
  HashMap<std::string, size_t> by_id;
  for (element item : graphs) {
    object graph;
    array nodes;
    if (item.get(graph) != simdjson::SUCCESS || graph.at_key("nodes").get(nodes) != simdjson::SUCCESS) continue;
    if (nodes.begin() == nodes.end()) continue;
    OntologyDraft draft = Reader().Read(graph);
    if (absl::Status check = CheckStop(); !check.ok()) return check;  // else it is not all of the graph
    if (const auto [found, added] = by_id.emplace(draft.id, drafts.size()); !added) {
      Append(std::move(draft), drafts[found->second]);
    } else {
      drafts.push_back(std::move(draft));
    }
  }
  if (drafts.empty()) return absl::InvalidArgumentError("this is not an OBO graph: no graph has 'nodes'");
  return drafts;
}

}  // namespace muster::ontology
