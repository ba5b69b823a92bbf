#include "engine/api/imports/writer_sink.h"

#include <string>
#include <utility>

#include "allowance/allowance.h"
#include "engine/model/document/collection.h"

namespace muster::api {

absl::Status WriterSink::AddRecord(model::Record&& record, model::Taken* taken) {
  if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
  absl::StatusOr<std::string> other_person = persons_.TakeContradicting(record, writer_);
  if (!other_person.ok()) return other_person.status();
  absl::Status added = writer_.AddRecord(record, taken);
  if (record.dataset == dataset_ && taken->how != model::Taken::How::kRefused) ++of_dataset_;
  people_.Add(record, *writer_.dictionary());
  taken->other_person = *std::move(other_person);
  if (has_earlier_ && taken->how == model::Taken::How::kAdded) new_people_.Add(record, *writer_.dictionary());
  return added;
}

absl::Status WriterSink::AddOntology(ontology::OntologyPtr ontology) {
  writer_.AddOntology(std::move(ontology));
  return absl::OkStatus();
}

absl::Status WriterSink::AddCollection(model::Collection collection) {
  writer_.PutDocument(model::CollectionDocument(collection.kind, collection.id), model::EncodeCollection(collection));
  return absl::OkStatus();
}

}  // namespace muster::api
