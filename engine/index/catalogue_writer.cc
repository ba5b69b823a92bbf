#include "engine/index/catalogue_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/index/segment_symbols.h"
#include "engine/index/symbols_proof.h"
#include "engine/model/document/code_spellings.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/composed.h"

namespace muster::index {

using storage::Bitmap;
using storage::Location;

namespace {

// Segments of fewer individuals are of one size.
constexpr uint64_t kSmallest = 64;

Bitmap FromUnsorted(const HashSet<uint32_t>& rows) {
  std::vector<uint32_t> sorted(rows.begin(), rows.end());
  std::sort(sorted.begin(), sorted.end());
  return Bitmap::FromSorted(sorted);
}

// `keywords`: what stands for words that are no codes.
void ReplaceCodes(const HashMap<model::Symbol, model::Symbol>& codes,
                  const HashMap<model::Symbol, model::Symbol>& keywords, model::Record& record) {
  const auto replace = [](const HashMap<model::Symbol, model::Symbol>& by, model::Symbol& symbol) {
    if (const auto found = by.find(symbol); found != by.end()) symbol = found->second;
  };
  for (model::Row& row : record.rows) {
    for (model::FieldValue& value : row.values) {
      const model::Kind kind = model::Info(value.field).kind;
      if (kind == model::Kind::kCode) replace(codes, std::get<model::Symbol>(value.value));
      if (kind == model::Kind::kTime) replace(codes, std::get<model::TimeValue>(value.value).term);
      if (kind == model::Kind::kKeyword && !model::IsId(value.field)) {
        replace(keywords, std::get<model::Symbol>(value.value));
      }
    }
  }
}

storage::DictionaryState StateOf(const model::Dictionary& dictionary) {
  return {static_cast<uint32_t>(dictionary.size_in_blocks()), dictionary.checksum_of_blocks()};
}

}  // namespace

CatalogueWriter::CatalogueWriter(storage::Store& store, model::DictionaryPtr dictionary, const WriterOptions& options)
    : store_(store),
      options_(options),
      base_(store.snapshot()),
      dictionary_(std::make_shared<model::Dictionary>(*dictionary)),
      replaced_(base_) {}

absl::Status CatalogueWriter::AddRecord(const model::Record& record, model::Taken* taken) {
  *taken = {};
  if (const auto it = added_.find(storage::IdPrefix(record.dataset, record.id)); it != added_.end()) {
    return AddTo(it->second, record, taken);
  }
  if (!base_->segments.empty()) {
    const absl::StatusOr<std::optional<Location>> before = store_.Find(*base_, record.dataset, record.id);
    if (!before.ok()) return before.status();
    if (before->has_value()) {
      absl::StatusOr<model::Replacement> replacement = replaced_.Compare(**before, record, *dictionary_);
      if (!replacement.ok()) return replacement.status();
      // Not so when this commit has removed the individual before.
      if (dead_[(*before)->segment].insert((*before)->row).second) {
        *taken = {.how = model::Taken::How::kReplaced, .replacement = *std::move(replacement)};
      }
    }
  }
  return Add(record);
}

absl::Status CatalogueWriter::Add(const model::Record& record) {
  absl::StatusOr<Location> location = Append(record);
  if (!location.ok()) return location.status();
  added_[storage::IdPrefix(record.dataset, record.id)] = *location;
  return absl::OkStatus();
}

absl::Status CatalogueWriter::AddTo(Location before, const model::Record& record, model::Taken* taken) {
  const uint32_t records = ++united_[storage::IdPrefix(record.dataset, record.id)];
  if (records > model::kMaxUnited) {
    taken->how = model::Taken::How::kTooMany;
    return absl::OkStatus();
  }
  const absl::StatusOr<storage::SegmentWriter*> writer = OpenWriter();
  if (!writer.ok()) return writer.status();
  const absl::StatusOr<std::string> bytes = (*writer)->Record(before.segment, before.row);
  if (!bytes.ok()) return bytes.status();
  absl::StatusOr<model::Record> united = model::DecodeRecord(*bytes);
  if (!united.ok()) return united.status();
  const model::Record earlier = *united;
  std::vector<model::ImplausibleTime> implausible;
  const bool lifetime = united_rules_ != nullptr && united_rules_->lifetime;
  if (const auto contradiction = model::Unite(record, *united, *dictionary_, lifetime ? &implausible : nullptr)) {
    *taken = {.how = model::Taken::How::kRefused, .remark = model::Show(*contradiction, *dictionary_)};
    return absl::OkStatus();
  }
  bool changed = *united != earlier;
  if (united_rules_ != nullptr && (changed || !implausible.empty())) {
    united_rules_->finish(earlier, record, implausible, *united);
    changed = *united != earlier;
  }
  if (!changed) {
    // Of several records one may be said again; it says less than all of them together.
    taken->how = model::Taken::How::kRepeated;
    if (records == 1) taken->remark = model::DescribeLoss(earlier, record);
    return absl::OkStatus();
  }
  taken->how = model::Taken::How::kUnited;
  for (const model::Record* part : {&earlier, &record}) {
    for (const model::Row& row : part->rows) ++taken->known_rows[static_cast<size_t>(row.entity)];
  }
  for (const model::Row& row : united->rows) --taken->known_rows[static_cast<size_t>(row.entity)];
  const absl::StatusOr<bool> killed = Kill(record.dataset, record.id);
  return killed.ok() ? Add(*united) : killed.status();
}

absl::StatusOr<storage::SegmentWriter*> CatalogueWriter::OpenWriter() {
  if (open_.writer == nullptr) {
    absl::StatusOr<std::unique_ptr<storage::SegmentWriter>> writer = store_.NewSegment();
    if (!writer.ok()) return writer.status();
    // Where the catalogue has secret keys, each new segment has record keys.
    const auto keys = secret::SecretKeysIn(*base_->documents);
    if (!keys.ok()) return keys.status();
    open_ = {*std::move(writer), SegmentBuilder(keys->has_value() ? std::optional((*keys)->record) : std::nullopt)};
  }
  return open_.writer.get();
}

absl::StatusOr<Location> CatalogueWriter::Append(const model::Record& record) {
  if (const absl::StatusOr<storage::SegmentWriter*> writer = OpenWriter(); !writer.ok()) return writer.status();
  const uint32_t segment = open_.writer->id();
  absl::StatusOr<uint32_t> row = open_.builder.Add(record);
  if (!row.ok()) return row.status();
  absl::Status status = open_.writer->PutRecord(*row, record.dataset, record.id, model::EncodeRecord(record));
  if (!status.ok()) return status;
  // The size is a sum over all postings: look now and then.
  const bool full = open_.builder.size() >= options_.max_individuals ||
                    (open_.builder.size() % 1024 == 0 && open_.builder.SizeInBytes() >= options_.max_bytes);
  if (full) status = CloseSegment();
  if (!status.ok()) return status;
  return Location{segment, *row};
}

absl::Status CatalogueWriter::CloseSegment() {
  if (open_.writer == nullptr) return absl::OkStatus();
  absl::StatusOr<storage::SegmentInfo> info = open_.builder.WriteTo(*open_.writer);
  if (!info.ok()) return info.status();
  const std::vector<model::Symbol> symbols = open_.builder.Symbols();
  info->symbols_proof = SymbolsProof(symbols, *dictionary_);
  symbols_of_closed_.insert(symbols_of_closed_.end(), symbols.begin(), symbols.end());
  closed_.push_back(*std::move(info));
  open_ = {};
  return absl::OkStatus();
}

absl::StatusOr<bool> CatalogueWriter::Kill(std::string_view dataset, std::string_view id) {
  if (const auto it = added_.find(storage::IdPrefix(dataset, id)); it != added_.end()) {
    dead_[it->second.segment].insert(it->second.row);
    added_.erase(it);
    return true;
  }
  if (base_->segments.empty()) return false;
  absl::StatusOr<std::optional<Location>> location = store_.Find(*base_, dataset, id);
  if (!location.ok()) return location.status();
  if (!location->has_value()) return false;
  // Not so when this commit has replaced it and then removed the replacement.
  return dead_[(*location)->segment].insert((*location)->row).second;
}

absl::StatusOr<bool> CatalogueWriter::Remove(std::string_view dataset, std::string_view id) {
  return Kill(dataset, id);
}

absl::Status CatalogueWriter::EnsureSecretKeys() {
  const auto known = secret::SecretKeysIn(*base_->documents);
  if (!known.ok() || known->has_value()) return known.status();
  const absl::StatusOr<secret::SecretKeys> drawn = secret::DrawSecretKeys();
  if (!drawn.ok()) return drawn.status();
  PutDocument(std::string(secret::kSecretKeysDocument), secret::EncodeSecretKeys(*drawn));
  return absl::OkStatus();
}

void CatalogueWriter::AddOntology(ontology::OntologyPtr ontology) {
  encoded_ontologies_.emplace_back(
      storage::OntologyInfo{ontology->id(), ontology->version(), ontology->size(), ontology->obsolete_count()},
      ontology->Encode());
  ontologies_.push_back(std::move(ontology));
}

absl::StatusOr<Bitmap> CatalogueWriter::LiveAfter(size_t segment_index) const {
  const storage::SegmentReader& segment = *base_->segments[segment_index];
  absl::StatusOr<storage::BitmapPtr> live = segment.Live();
  if (!live.ok()) return live.status();
  Bitmap after = *live == nullptr ? Bitmap::Range(0, segment.rows(0)) : **live;
  if (const auto it = dead_.find(segment.info().id); it != dead_.end()) {
    after -= FromUnsorted(it->second);
  }
  return after;
}

size_t CatalogueWriter::SizeClass(uint64_t individuals) const {
  size_t number = 0;
  for (uint64_t end = kSmallest; individuals >= end; end *= std::max<size_t>(options_.merge_at, 2)) ++number;
  return number;
}

std::vector<const storage::SegmentInfo*> CatalogueWriter::SegmentsToRewrite() const {
  std::vector<const storage::SegmentInfo*> rewrite;
  struct Small {
    size_t size_class;
    uint64_t live;
    const storage::SegmentInfo* info;
  };
  std::vector<Small> small;
  for (const storage::SegmentInfo& info : base_->manifest.segments) {
    const auto it = dead_.find(info.id);
    const uint64_t live = info.live - (it == dead_.end() ? 0 : it->second.size());
    if (live == 0 || rewritten_.contains(info.id)) continue;  // dropped without rewriting
    if (remove_dead_) {
      if (live < info.rows[0]) rewrite.push_back(&info);
      continue;
    }
    if (live < options_.small_segment) {
      small.push_back({SizeClass(live), live, &info});
    } else if (live * 2 < info.rows[0]) {
      rewrite.push_back(&info);
    }
  }
  std::ranges::stable_sort(small, {}, &Small::size_class);
  // What this commit adds is one more segment of its size, and so is what becomes of the smaller ones.
  uint64_t gathered = open_.builder.size();
  size_t merged = 0;
  for (size_t begin = 0, end = 0; begin < small.size(); begin = end) {
    const size_t size_class = small[begin].size_class;
    while (end < small.size() && small[end].size_class == size_class) ++end;
    const bool with_gathered = gathered > 0 && SizeClass(gathered) >= size_class;
    if (end - begin + (with_gathered ? 1 : 0) < options_.merge_at) continue;
    for (; merged < end; ++merged) gathered += small[merged].live;
  }
  for (size_t i = 0; i < merged; ++i) rewrite.push_back(small[i].info);
  return rewrite;
}

absl::Status CatalogueWriter::Rewrite(uint32_t segment, absl::FunctionRef<void(model::Record&)> change) {
  const auto& segments = base_->manifest.segments;
  const auto info = std::ranges::find(segments, segment, &storage::SegmentInfo::id);
  if (info == segments.end()) return absl::InternalError(absl::StrCat("segment ", segment, " is not known"));
  const auto index = static_cast<size_t>(info - segments.begin());
  absl::StatusOr<Bitmap> live = LiveAfter(index);
  if (!live.ok()) return live.status();
  absl::Status failure;
  absl::Status status = base_->segments[index]->ForEachRecord([&](uint32_t row, std::string_view bytes) {
    failure = CheckStopSampled();
    if (!failure.ok() || !live->Contains(row)) return failure.ok();
    absl::StatusOr<model::Record> record = model::DecodeRecord(bytes);
    failure = record.status();
    if (!failure.ok()) return false;
    change(*record);
    failure = Append(*record).status();
    return failure.ok();
  });
  if (!status.ok()) return status;
  if (!failure.ok()) return failure;
  rewritten_.insert(segment);
  dead_.erase(segment);
  return absl::OkStatus();
}

absl::StatusOr<model::GroupedPanels> CatalogueWriter::RewriteOutdated(const std::vector<uint32_t>& segments) {
  model::GroupedPanels grouped;
  const auto group = [&](model::Record& record) {
    const model::GroupedPanels panels = model::GroupPanels(record);
    grouped.panels += panels.panels;
    grouped.uncertain += panels.uncertain;
  };
  for (const uint32_t segment : segments) {
    if (absl::Status status = Rewrite(segment, group); !status.ok()) return status;
  }
  return grouped;
}

absl::Status CatalogueWriter::RewriteCodes(const std::vector<uint32_t>& segments,
                                           const std::map<model::Symbol, std::string>& codes) {
  HashMap<model::Symbol, model::Symbol> present;
  HashMap<model::Symbol, model::Symbol> keywords;
  for (const auto& [symbol, text] : codes) {
    // The accents alone are another form: the same of a keyword.
    const bool is_keyword = model::Composed(dictionary_->Text(symbol)) == model::Composed(text);
    present[symbol] = Intern(text, dictionary_->Label(symbol));
    if (is_keyword) keywords[symbol] = present[symbol];
  }
  for (const uint32_t segment : segments) {
    absl::Status status = Rewrite(segment, [&](model::Record& record) { ReplaceCodes(present, keywords, record); });
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

// Moves what is live in segments that are small or mostly dead into the open one, and closes it.
absl::Status CatalogueWriter::Compact() {
  for (const storage::SegmentInfo* info : SegmentsToRewrite()) {
    if (absl::Status status = Rewrite(info->id, [](model::Record&) {}); !status.ok()) return status;
  }
  return CloseSegment();
}

absl::StatusOr<bool> CatalogueWriter::DropSymbols(const std::vector<uint32_t>& dropped) {
  if (dropped.empty() && !remove_dead_) return false;
  std::vector<bool> gone(dictionary_->size(), remove_dead_);
  const auto is_dropped = [&](const storage::SegmentInfo& info) { return std::ranges::count(dropped, info.id) != 0; };
  for (const storage::SegmentReaderPtr& segment : base_->segments) {
    if (remove_dead_ || !is_dropped(segment->info())) continue;
    if (absl::Status status = FindSymbols(*segment, &gone); !status.ok()) return status;
  }
  for (const model::Symbol symbol : symbols_of_closed_) gone[symbol] = false;
  // Mostly what is rewritten has the symbols that it had.
  if (std::ranges::count(gone, true) == 0) return false;
  std::vector<bool> used(dictionary_->size());
  for (const storage::SegmentReaderPtr& segment : base_->segments) {
    if (is_dropped(segment->info())) continue;
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    if (absl::Status status = FindSymbols(*segment, &used); !status.ok()) return status;
  }
  // A version that is pinned is read with the present dictionary.
  const absl::StatusOr<storage::SnapshotPtr> pinned = store_.PinnedSnapshot(*base_);
  if (!pinned.ok() && !absl::IsNotFound(pinned.status())) return pinned.status();
  for (size_t i = 0; pinned.ok() && i < (*pinned)->segments.size(); ++i) {
    if (absl::Status status = FindSymbols(*(*pinned)->segments[i], &used); !status.ok()) return status;
  }
  bool any = false;
  for (model::Symbol symbol = 0; symbol < gone.size(); ++symbol) {
    any = any || (gone[symbol] && !used[symbol] && !dictionary_->IsDropped(symbol));
    used[symbol] = used[symbol] || !gone[symbol];
  }
  if (any) dictionary_ = std::make_shared<model::Dictionary>(dictionary_->WithOnly(used));
  return any;
}

absl::Status CatalogueWriter::Commit(storage::Store::BeforeCommit before) {
  storage::Commit commit;
  if (open_.writer == nullptr && closed_.empty() && dead_.empty() && encoded_ontologies_.empty() &&
      documents_.empty() && !remove_dead_ && rewritten_.empty()) {
    return absl::OkStatus();
  }
  if (absl::Status status = Compact(); !status.ok()) return status;
  commit.drop_segments.assign(rewritten_.begin(), rewritten_.end());
  for (size_t i = 0; i < base_->segments.size(); ++i) {
    const uint32_t id = base_->manifest.segments[i].id;
    if (!dead_.contains(id)) continue;
    absl::StatusOr<Bitmap> live = LiveAfter(i);
    if (!live.ok()) return live.status();
    dead_.erase(id);
    if (live->Empty()) {
      commit.drop_segments.push_back(id);
    } else {
      commit.live.emplace_back(id, *std::move(live));
    }
  }
  // What is left are individuals that this commit added and replaced or removed again.
  for (auto& [id, rows] : dead_) {
    const auto info = std::find_if(closed_.begin(), closed_.end(), [&id = id](const auto& s) { return s.id == id; });
    if (info == closed_.end()) return absl::InternalError(absl::StrCat("segment ", id, " is not known"));
    Bitmap live = Bitmap::Range(0, info->rows[0]);
    live -= FromUnsorted(rows);
    commit.live.emplace_back(id, std::move(live));
  }
  commit.add_segments = closed_;
  commit.ontologies = std::move(encoded_ontologies_);
  commit.documents = std::move(documents_);
  commit.dictionary_before = StateOf(*dictionary_);
  const absl::StatusOr<bool> dropped_symbols = DropSymbols(commit.drop_segments);
  if (!dropped_symbols.ok()) return dropped_symbols.status();
  commit.replaces_dictionary = *dropped_symbols;
  const bool nothing = commit.add_segments.empty() && commit.drop_segments.empty() && commit.live.empty() &&
                       commit.ontologies.empty() && commit.documents.empty() && !*dropped_symbols;
  if (nothing) return absl::OkStatus();
  // What was there has the present spellings: who opens a catalogue for writing sees to that.
  const auto has_spellings = [](const auto& document) { return document.first == model::kCodeSpellingsDocument; };
  if (!model::SpellingsIn(*base_->documents).are_present() && std::ranges::none_of(commit.documents, has_spellings)) {
    commit.documents.emplace_back(model::kCodeSpellingsDocument, model::EncodeSpellings({}));
  }
  if (dictionary_->size() > dictionary_->size_in_blocks()) commit.dictionary_block = dictionary_->TakeBlock();
  commit.dictionary = StateOf(*dictionary_);
  return store_.Apply(std::move(commit), before);
}

}  // namespace muster::index
