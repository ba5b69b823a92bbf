#include "engine/index/check.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/index/segment_builder.h"
#include "engine/index/symbols_proof.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/entity_number.h"
#include "engine/ontology/ontology.h"
#include "engine/secret/record_key.h"
#include "engine/secret/secret_keys.h"

namespace muster::index {
namespace {

constexpr size_t kMaxProblems = 100;
constexpr uint8_t kKinds = static_cast<uint8_t>(model::PostingKind::kExcludedIndividuals) + 1;

std::string Describe(const storage::PostingKey& key) {
  return absl::StrCat("posting (kind ", key.kind, ", entity ", key.entity, ", field ", key.field, ", value ", key.value,
                      ")");
}

std::string Describe(const storage::ColumnKey& key) {
  return absl::StrCat("column (entity ", key.entity, ", field ", key.field, ", part ", key.part, ")");
}

class Checker {
 public:
  Checker(const storage::Store& store, const storage::Snapshot& snapshot, const model::Dictionary& dictionary,
          const std::function<void(uint64_t, uint64_t)>& progress)
      : store_(store), snapshot_(snapshot), dictionary_(dictionary), progress_(progress) {
    for (const storage::SegmentInfo& info : snapshot.manifest.segments) total_ += info.rows[0];
  }

  absl::StatusOr<CheckReport> Run() {
    if (absl::Status status = CheckStore(); !status.ok()) return status;
    if (absl::Status status = CheckParts(); !status.ok()) return status;
    for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
      if (absl::Status status = CheckSegment(*segment); !status.ok()) return status;
    }
    return std::move(report_);
  }

 private:
  void Problem(std::string what) {
    if (report_.problems.size() < kMaxProblems) report_.problems.push_back(std::move(what));
  }
  void Problem(uint32_t segment, std::string what) { Problem(absl::StrCat("segment ", segment, ": ", what)); }

  // Every byte of the files, and what is noted beside them.
  absl::Status CheckStore() {
    const auto problem = [&](std::string_view what) { Problem(std::string(what)); };
    if (absl::Status status = store_.VerifyNotes(problem); !status.ok()) return status;
    return store_.VerifyFiles(problem);
  }

  // What stands beside the segments. While it is read, a commit may replace parts of it, and a reader may be refreshed:
  // what was not right then is read again.
  absl::Status CheckParts() {
    constexpr int kAttempts = 20;
    for (int attempt = 1;; ++attempt) {
      const absl::StatusOr<std::unique_ptr<storage::StoredParts>> stored = store_.Stored();
      if (!stored.ok()) return stored.status();
      const size_t before = report_.problems.size();
      absl::Status status = CheckDictionary(**stored);
      if (status.ok()) status = CheckOntologies(**stored);
      if (status.ok() && report_.problems.size() == before) return absl::OkStatus();
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      const absl::StatusOr<bool> is_present = (*stored)->IsPresent();
      if (!is_present.ok()) return is_present.status();
      if (*is_present || attempt == kAttempts) return status;
      report_.problems.resize(before);
    }
  }

  // The stored dictionary against its manifest, and the one by which queries and this check read symbols against it.
  absl::Status CheckDictionary(const storage::StoredParts& parts) {
    model::Dictionary stored;
    for (uint32_t block = 0; block < parts.manifest().dictionary_blocks; ++block) {
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      absl::StatusOr<std::string> bytes = parts.DictionaryBlock(block);
      if (!bytes.ok()) return bytes.status();
      if (absl::Status status = stored.DecodeBlock(*std::move(bytes)); !status.ok()) {
        Problem(absl::StrCat("block ", block, " of the ", std::string(status.message())));
        return absl::OkStatus();
      }
    }
    const storage::DictionaryState& state = parts.manifest().dictionary;
    if (state != storage::DictionaryState() &&
        (state.symbols != stored.size() || state.checksum != stored.checksum_of_blocks())) {
      Problem(absl::StrCat("the stored dictionary has ", stored.size(),
                           " symbols and is not that of the manifest, with ", state.symbols));
    }
    // That of another version may have other symbols. (The proof of each segment is of the one in use.)
    if (parts.manifest().version != snapshot_.manifest.version) return absl::OkStatus();
    if (stored.size() != dictionary_.size()) {
      Problem(
          absl::StrCat("the dictionary in use has ", dictionary_.size(), " symbols, the stored one ", stored.size()));
    }
    for (model::Symbol i = 0; i < std::min(stored.size(), dictionary_.size()); ++i) {
      if (stored.Text(i) == dictionary_.Text(i)) continue;
      Problem(absl::StrCat("symbol ", i, " is '", std::string(dictionary_.Text(i)), "' in the dictionary in use and '",
                           std::string(stored.Text(i)), "' in the stored one"));
      break;
    }
    return absl::OkStatus();
  }

