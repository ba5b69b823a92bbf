// A sink that inspects all records of an import, and afterwards reports what only all of them together show.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_WATCHED_SINK_H_
#define MUSTER_ENGINE_IMPORT_WATCH_WATCHED_SINK_H_

#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/record/deliver/renewed_rows.h"
#include "engine/import/record/sink.h"
#include "engine/import/watch/family_check.h"
#include "engine/import/watch/missing_numbers.h"
#include "engine/import/watch/odd_ages.h"
#include "engine/import/watch/other_species.h"
#include "engine/import/watch/placeholder_ids.h"
#include "engine/import/watch/several_names.h"
#include "engine/import/watch/shared_samples.h"
#include "engine/import/watch/shared_values.h"
#include "engine/import/watch/shifted_midnights.h"
#include "engine/import/watch/suffixed_ids.h"
#include "engine/import/watch/turned_pairs.h"
#include "engine/import/watch/turned_sexes.h"
#include "engine/import/watch/unlikely_values.h"

namespace muster::import {

/// Passes everything on to another sink.
class WatchedSink : public Sink {
 public:
  explicit WatchedSink(Sink& sink) : sink_(sink) {}
  const MissingNumbers& numbers() const { return numbers_; }
  const UnlikelyValues& unlikely() const { return unlikely_; }
  const FamilyCheck& families() const { return families_; }
  const PlaceholderIds& ids() const { return ids_; }
  const SharedValues& shared() const { return shared_; }
  const SharedSamples& samples() const { return samples_; }
  const OtherSpecies& species() const { return species_; }
  const SeveralNames& names() const { return names_; }
  const SuffixedIds& suffixed() const { return suffixed_; }
  const TurnedSexes& sexes() const { return sexes_; }
  const ShiftedMidnights& midnights() const { return midnights_; }
  const OddAges& ages() const { return ages_; }
  const TurnedPairs& pairs() const { return pairs_; }
  const RenewedRows& renewed() const { return renewed_; }

  model::Symbol Intern(std::string_view text, std::string_view label) override { return sink_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    numbers_.Look(record);
    unlikely_.Look(record, sink_.symbols());
    families_.Look(record);
    ids_.Look(record.id);
    shared_.Look(record);
    samples_.Look(record);
    species_.Look(record);
    names_.Look(record);
    suffixed_.Look(record);
    sexes_.Look(record, sink_.symbols());
    midnights_.Look(record);
    ages_.Look(record);
    pairs_.Look(record, sink_.symbols());
    absl::Status added = sink_.AddRecord(std::move(record), taken);
    if (added.ok()) renewed_.Look(*taken);
    return added;
  }
  void set_united_rules(const model::UnitedRules* rules) override { sink_.set_united_rules(rules); }
  const model::Dictionary& symbols() const override { return sink_.symbols(); }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override { return sink_.AddOntology(std::move(ontology)); }
  absl::Status AddCollection(model::Collection collection) override {
    return sink_.AddCollection(std::move(collection));
  }
  void AddLabels(std::vector<LabelOfCode> labels) override { sink_.AddLabels(std::move(labels)); }

 private:
  Sink& sink_;
  MissingNumbers numbers_;
  UnlikelyValues unlikely_;
  FamilyCheck families_;
  PlaceholderIds ids_;
  SharedValues shared_;
  SharedSamples samples_;
  OtherSpecies species_;
  SeveralNames names_;
  SuffixedIds suffixed_;
  TurnedSexes sexes_;
  ShiftedMidnights midnights_;
  OddAges ages_;
  TurnedPairs pairs_;
  RenewedRows renewed_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_WATCHED_SINK_H_
