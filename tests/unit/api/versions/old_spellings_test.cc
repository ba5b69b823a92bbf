// Codes that an earlier version has stored in another spelling than that by which they are looked for.
#include <gmock/gmock.h>

#include <cstdint>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "engine/api/versions/load_view.h"
#include "engine/index/catalogue_writer.h"
#include "engine/model/document/code_labels.h"
#include "engine/model/document/code_spellings.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"
#include "engine/ontology/ontology.h"
#include "storage/store.h"
#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;

class OldSpellingsTest : public EmbeddingTest {
 protected:
  // Two people with GARD:6975, of whom one has it as the earlier version wrote it, and one with E11.9.
  void SetUp() override {
    EmbeddingTest::SetUp();
    auto catalogue = Open();
    ASSERT_NE(catalogue, nullptr);
    ImportPerson(*catalogue, "a", "GARD:0001111");
    ImportPerson(*catalogue, "b", "ICD10:E11.9");
    const auto report = catalogue->ImportText(
        "format-version: 1.2\nontology: mondo\ndata-version: 1\n\n[Term]\nid: MONDO:0000001\nname: disease\n\n"
        "[Term]\nid: MONDO:0000002\nname: Marfan\nis_a: MONDO:0000001\nxref: GARD:6975 "
        "{source=\"MONDO:equivalentTo\"}\n",
        {});
    ASSERT_TRUE(report.ok()) << report.status();
  }

  static void ImportPerson(Catalogue& catalogue, const std::string& id, const std::string& code) {
    const auto report = catalogue.ImportText(
        R"({"id":")" + id + R"(","subject":{"sex":"FEMALE"},"diseases":[{"term":{"id":")" + code + R"("}}]})" + "\n",
        {});
    ASSERT_TRUE(report.ok()) << report.status();
  }

  // Leaves the catalogue as an earlier version would have: of `number`, with GARD:0006975 in records, labels and the
  // ontology.
  void MakeOld(uint32_t number = 0) const {
    ontology::OntologyDraft draft{"mondo", "1", {}, {}};
    draft.terms.emplace_back().term.id = "MONDO:0000001";
    auto& term = draft.terms.emplace_back();
    term.term.id = "MONDO:0000002";
    term.term.label = "Marfan";
    term.term.xrefs = {{"GARD:0006975", true}};
    term.parent_ids = {"MONDO:0000001"};
    auto ontology = ontology::Ontology::Build(std::move(draft), nullptr);
    ASSERT_TRUE(ontology.ok()) << ontology.status();
    WriteAs("GARD:1111", "GARD:0006975", [&](index::CatalogueWriter& writer) {
      writer.AddOntology(*std::move(ontology));
      writer.PutDocument(model::CodeLabelsDocument("GARD:0006975"), model::EncodeCodeLabels({"one", "two"}));
      writer.PutDocument(std::string(model::kCodeSpellingsDocument),
                         number == 0 ? "" : model::EncodeSpellings({.number = number}));
    });
  }

  // Writes `old` for `text` in all records, and what `more` writes.
  void WriteAs(const std::string& text, const std::string& old,
               absl::FunctionRef<void(index::CatalogueWriter&)> more) const {
    auto store = storage::Store::Open(Path(), {});
    ASSERT_TRUE(store.ok()) << store.status();
    auto view = api::LoadView(**store, nullptr);
    ASSERT_TRUE(view.ok()) << view.status();
    index::CatalogueWriter writer(**store, (*view)->dictionary_ptr());
    std::vector<uint32_t> segments;
    for (const auto& segment : (*view)->snapshot().segments) segments.push_back(segment->info().id);
    const auto symbol = (*view)->dictionary().Find(text);
    ASSERT_TRUE(symbol.has_value());
    ASSERT_TRUE(writer.RewriteCodes(segments, {{*symbol, old}}).ok());
    more(writer);
    ASSERT_TRUE(writer.Commit().ok());
  }

  // Writes `old` for the mother `text` in all pedigrees.
  void WriteMotherAs(const std::string& text, const std::string& old) const {
    auto store = storage::Store::Open(Path(), {});
    ASSERT_TRUE(store.ok()) << store.status();
    auto view = api::LoadView(**store, nullptr);
    ASSERT_TRUE(view.ok()) << view.status();
    index::CatalogueWriter writer(**store, (*view)->dictionary_ptr());
    const auto symbol = (*view)->dictionary().Find(text);
    ASSERT_TRUE(symbol.has_value());
    for (const auto& segment : (*view)->snapshot().segments) {
      for (uint32_t row = 0; row < segment->rows(0); ++row) {
        const auto bytes = segment->Record(row);
        ASSERT_TRUE(bytes.ok()) << bytes.status();
        auto record = model::DecodeRecord(*bytes);
        ASSERT_TRUE(record.ok()) << record.status();
        bool changed = false;
        for (model::Row& of : record->rows) {
          for (model::FieldValue& value : of.values) {
            if (value.field != model::field::kPedigreeMother || value.value != model::Value(*symbol)) continue;
            value.value = writer.Intern(old, "");
            changed = true;
          }
        }
        model::Taken taken;
        if (!changed) continue;
        ASSERT_TRUE(writer.AddRecord(*record, &taken).ok());
      }
    }
    ASSERT_TRUE(writer.Commit().ok());
  }
};

TEST_F(OldSpellingsTest, ToReadItIsRefusedWithTheCodeAndWhatToDo) {
  MakeOld();
  const auto opened = Catalogue::Open(Path(), {.read_only = true});
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kFailedPrecondition) << opened.status();
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("GARD:0006975, which is GARD:6975 now"));
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("Open it for writing once"));
}

