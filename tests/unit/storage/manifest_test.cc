#include "storage/manifest.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

Manifest Example() {
  Manifest manifest;
  manifest.version = 12;
  manifest.next_segment = 9;
  manifest.dictionary_blocks = 4;
  manifest.segments.push_back({.id = 3, .rows = {100, 250, 0}, .live_version = 11, .live = 90});
  manifest.segments.push_back({.id = 8, .rows = {5}, .live_version = 0, .live = 5});
  manifest.ontologies.push_back({.id = "hp", .version = "2024-01-16", .terms = 18000, .obsolete = 500});
  manifest.ontologies.push_back({.id = "", .version = "", .terms = 0, .obsolete = 0});
  return manifest;
}

// With a checksum that is right, as only a forger's would be.
std::string Resealed(std::string bytes) {
  bytes.resize(bytes.size() - 4);
  const auto sum = static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(sum >> (8 * i)));
  return bytes;
}

TEST(ManifestTest, RoundTrip) {
  for (const Manifest& manifest : {Manifest(), Example()}) {
    const std::string bytes = manifest.Encode();
    const auto parsed = Manifest::Parse(bytes);
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->Encode(), bytes);
    EXPECT_EQ(parsed->version, manifest.version);
    ASSERT_EQ(parsed->segments.size(), manifest.segments.size());
    if (!manifest.segments.empty()) {
      EXPECT_EQ(parsed->segments[0].rows, manifest.segments[0].rows);
    }
    ASSERT_EQ(parsed->ontologies.size(), manifest.ontologies.size());
    if (!manifest.ontologies.empty()) {
      EXPECT_EQ(parsed->ontologies[0].version, "2024-01-16");
    }
  }
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(ManifestTest, Bytes) {
  // A line for each part.
  // clang-format off
  constexpr unsigned char kBytes[] = {
      0x4d, 0x53, 0x54, 0x35, 1,    2,    3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,  // header
      2,    0,    0,    0,    0,    0,    0, 0, 2, 0, 0, 0, 1, 0,  0,  0,
      7,    0,    0,    0,    0x78, 0x56, 0x34, 0x12,
      1,    0,    0,    0,    1,    0,    0, 0, 2, 0, 0, 0, 0, 0,  0,  0,  2,  0,  0,  0,
      0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11,
      2,    0,    3,    0,    0,    0,    5, 0, 0, 0,  // segments
      1,    0,    0,    0,    2,    0,    0, 0, 'h', 'p', 10, 0, 0, 0, '2', '0', '2', '4', '-', '0',
      '1',  '-',  '1',  '6',  // ontologies
      0x50, 0x46, 0,    0,    0,    0,    0, 0, 0xf4, 1, 0, 0, 0, 0, 0, 0};
  // clang-format on
  Manifest manifest;
  manifest.catalogue = {0x0807060504030201, 0x100f0e0d0c0b0a09};
  manifest.version = 2;
  manifest.next_segment = 2;
  manifest.dictionary_blocks = 1;
  manifest.dictionary = {7, 0x12345678};
  manifest.segments.push_back(
      {.id = 1, .rows = {3, 5}, .live_version = 2, .live = 2, .symbols_proof = 0x1122334455667788});
  manifest.ontologies.push_back({.id = "hp", .version = "2024-01-16", .terms = 18000, .obsolete = 500});
  const std::string bytes = manifest.Encode();
  EXPECT_EQ(bytes.substr(0, bytes.size() - 4), std::string(std::begin(kBytes), std::end(kBytes)));
  EXPECT_EQ(Resealed(bytes), bytes);
}

// What the versions before wrote is read, and known for what it is.
TEST(ManifestTest, OfFormat4OnlyTheFirstBytesDiffer) {
  std::string bytes = Example().Encode();
  EXPECT_EQ(Manifest::Parse(bytes)->format, 5);
  bytes[3] = '4';
  const auto manifest = Manifest::Parse(Resealed(bytes));
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_EQ(manifest->format, 4);
  EXPECT_EQ(manifest->Encode(), Example().Encode());
}

TEST(ManifestTest, BytesOfFormat3) {
  constexpr unsigned char kBytes[] = {
      0x4d, 0x53, 0x54, 0x52, 2, 0, 0, 0, 0,    0,   0,  0, 2, 0, 0,   0,   1,    0,    0,    0,  // header
      1,    0,    0,    0,    1, 0, 0, 0, 2,    0,   0,  0, 0, 0, 0,   0,   2,    0,    0,    0,
      2,    0,    3,    0,    0, 0, 5, 0, 0,    0,  // segments
      1,    0,    0,    0,    2, 0, 0, 0, 'h',  'p', 10, 0, 0, 0, '2', '0', '2',  '4',  '-',  '0',
      '1',  '-',  '1',  '6',  // ontologies
      0x50, 0x46, 0,    0,    0, 0, 0, 0, 0xf4, 1,   0,  0, 0, 0, 0,   0,   0xee, 0x7d, 0xf9, 0x33};
  const auto manifest = Manifest::Parse(std::string(std::begin(kBytes), std::end(kBytes)));
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_EQ(manifest->format, 3);
  EXPECT_EQ(manifest->version, 2);
  EXPECT_EQ(manifest->catalogue, CatalogueId());
  EXPECT_EQ(manifest->dictionary, DictionaryState());
  ASSERT_EQ(manifest->segments.size(), 1);
  EXPECT_EQ(manifest->segments[0].rows, (std::vector<uint32_t>{3, 5}));
  EXPECT_EQ(manifest->segments[0].symbols_proof, 0);
  EXPECT_EQ(manifest->ontologies.at(0).terms, 18000);
}

TEST(ManifestTest, DamageIsFound) {
  const std::string bytes = Example().Encode();
  ForEachDamaged(bytes, [&](const std::string& damaged) {
    if (damaged == bytes) return;
    const auto parsed = Manifest::Parse(damaged);
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
  });
}

TEST(ManifestTest, ForgedBytesAreAnErrorOrAManifest) {
  ForEachDamaged(Example().Encode(), [](const std::string& damaged) {
    if (damaged.size() < 8) return;
    const std::string forged = Resealed(damaged);
    const auto parsed = Manifest::Parse(forged);
    if (parsed.ok() && parsed->format == kFormatVersion) {
      EXPECT_EQ(parsed->Encode(), forged);
    }
  });
}

TEST(ManifestTest, RejectsContradictions) {
  const auto ok_after = [](auto change) {
    Manifest manifest = Example();
    change(manifest);
    return Manifest::Parse(manifest.Encode()).ok();
  };
  EXPECT_TRUE(ok_after([](Manifest&) {}));
  EXPECT_FALSE(ok_after([](Manifest& m) { m.segments[1].id = 3; })) << "twice";
  EXPECT_FALSE(ok_after([](Manifest& m) { std::swap(m.segments[0], m.segments[1]); })) << "not ascending";
  EXPECT_FALSE(ok_after([](Manifest& m) { m.next_segment = 8; })) << "a number to be given again";
  EXPECT_FALSE(ok_after([](Manifest& m) { m.segments[0].live = 101; }));
  EXPECT_FALSE(ok_after([](Manifest& m) { m.segments[0].live_version = 13; })) << "from the future";
  EXPECT_FALSE(ok_after([](Manifest& m) { m.segments[1].live = 4; })) << "all are live, yet not all";
}

}  // namespace
}  // namespace muster::storage
