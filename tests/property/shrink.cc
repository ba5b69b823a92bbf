#include "tests/property/shrink.h"

#include <chrono>
#include <map>
#include <utility>
#include <vector>

#include "tests/property/simplify_query.h"

namespace muster::property {
namespace {

/// A minute is enough for a small case; what is not small by then is shown as it is.
constexpr std::chrono::seconds kPatience{60};

class Shrinker {
 public:
  Shrinker(Case failing, const std::function<bool(const Case&)>& fails)
      : case_(std::move(failing)), fails_(fails), end_(std::chrono::steady_clock::now() + kPatience) {}

  Case Run(bool only_query) {
    Case simple = case_;
    simple.way = Way::kOneSegment;
    Try(std::move(simple));
    if (only_query) {
      CutQuery();
      return std::move(case_);
    }
    for (bool smaller = true; smaller;) {
      smaller = CutRecords();
      smaller = CutQuery() || smaller;
      smaller = CutCollections() || smaller;
      smaller = CutCohorts() || smaller;
      smaller = CutRows() || smaller;
      smaller = CutValues() || smaller;
      smaller = CutOntologies() || smaller;
      smaller = CutTerms() || smaller;
    }
    return std::move(case_);
  }

 private:
  bool Try(Case smaller) {
    if (std::chrono::steady_clock::now() > end_ || !fails_(smaller)) return false;
    case_ = std::move(smaller);
    return true;
  }

  bool CutQuery() {
    for (bool any = false;; any = true) {
      bool cut = false;
      for (std::string& query : Simpler(case_.query)) {
        Case smaller = case_;
        smaller.query = std::move(query);
        if ((cut = Try(std::move(smaller)))) break;
      }
      if (!cut) return any;
    }
  }

  bool CutCollections() {
    bool any = false;
    for (size_t c = 0; c < case_.world.collections.size();) {
      Case smaller = case_;
      smaller.world.collections.erase(smaller.world.collections.begin() + static_cast<ptrdiff_t>(c));
      if (Try(std::move(smaller))) {
        any = true;
        continue;
      }
      for (size_t u = 0; u < case_.world.collections[c].data_uses.size();) {
        smaller = case_;
        auto& uses = smaller.world.collections[c].data_uses;
        uses.erase(uses.begin() + static_cast<ptrdiff_t>(u));
        Try(std::move(smaller)) ? any = true : (++u, false);
      }
      ++c;
    }
    return any;
  }

  bool CutCohorts() {
    bool any = false;
    const std::map<std::string, std::string> cohorts = case_.world.cohorts;
    for (const auto& [name, definition] : cohorts) {
      Case smaller = case_;
      smaller.world.cohorts.erase(name);
      if (Try(std::move(smaller))) {
        any = true;
        continue;
      }
      for (bool cut = true; cut;) {
        cut = false;
        for (std::string& simpler : Simpler(case_.world.cohorts[name])) {
          smaller = case_;
          smaller.world.cohorts[name] = std::move(simpler);
          if ((cut = Try(std::move(smaller)))) break;
        }
        any = any || cut;
      }
    }
    return any;
  }

  bool CutRecords() {
    bool any = false;
    for (size_t size = (case_.world.records.size() + 1) / 2; size > 0; size /= 2) {
      for (size_t begin = 0; begin + size <= case_.world.records.size();) {
        Case smaller = case_;
        const auto first = smaller.world.records.begin() + static_cast<ptrdiff_t>(begin);
        smaller.world.records.erase(first, first + static_cast<ptrdiff_t>(size));
        if (Try(std::move(smaller))) {
          any = true;
        } else {
          begin += size;
        }
      }
    }
    return any;
  }

  /// Removes a row and all that lie under it.
  static void RemoveRow(uint32_t removed, model::Record* record) {
    std::vector<bool> gone(record->rows.size());
    std::vector<uint32_t> number(record->rows.size());
    std::vector<model::Row> kept;
    for (uint32_t i = 0; i < record->rows.size(); ++i) {
      model::Row& row = record->rows[i];
      gone[i] = i == removed || (i > 0 && gone[row.parent]);
      if (gone[i]) continue;
      number[i] = static_cast<uint32_t>(kept.size());
      row.parent = number[row.parent];
      kept.push_back(std::move(row));
    }
    record->rows = std::move(kept);
  }

  bool CutRows() {
    bool any = false;
    for (size_t r = 0; r < case_.world.records.size(); ++r) {
      for (uint32_t row = 1; row < case_.world.records[r].rows.size();) {
        Case smaller = case_;
        RemoveRow(row, &smaller.world.records[r]);
        if (Try(std::move(smaller))) {
          any = true;
        } else {
          ++row;
        }
      }
    }
    return any;
  }

  bool CutValues() {
    bool any = false;
    for (size_t r = 0; r < case_.world.records.size(); ++r) {
      for (size_t row = 0; row < case_.world.records[r].rows.size(); ++row) {
        for (size_t v = 0; v < case_.world.records[r].rows[row].values.size();) {
          // The dataset is part of the identity.
          const model::FieldId field = case_.world.records[r].rows[row].values[v].field;
          Case smaller = case_;
          auto& values = smaller.world.records[r].rows[row].values;
          values.erase(values.begin() + static_cast<ptrdiff_t>(v));
          if (field != model::field::kDataset && Try(std::move(smaller))) {
            any = true;
          } else {
            ++v;
          }
        }
      }
    }
    return any;
  }

  bool CutOntologies() {
    bool any = false;
    for (size_t o = 0; o < case_.world.ontologies.size();) {
      Case smaller = case_;
      smaller.world.ontologies.erase(smaller.world.ontologies.begin() + static_cast<ptrdiff_t>(o));
      if (Try(std::move(smaller))) {
        any = true;
      } else {
        ++o;
      }
    }
    return any;
  }

  static ontology::OntologyPtr Without(size_t removed, const ontology::Ontology& ontology) {
    const std::vector<ontology::Term> terms = ontology.AllTerms();
    ontology::OntologyDraft draft;
    draft.id = ontology.id();
    draft.version = ontology.version();
    for (size_t t = 0; t < terms.size(); ++t) {
      if (t == removed) continue;
      ontology::OntologyDraft::DraftTerm& kept = draft.terms.emplace_back();
      kept.term = terms[t];
      kept.term.parents.clear();
      for (const ontology::TermIndex parent : terms[t].parents) {
        if (parent != removed) kept.parent_ids.push_back(terms[parent].id);
      }
    }
    return *ontology::Ontology::Build(std::move(draft), nullptr);
  }

  bool CutTerms() {
    bool any = false;
    for (size_t o = 0; o < case_.world.ontologies.size(); ++o) {
      for (size_t t = case_.world.ontologies[o]->size(); t > 0; --t) {
        Case smaller = case_;
        smaller.world.ontologies[o] = Without(t - 1, *case_.world.ontologies[o]);
        any = Try(std::move(smaller)) || any;
      }
    }
    return any;
  }

  Case case_;
  const std::function<bool(const Case&)>& fails_;
  const std::chrono::steady_clock::time_point end_;
};

}  // namespace

Case Shrink(Case failing, bool only_query, const std::function<bool(const Case&)>& fails) {
  return Shrinker(std::move(failing), fails).Run(only_query);
}

}  // namespace muster::property
