#include "muster/catalogue.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace muster {
namespace {

class CatalogueTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_api_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }

  std::string Write(const std::string& name, const std::string& text) const {
    std::ofstream(Path(name)) << text;
    return Path(name);
  }

  // People p0, p1, ... with one phenotype.
  std::string WritePeople(const std::string& name, int begin, int end, const std::string& term) const {
    std::string lines;
    for (int i = begin; i < end; ++i) {
      lines += R"({"id":"p)" + std::to_string(i) +
               R"(","subject":{"id":"x","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":")" + term +
               R"(","label":""}}]})" + "\n";
    }
    return Write(name, lines);
  }

  std::unique_ptr<Catalogue> Open(OpenOptions options = {.create_if_missing = true}) const {
    auto catalogue = Catalogue::Open(Path("catalogue"), options);
    EXPECT_TRUE(catalogue.ok()) << catalogue.status();
    return catalogue.ok() ? *std::move(catalogue) : nullptr;
  }

  static int64_t CountOf(const Catalogue& catalogue, const std::string& text) {
    auto answers = catalogue.Query(text);
    EXPECT_TRUE(answers.ok()) << answers.status();
    if (!answers.ok() || !answers->front().table) {
      ADD_FAILURE() << text << "\n" << (answers.ok() ? RenderDiagnostics(text, answers->front().diagnostics) : "");
      return -1;
    }
    return std::get<int64_t>(answers->front().table->rows[0].back());
  }

  std::filesystem::path folder_;
};

// One person, as JSON.
std::string Packet(const std::string& id, const std::string& term) {
  return R"({"id":")" + id + R"(","subject":{"sex":"MALE"},"phenotypicFeatures":[{"type":{"id":")" + term + R"("}}]})";
}

TEST_F(CatalogueTest, ImportFromMemory) {
  auto catalogue = Open();
  ImportOptions options;
  options.dataset = "d";
  auto report = catalogue->ImportText(Packet("a", "HP:1") + "\n" + Packet("b", "HP:1") + "\n", options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->individuals, 2u);
  EXPECT_EQ(report->catalogue_version, 1u);
  report = catalogue->ImportText(Packet("b", "HP:2"), options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->replaced, 1u);
  EXPECT_EQ(CountOf(*catalogue, "count individuals where has phenotype HP:2"), 1);
  EXPECT_EQ(CountOf(*catalogue, "count individuals where has phenotype HP:1"), 1);
  ASSERT_TRUE(catalogue->ImportText("ontology: hp\n\n[Term]\nid: HP:0\n\n[Term]\nid: HP:2\nis_a: HP:0\n", {}).ok());
  EXPECT_EQ(CountOf(*catalogue, "count individuals where has phenotype HP:0"), 1);
}

TEST_F(CatalogueTest, WhatIsNotAFileOfAKnownKindInMemoryChangesNothing) {
  auto catalogue = Open();
  for (const std::string text : {"", "hello", "\x1f\x8b\x08"}) {
    const auto report = catalogue->ImportText(text, {});
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_NE(report.status().message().find("the text"), std::string::npos) << report.status();
  }
  EXPECT_EQ(catalogue->Info()->version, 0u);
}

TEST_F(CatalogueTest, WhatATextMeansIsFoundAnewInEachVersion) {
  auto catalogue = Open();
  const std::string text = "count individuals where has phenotype HP:2 or has phenotype HP:1";
  ASSERT_TRUE(catalogue->ImportText(Packet("a", "HP:1"), {}).ok());
  const auto unknown = catalogue->Query(text);
  ASSERT_TRUE(unknown.ok()) << unknown.status();
  EXPECT_TRUE(HasErrors(unknown->front().diagnostics));  // nobody has HP:2, and no ontology is loaded
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(catalogue->ImportText(Packet("b" + std::to_string(i), "HP:2"), {}).ok());
    EXPECT_EQ(CountOf(*catalogue, text), i + 2);
    EXPECT_EQ(CountOf(*catalogue, text), i + 2);
  }
  ASSERT_TRUE(catalogue->ImportText("ontology: hp\n\n[Term]\nid: HP:1\n\n[Term]\nid: HP:3\nis_a: HP:1\n", {}).ok());
  ASSERT_TRUE(catalogue->ImportText(Packet("c", "HP:3"), {}).ok());
  EXPECT_EQ(CountOf(*catalogue, text), 22);
  EXPECT_LT(catalogue->Info()->segments, 5u);
}