  absl::Status CheckOntologies(const storage::StoredParts& parts) {
    for (const storage::OntologyInfo& info : parts.manifest().ontologies) {
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      absl::StatusOr<std::string> bytes = parts.Ontology(info.id, info.version);
      if (!bytes.ok()) return bytes.status();
      const absl::StatusOr<ontology::OntologyPtr> ontology = ontology::Ontology::Decode(*std::move(bytes));
      const std::string name = absl::StrCat("ontology '", info.id, "' ", info.version);
      if (!ontology.ok()) {
        Problem(absl::StrCat(name, ": ", std::string(ontology.status().message())));
      } else if ((*ontology)->id() != info.id || (*ontology)->version() != info.version ||
                 (*ontology)->size() != info.terms || (*ontology)->obsolete_count() != info.obsolete) {
        Problem(absl::StrCat(name, " is not the one of the manifest"));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckSegment(const storage::SegmentReader& segment) {
    const uint32_t id = segment.info().id;
    const auto keys = secret::SecretKeysIn(*snapshot_.documents);
    if (!keys.ok()) return keys.status();
    SegmentBuilder builder(keys->has_value() ? std::optional((*keys)->record) : std::nullopt);
    absl::StatusOr<storage::BitmapPtr> live = segment.Live();
    if (!live.ok()) return live.status();
    const uint64_t live_count = *live == nullptr ? segment.rows(0) : (*live)->Cardinality();
    if (live_count != segment.info().live) Problem(id, "the number of live individuals is wrong");
    absl::Status failure;
    absl::Status status = segment.ForEachRecord([&](uint32_t row, std::string_view bytes) {
      failure = CheckRecord(segment, row, bytes, *live == nullptr || (*live)->Contains(row), &builder);
      if (progress_ && ++done_ % 1024 == 0) {
        const AllowanceScope unbounded(nullptr);
        progress_(done_, total_);
      }
      if (failure.ok()) failure = CheckStopSampled();
      return failure.ok();
    });
    if (!status.ok()) return status;
    if (!failure.ok()) return failure;
    for (int e = 0; e < model::kEntityCount; ++e) {
      if (builder.rows()[e] != segment.rows(static_cast<uint8_t>(e))) {
        Problem(id, absl::StrCat("records have ", builder.rows()[e], " ", std::string(model::Entities()[e].plural),
                                 ", the segment says ", segment.rows(static_cast<uint8_t>(e))));
      }
    }
    const uint64_t proof = segment.info().symbols_proof;
    if (proof != 0 && SymbolsProof(builder.Symbols(), dictionary_) != proof) {
      Problem(id, "the dictionary gives the symbols of its records other texts than when they were written");
    }
    if (absl::Status compared = ComparePostings(segment, builder); !compared.ok()) return compared;
    return CompareColumns(segment, builder);
  }

  absl::Status CheckRecord(const storage::SegmentReader& segment, uint32_t row, std::string_view bytes, bool live,
                           SegmentBuilder* builder) {
    const uint32_t id = segment.info().id;
    absl::StatusOr<model::Record> record = model::DecodeRecord(bytes);
    if (!record.ok()) {
      Problem(id, absl::StrCat("record ", row, ": ", std::string(record.status().message())));
      return absl::OkStatus();
    }
    for (const model::Row& r : record->rows) {
      for (const model::FieldValue& fv : r.values) {
        const auto* symbol = std::get_if<model::Symbol>(&fv.value);
        if (symbol != nullptr && *symbol >= dictionary_.size()) {
          Problem(id, absl::StrCat("record ", row, ": symbol ", *symbol, " is not in the dictionary"));
        }
      }
    }
    absl::StatusOr<uint32_t> built = builder->Add(*record);
    if (absl::IsInvalidArgument(built.status())) {
      Problem(id, absl::StrCat("record ", row, ": ", std::string(built.status().message())));
      return absl::OkStatus();
    }
    if (!built.ok()) return built.status();
    if (*built != row) Problem(id, absl::StrCat("record ", row, " is missing or out of order"));
    if (!live) return absl::OkStatus();
    ++report_.individuals;
    absl::StatusOr<std::optional<storage::Location>> found = store_.Find(snapshot_, record->dataset, record->id);
    if (!found.ok()) return found.status();
    if (!found->has_value() || (*found)->segment != id || (*found)->row != row) {
      Problem(id,
              absl::StrCat("individual '", record->id, "' of dataset '", record->dataset, "' is not found by its id"));
    }
    return absl::OkStatus();
  }

  absl::Status ComparePostings(const storage::SegmentReader& segment, const SegmentBuilder& builder) {
    const uint32_t id = segment.info().id;
    std::map<storage::PostingKey, storage::Bitmap> expected = builder.Postings();
    // When there was no time for all, what is missing is no problem of the catalogue's.
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    std::map<storage::PostingKey, std::vector<uint32_t>> values;
    for (const auto& [key, bitmap] : expected) values[{key.kind, key.entity, key.field, 0}].push_back(key.value);
    absl::Status status =
        segment.ForEachPosting(-1, 0, 0, [&](const storage::PostingKey& key, const storage::Bitmap& stored) {
          ++report_.postings;
          const auto it = expected.find(key);
          if (it == expected.end()) {
            Problem(id, absl::StrCat(Describe(key), " is stored but follows from no record"));
          } else {
            if (!(it->second == stored)) Problem(id, absl::StrCat(Describe(key), " differs from the records"));
            expected.erase(it);
          }
          return ShouldContinueSampled();
        });
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    for (const auto& [key, bitmap] : expected) Problem(id, absl::StrCat(Describe(key), " is missing"));
    if (!status.ok()) return status;
    if (absl::Status compared = CompareUnions(segment); !compared.ok()) return compared;
    return CompareValues(segment, std::move(values));
  }

  // Stored unions against the postings, which have been compared.
  absl::Status CompareUnions(const storage::SegmentReader& segment) {
    for (const model::Field& field : model::Fields()) {
      for (uint8_t kind = 0; kind < kKinds; ++kind) {
        storage::PostingKey key{kind, static_cast<uint8_t>(model::Info(field.id).entity), field.id, 0};
        const model::Entity entity = model::RowsOf(static_cast<model::PostingKind>(kind), model::Info(field.id).entity);
        const uint32_t size = segment.rows(model::EntityNumber(entity));
        absl::Status failure;
        absl::Status status = segment.ForEachUnion(key, [&](const storage::StoredUnion& stored) {
          storage::Bitmap expected;
          for (const uint32_t value : stored.values) {
            key.value = value;
            failure = CheckStopSampled();
            if (!failure.ok()) return false;
            const absl::StatusOr<storage::BitmapPtr> rows = segment.Posting(key, size);
            if (!rows.ok()) failure = rows.status();
            if (!failure.ok()) return false;
            expected |= **rows;
          }
          if (!(stored.rows == expected)) {
            Problem(segment.info().id, absl::StrCat("a stored union of ", stored.values.size(), " postings (kind ",
                                                    kind, ", field ", field.id, ") differs from them"));
          }
          return true;
        });
        if (status.ok()) status = failure;
        if (!status.ok()) return status;
      }
    }
    return absl::OkStatus();
  }

  // What stands in lists against `expected`: by key without value, the values that follow from the records.
  absl::Status CompareValues(const storage::SegmentReader& segment,
                             std::map<storage::PostingKey, std::vector<uint32_t>> expected) {
    for (const model::Field& field : model::Fields()) {
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      for (uint8_t kind = 0; kind < kKinds; ++kind) {
        const storage::PostingKey key{kind, static_cast<uint8_t>(model::Info(field.id).entity), field.id, 0};
        const auto listed = segment.Values(key.kind, key.entity, key.field);
        if (!listed.ok()) return listed.status();
        if (**listed == expected[key]) continue;
        Problem(segment.info().id, absl::StrCat("the list of values of (kind ", key.kind, ", entity ", key.entity,
                                                ", field ", key.field, ") differs from the records"));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CompareColumns(const storage::SegmentReader& segment, SegmentBuilder& builder) {
    const uint32_t id = segment.info().id;
    absl::StatusOr<std::vector<storage::ColumnKey>> keys = segment.ColumnKeys();
    if (!keys.ok()) return keys.status();
    const auto& expected = builder.Columns();
    for (const storage::ColumnKey& key : *keys) {
      if (!expected.contains(key)) Problem(id, absl::StrCat(Describe(key), " is stored but follows from no record"));
    }
    for (const auto& [key, values] : expected) {
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      ++report_.columns;
      absl::StatusOr<storage::ColumnPtr> column = segment.GetColumn(key);
      // Record keys of a segment that is older than the secret keys may not be stored: they are made when asked for.
      if (absl::IsNotFound(column.status()) && key.field == secret::kRecordKeyColumn) continue;
      if (absl::IsNotFound(column.status())) {
        Problem(id, absl::StrCat(Describe(key), " is missing"));
        continue;
      }
      if (!column.ok()) return column.status();
      uint64_t rows = 0;
      for (const auto& chunk : (*column)->chunks()) rows += chunk->size();
      if (rows != values.size()) {
        Problem(id, absl::StrCat(Describe(key), " has ", rows, " rows instead of ", values.size()));
        continue;
      }
      for (uint32_t row = 0; row < values.size(); ++row) {
        if ((**column)[row] == values[row]) continue;
        Problem(id, absl::StrCat(Describe(key), " differs from the records at row ", row));
        break;
      }
    }
    return absl::OkStatus();
  }

  const storage::Store& store_;
  const storage::Snapshot& snapshot_;
  const model::Dictionary& dictionary_;
  const std::function<void(uint64_t, uint64_t)>& progress_;
  CheckReport report_;
  uint64_t done_ = 0;
  uint64_t total_ = 0;
};

}  // namespace

absl::StatusOr<CheckReport> Check(const storage::Store& store, const storage::Snapshot& snapshot,
                                  const model::Dictionary& dictionary,
                                  const std::function<void(uint64_t, uint64_t)>& progress) {
  return Checker(store, snapshot, dictionary, progress).Run();
}

}  // namespace muster::index