TEST_F(OldSpellingsTest, OpenedForWritingItIsBroughtToThePresentOnes) {
  MakeOld();
  {
    auto catalogue = Open();
    ASSERT_NE(catalogue, nullptr);
    EXPECT_EQ(Count(*catalogue, "count individuals where has disease GARD:6975"), 1);
    EXPECT_EQ(Count(*catalogue, "count individuals where has disease GARD:0006975"), 1);
    EXPECT_EQ(Count(*catalogue, "count individuals where has disease MONDO:0000001"), 1) << "by the ontology";
    EXPECT_EQ(Count(*catalogue), 2);
    ImportPerson(*catalogue, "c", "GARD:6975");
    EXPECT_EQ(Count(*catalogue, "count individuals where has disease MONDO:0000002"), 2);
    const auto check = catalogue->Check({});
    ASSERT_TRUE(check.ok()) << check.status();
    EXPECT_TRUE(check->problems.empty()) << check->problems[0];
  }
  auto reader = OpenToRead();
  ASSERT_NE(reader, nullptr);
  EXPECT_EQ(Count(*reader, "count individuals where has disease GARD:6975"), 2);
}

TEST_F(OldSpellingsTest, LabelsAreKeptUnderThePresentSpelling) {
  MakeOld();
  { ASSERT_NE(Open(), nullptr); }
  auto store = storage::Store::Open(Path(), {.read_only = true});
  ASSERT_TRUE(store.ok()) << store.status();
  const auto& documents = *(*store)->snapshot()->documents;
  EXPECT_THAT(model::CodesWithLabels(documents), testing::ElementsAre("GARD:6975"));
  EXPECT_EQ(model::LabelsOf(documents, "GARD:6975").value().size(), 2u);
  const model::CodeSpellings spellings = model::SpellingsIn(documents);
  EXPECT_TRUE(spellings.are_present());
  EXPECT_EQ(spellings.since, (*store)->snapshot()->manifest.version);
}

TEST_F(OldSpellingsTest, OneOfALaterVersionIsRefused) {
  MakeOld(model::kCodeSpellings + 1);
  for (const bool read_only : {true, false}) {
    const auto opened = Catalogue::Open(Path(), {.read_only = read_only});
    EXPECT_EQ(opened.status().code(), absl::StatusCode::kFailedPrecondition) << opened.status();
    EXPECT_THAT(std::string(opened.status().message()), HasSubstr("later version"));
  }
}

TEST_F(OldSpellingsTest, WhereNoCodeDiffersNothingIsWritten) {
  uint64_t version = 0;
  {
    auto store = storage::Store::Open(Path(), {});
    ASSERT_TRUE(store.ok()) << store.status();
    storage::Commit commit;
    commit.documents.emplace_back(model::kCodeSpellingsDocument, "");
    ASSERT_TRUE((*store)->Apply(std::move(commit)).ok());
    version = (*store)->snapshot()->manifest.version;
  }
  {
    auto reader = OpenToRead();
    ASSERT_NE(reader, nullptr);
    EXPECT_EQ(Count(*reader, "count individuals where has disease ICD10:E11"), 1);
  }
  auto catalogue = Open();
  ASSERT_NE(catalogue, nullptr);
  EXPECT_EQ(catalogue->Stats().version, version);
  ImportPerson(*catalogue, "c", "GARD:6975");
  catalogue.reset();
  auto store = storage::Store::Open(Path(), {.read_only = true});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(model::SpellingsIn(*(*store)->snapshot()->documents).are_present());
}

// Keywords with accents behind their letters, of before these were one with the others.
TEST_F(OldSpellingsTest, KeywordsAreBroughtToThePresentOnes) {
  {
    auto catalogue = Open();
    ASSERT_NE(catalogue, nullptr);
    ImportOptions options;
    options.mapping = R"({"individual": {"cohort": "/c"}})";
    const auto report = catalogue->ImportText("{\"id\":\"c\",\"c\":\"z\xC3\xBCrich\"}\n", options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  WriteAs("z\xC3\xBCrich", "zu\xCC\x88rich", [](index::CatalogueWriter& writer) {
    writer.PutDocument(std::string(model::kCodeSpellingsDocument), model::EncodeSpellings({.number = 1}));
  });
  EXPECT_FALSE(Catalogue::Open(Path(), {.read_only = true}).ok());
  auto catalogue = Open();
  ASSERT_NE(catalogue, nullptr);
  EXPECT_EQ(Count(*catalogue, "count individuals where cohort is \"z\xC3\xBCrich\""), 1);
  EXPECT_EQ(Count(*catalogue, "count individuals where cohort is \"zu\xCC\x88rich\""), 1);
}

// Parents of whom an earlier version has stored what stands for "not in the family".
TEST_F(OldSpellingsTest, FoundersAreNoSiblings) {
  {
    auto catalogue = Open();
    ASSERT_NE(catalogue, nullptr);
    ImportOptions options;
    options.mapping = R"({"pedigrees": {"from": "/fam", "fields": {"family": "/f", "member": "/id", "mother": "/m"}}})";
    std::string people;
    for (const auto& [id, mother] : {std::pair("f1", "MZ"), std::pair("f2", "MZ"), std::pair("s1", "MX"),
                                     std::pair("s2", "MX"), std::pair("t1", "X"), std::pair("t2", "X")}) {
      people += std::string(R"({"id":")") + id + R"(","subject":{"id":")" + id + R"("},"fam":{"id":")" + id +
                R"(","f":"F1","m":")" + mother + "\"}}\n";
    }
    const auto report = catalogue->ImportText(people, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  WriteMotherAs("MZ", "-9");
  auto catalogue = Open();
  ASSERT_NE(catalogue, nullptr);
  EXPECT_EQ(Count(*catalogue, "count individuals where has sibling"), 2) << "s1 and s2";
}

}  // namespace
}  // namespace muster