TEST_F(CatalogueTest, ImportReplaceDeleteReopen) {
  auto catalogue = Open();
  auto report = catalogue->Import({WritePeople("a.jsonl", 0, 100, "HP:0000001")}, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->individuals, 100u);
  EXPECT_EQ(CountOf(*catalogue, "count individuals where has phenotype HP:0000001"), 100);

  report = catalogue->Import({WritePeople("b.jsonl", 90, 110, "HP:0000002")}, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->replaced, 10u);
  EXPECT_EQ(CountOf(*catalogue, "count individuals"), 110);
  EXPECT_EQ(CountOf(*catalogue, "count individuals where has phenotype HP:0000001"), 90);

  EXPECT_EQ(*catalogue->Delete("default", {"p0", "p1", "nobody"}), 2u);
  EXPECT_EQ(*catalogue->Delete("another", {"p2"}), 0u);
  catalogue.reset();
  catalogue = Open({.read_only = true});
  EXPECT_EQ(CountOf(*catalogue, "count individuals"), 108);
  EXPECT_EQ(CountOf(*catalogue, "count phenotypes"), 108);
  auto check = catalogue->Check(nullptr);
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_EQ(check->problems, std::vector<std::string>());
}

TEST_F(CatalogueTest, OpeningWhatIsNotThere) {
  EXPECT_TRUE(absl::IsNotFound(Catalogue::Open(Path("none"), {}).status()));
  EXPECT_FALSE(std::filesystem::exists(Path("none")));
}

TEST_F(CatalogueTest, AReadOnlyCatalogueRefusesChanges) {
  Open();
  auto catalogue = Open({.read_only = true});
  EXPECT_TRUE(absl::IsFailedPrecondition(catalogue->Delete("default", {"p0"}).status()));
  EXPECT_TRUE(absl::IsFailedPrecondition(catalogue->Import({WritePeople("a.jsonl", 0, 1, "HP:0000001")}, {}).status()));
}

TEST_F(CatalogueTest, ACancelledImportLeavesNothing) {
  auto catalogue = Open();
  ImportOptions options;
  options.progress = [](const ImportProgress&) { return false; };
  auto report = catalogue->Import({WritePeople("a.jsonl", 0, 1000, "HP:0000001")}, options);
  EXPECT_TRUE(absl::IsCancelled(report.status())) << report.status();
  EXPECT_EQ(CountOf(*catalogue, "count individuals"), 0);
  EXPECT_EQ(catalogue->Info()->version, 0u);
}

TEST_F(CatalogueTest, AFailedImportLeavesNothing) {
  auto catalogue = Open();
  auto report = catalogue->Import({WritePeople("a.jsonl", 0, 10, "HP:0000001"), Path("missing.jsonl")}, {});
  EXPECT_TRUE(absl::IsNotFound(report.status())) << report.status();
  EXPECT_EQ(CountOf(*catalogue, "count individuals"), 0);
}

TEST_F(CatalogueTest, AMistakeInOneStatementRunsNone) {
  auto catalogue = Open();
  ASSERT_TRUE(catalogue->Import({WritePeople("a.jsonl", 0, 3, "HP:0000001")}, {}).ok());
  auto answers = catalogue->Query("count individuals; count individuals where sexx is female");
  ASSERT_TRUE(answers.ok());
  ASSERT_EQ(answers->size(), 2u);
  EXPECT_FALSE((*answers)[0].table.has_value());
  EXPECT_FALSE((*answers)[1].table.has_value());
  EXPECT_TRUE(HasErrors((*answers)[1].diagnostics));
}

