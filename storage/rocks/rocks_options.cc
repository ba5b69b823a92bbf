#include "storage/rocks/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <cstdarg>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "storage/files/rocks_regular_files.h"
#include "storage/store.h"

namespace muster::storage {
namespace {

constexpr size_t kKiB = size_t{1} << 10;
constexpr size_t kMiB = size_t{1} << 20;

class NullLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

// What SetDefaultFileSystem() set.
struct Default {
  absl::Mutex mutex;
  std::shared_ptr<rocksdb::FileSystem> file_system ABSL_GUARDED_BY(mutex);
};

Default& DefaultFileSystem() {
  static auto& instance = *new Default;
  return instance;
}

struct Tuning {
  rocksdb::CompressionType compression;
  size_t write_buffer;
  size_t block;
  bool bloom;
};

// Compression: zstd for records, ids and ontologies, which are text. None for postings, which are dense already. lz4
// for everything else that queries read: it stores unchanged what it cannot make smaller, as most chunks of columns,
// and shrinks repetitions to almost nothing. A Bloom filter helps only lookups of single keys that do not exist.
Tuning TuningOf(int family) {
  switch (family) {
    case kRecords:
      return {rocksdb::kZSTD, 32 * kMiB, 32 * kKiB, false};
    case kIds:
      return {rocksdb::kZSTD, 32 * kMiB, 8 * kKiB, true};
    case kPostings:
      return {rocksdb::kNoCompression, 32 * kMiB, 16 * kKiB, false};
    case kColumns:
      return {rocksdb::kLZ4Compression, 32 * kMiB, 32 * kKiB, false};
    case kOntologies:
      return {rocksdb::kZSTD, 8 * kMiB, 32 * kKiB, false};
    default:
      return {rocksdb::kLZ4Compression, 4 * kMiB, 8 * kKiB, false};
  }
}

}  // namespace

void SetDefaultFileSystem(std::shared_ptr<rocksdb::FileSystem> file_system) {
  absl::MutexLock lock(&DefaultFileSystem().mutex);
  DefaultFileSystem().file_system = std::move(file_system);
}

std::shared_ptr<rocksdb::FileSystem> FileSystemOr(std::shared_ptr<rocksdb::FileSystem> given) {
  if (given != nullptr && RegularFiles::Is(*given)) return given;
  if (given == nullptr) {
    absl::MutexLock lock(&DefaultFileSystem().mutex);
    given = DefaultFileSystem().file_system;
  }
  if (given == nullptr) given = rocksdb::FileSystem::Default();
  return std::make_shared<RegularFiles>(std::move(given));
}

rocksdb::DBOptions RocksOptions(bool read_only, rocksdb::Env* env) {
  rocksdb::DBOptions options;
  options.env = env;
  // Files are opened when first needed, not all at the start.
  options.max_open_files = 512;
  options.skip_stats_update_on_db_open = true;
  // For as few files as these RocksDB would start sixteen threads for each column family, which takes longer.
  options.max_file_opening_threads = 1;
  // No thread that gathers statistics.
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.max_background_jobs = 2;
  // What has to be in files is written there before (RocksStore): a job that fails at the end keeps nobody waiting.
  options.avoid_flush_during_shutdown = true;
  // Bounds the log that an opening has to replay.
  options.max_total_wal_size = 32 * kMiB;
  // After a crash the log is read up to the first damaged record. A commit syncs the whole log before it, so nothing
  // acknowledged follows a damaged record, unless the damage came later, which the file VERSION shows (RocksStore).
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.paranoid_checks = true;
  // Of every byte of each table file, for `check`: some are read by nothing else.
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.bytes_per_sync = kMiB;
  options.max_manifest_file_size = 16 * kMiB;
  options.manifest_preallocation_size = 64 * kKiB;
  options.keep_log_file_num = 2;
  options.max_log_file_size = kMiB;
  options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  if (read_only) options.info_log = std::make_shared<NullLogger>();
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> RocksColumnFamilies(std::shared_ptr<const DeadSegments> dead_segments) {
  // Small: what is decoded is cached by us (ObjectCache). In few parts, so that the dictionary fits one of them: it
  // shares its block with what is read before it at opening.
  constexpr int kPartsAsPowerOfTwo = 1;
  const std::shared_ptr<rocksdb::Cache> blocks = rocksdb::NewLRUCache(16 * kMiB, kPartsAsPowerOfTwo);
  const std::shared_ptr<const rocksdb::FilterPolicy> bloom(rocksdb::NewBloomFilterPolicy(10));
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (int family = 0; family < kColumnFamilyCount; ++family) {
    const Tuning tuning = TuningOf(family);
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = blocks;
    table.block_size = tuning.block;
    table.checksum = rocksdb::kXXH3;
    table.format_version = 5;
    // The index knows where each block begins, so that an iterator does not read the first block of every other
    // segment's file to find out that it is beyond.
    table.index_type = rocksdb::BlockBasedTableOptions::kBinarySearchWithFirstKey;
    // A reader of two consecutive blocks will usually read many more.
    table.initial_auto_readahead_size = 64 * kKiB;
    table.max_auto_readahead_size = 2 * kMiB;
    if (tuning.bloom) table.filter_policy = bloom;
    rocksdb::ColumnFamilyOptions options;
    options.compression = tuning.compression;
    // An import waits for the packing: the default level takes twice as long and saves little.
    if (tuning.compression == rocksdb::kZSTD) options.compression_opts.level = 1;
    options.write_buffer_size = tuning.write_buffer;
    options.target_file_size_base = 128 * kMiB;
    options.max_bytes_for_level_base = 512 * kMiB;
    options.level_compaction_dynamic_level_bytes = true;
    if (family == kIds) {
      options.prefix_extractor = IdPrefixTransform();
      options.compaction_filter_factory = IdFilterFactory(dead_segments);
      table.whole_key_filtering = false;  // ids are sought by prefix only
    }
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    families.emplace_back(kColumnFamilyNames[family], options);
  }
  return families;
}

}  // namespace muster::storage