TEST_F(CatalogueTest, AnAnswerSaysWhereItComesFrom) {
  auto catalogue = Open();
  const std::string obo =
      Write("hp.obo", "format-version: 1.2\ndata-version: v7\nontology: hp\n\n[Term]\nid: HP:0000001\nname: All\n");
  ASSERT_TRUE(catalogue->Import({obo, WritePeople("a.jsonl", 0, 3, "HP:0000001")}, {}).ok());
  auto answers = catalogue->Query("COUNT  individuals -- all of them");
  ASSERT_TRUE(answers.ok() && answers->front().table);
  const Provenance& provenance = answers->front().table->provenance;
  EXPECT_EQ(provenance.statement, "count individuals");
  EXPECT_EQ(provenance.catalogue_version, 1u);
  ASSERT_EQ(provenance.ontologies.size(), 1u);
  EXPECT_EQ(provenance.ontologies[0].version, "v7");
  EXPECT_EQ(provenance.release, "exact");
}

std::string TinyHp(const std::string& version, const std::string& parent_of_b) {
  return "format-version: 1.2\ndata-version: hp/releases/" + version +
         "\nontology: hp\n\n[Term]\nid: HP:0000001\nname: All\n\n[Term]\nid: HP:0000002\nname: A\nis_a: "
         "HP:0000001\n\n[Term]\nid: HP:0000003\nname: B\nis_a: " +
         parent_of_b + "\n";
}

TEST_F(CatalogueTest, VersionsOfAnOntologySideBySide) {
  auto catalogue = Open();
  ASSERT_TRUE(catalogue->Import({WritePeople("a.jsonl", 0, 5, "HP:0000003")}, {}).ok());
  ASSERT_TRUE(catalogue->Import({Write("old.obo", TinyHp("2024-04-26", "HP:0000002"))}, {}).ok());
  ASSERT_TRUE(catalogue->Import({Write("new.obo", TinyHp("2026-01-08", "HP:0000001"))}, {}).ok());
  const auto count = [&](const QueryOptions& options) {
    const auto answers = catalogue->Query("count individuals where has phenotype HP:0000002", options);
    EXPECT_TRUE(answers.ok()) << answers.status();
    if (!answers.ok() || !answers->front().table) return std::pair<int64_t, std::string>(-1, "");
    const Table& table = *answers->front().table;
    return std::pair(std::get<int64_t>(table.rows[0][0]), table.provenance.ontologies.at(0).version);
  };
  using Counted = std::pair<int64_t, std::string>;
  // In 2024, B was an A; since 2026 it is not. Each answer says which version it is of.
  EXPECT_EQ(count({}), Counted(0, "hp/releases/2026-01-08"));
  EXPECT_EQ(count({.ontologies = {{"hp", "2024-04-26"}}}), Counted(5, "hp/releases/2024-04-26"));
  EXPECT_EQ(count({.ontologies = {{"hp", "hp/releases/2026-01-08"}}}), Counted(0, "hp/releases/2026-01-08"));
  EXPECT_EQ(count({}), Counted(0, "hp/releases/2026-01-08"));
  EXPECT_EQ(count({.ontologies = {{"hp", "2024-04-26"}}}), Counted(5, "hp/releases/2024-04-26"));
  // To load the old one again makes it the one that counts.
  ASSERT_TRUE(catalogue->Import({Path("old.obo")}, {}).ok());
  EXPECT_EQ(count({}), Counted(5, "hp/releases/2024-04-26"));
  const auto info = catalogue->Info();
  ASSERT_EQ(info->ontologies.size(), 2u);
  EXPECT_FALSE(info->ontologies[0].current);
  EXPECT_TRUE(info->ontologies[1].current);
  EXPECT_EQ(info->ontologies[1].version, "hp/releases/2024-04-26");

  const auto unknown = catalogue->Query("count individuals", {.ontologies = {{"hp", "2020"}}});
  EXPECT_TRUE(absl::IsNotFound(unknown.status()));
  EXPECT_EQ(unknown.status().message(),
            "the catalogue has no version \"2020\" of hp; it has: hp/releases/2026-01-08, hp/releases/2024-04-26");
  EXPECT_EQ(catalogue->Query("count individuals", {.ontologies = {{"mondo", "1"}}}).status().message(),
            "the catalogue has no ontology \"mondo\"");
}

// Nothing else would tell that the answers of yesterday are of another ontology.
TEST_F(CatalogueTest, OtherContentsUnderTheSameVersionAreSaid) {
  constexpr const char* kWhat = "ontology replaced by another file of the same version";
  const auto tiny = [](const std::string& parent_of_b) {
    return "ontology: ex\n\n[Term]\nid: EX:1\nname: All\n\n[Term]\nid: EX:2\nname: A\nis_a: EX:1\n\n[Term]\nid: "
           "EX:3\nname: B\nis_a: " +
           parent_of_b + "\n";
  };
  auto catalogue = Open();
  const auto import = [&](const std::string& obo) {
    const auto report = catalogue->ImportText(obo, {});
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : ImportReport();
  };
  EXPECT_TRUE(import(tiny("EX:2")).remarks.empty());
  EXPECT_TRUE(import(tiny("EX:2")).remarks.empty()) << "the same again";
  EXPECT_EQ(catalogue->Info()->ontologies.at(0).contents_replaced, 0u);
  const ImportReport report = import(tiny("EX:1"));
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_EQ(report.remarks[0].what, kWhat);
  EXPECT_EQ(
      report.remarks[0].examples.at(0).reason,
      "of ex, without a version (3 terms) replaces without a version (3 terms): 1 term with another label, parent "
      "or the like: EX:3");
  EXPECT_EQ(catalogue->Info()->ontologies.at(0).contents_replaced, report.catalogue_version);
  // Also when the imports have to forget what they quote of people.
  ASSERT_TRUE(catalogue->Import({WritePeople("a.jsonl", 0, 5, "EX:3")}, {}).ok());
  ASSERT_TRUE(catalogue->Delete("default", {"p0"}).ok());
  EXPECT_EQ(catalogue->Info()->ontologies.at(0).contents_replaced, report.catalogue_version);
  // A version of its own replaces nothing.
  EXPECT_TRUE(import("data-version: 2\n" + tiny("EX:2")).remarks.empty());
  EXPECT_EQ(catalogue->Info()->ontologies.size(), 2u);
}

TEST_F(CatalogueTest, OfTwoFilesOfAVersionInOneImportWhatIsLeftOutIsSaid) {
  const std::string head = "ontology: ex\n\n[Term]\nid: EX:1\nname: All\n";
  const std::string two = Write("two.obo", head + "\n[Term]\nid: EX:2\nname: A\nis_a: EX:1\n");
  const std::string other = Write("other.obo", head + "\n[Term]\nid: EX:3\nname: B\nis_a: EX:1\n");
  const std::string one = Write("one.obo", head);
  const auto whats = [&](const std::vector<std::string>& files) {
    std::filesystem::remove_all(Path("catalogue"));
    const auto report = Open()->Import(files, {});
    EXPECT_TRUE(report.ok()) << report.status();
    std::vector<std::string> texts;
    if (report.ok()) {
      for (const ImportRemark& remark : report->remarks) texts.push_back(remark.what);
    }
    return texts;
  };
  EXPECT_EQ(whats({two, one}),
            std::vector<std::string>({"ontology left out: this import has the same version of it with more terms"}));
  EXPECT_EQ(whats({two, other}),
            std::vector<std::string>({"ontology left out: this import has another file of the same version of it"}));
}

TEST_F(CatalogueTest, QueriesGoOnWhileOthersWrite) {
  auto catalogue = Open();
  ASSERT_TRUE(catalogue->Import({WritePeople("a.jsonl", 0, 200, "HP:0000001")}, {}).ok());
  std::atomic<bool> stop = false;
  std::atomic<int64_t> asked = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      while (!stop) {
        auto answers = catalogue->Query(
            "count individuals; count individuals where has phenotype HP:0000001; count individuals by sex");
        ASSERT_TRUE(answers.ok()) << answers.status();
        // All statements of one text see one version: everybody has the phenotype and the sex.
        const auto all = (*answers)[0].table->rows[0][0];
        ASSERT_EQ(all, (*answers)[1].table->rows[0][0]);
        ASSERT_EQ(all, (*answers)[2].table->rows[0][1]);
        ++asked;
      }
    });
  }
  for (int round = 0; round < 15; ++round) {
    ASSERT_TRUE(catalogue->Import({WritePeople("b.jsonl", 100 + round, 260 + round, "HP:0000001")}, {}).ok());
    ASSERT_TRUE(catalogue->Delete("default", {"p" + std::to_string(round)}).ok());
  }
  while (asked < 20) std::this_thread::yield();
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(CountOf(*catalogue, "count individuals"), 274 - 15);
}

}  // namespace
}  // namespace muster
