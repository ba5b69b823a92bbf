#include "engine/index/broad_terms.h"

#include <map>
#include <random>
#include <set>

#include "engine/ontology/terminology.h"
#include "tests/unit/index/index_fixture.h"

namespace muster::index {
namespace {

constexpr storage::PostingKey kPhenotypes{static_cast<uint8_t>(model::PostingKind::kObservedIndividuals),
                                          static_cast<uint8_t>(model::Entity::kPhenotype), model::field::kPhenotypeTerm,
                                          0};

// Terms 0 to 499; the parents of each are about half and a third of its number.
ontology::OntologyPtr Tree(const std::string& version, uint32_t terms = 500) {
  ontology::OntologyDraft draft;
  draft.id = "t";
  draft.version = version;
  for (uint32_t term = 0; term < terms; ++term) {
    ontology::OntologyDraft::DraftTerm one;
    one.term.id = "T:" + std::to_string(term);
    if (term > 0) one.parent_ids = {"T:" + std::to_string(term / 2)};
    if (term > 9) one.parent_ids.push_back("T:" + std::to_string(term / 3));
    draft.terms.push_back(std::move(one));
  }
  return *ontology::Ontology::Build(std::move(draft), nullptr);
}

class BroadTermsTest : public IndexTest {
 protected:
  void SetUp() override {
    IndexTest::SetUp();
    std::mt19937 random(5);
    CatalogueWriter writer(*store_, dictionary_);
    for (int person = 0; person < 2000; ++person) {
      model::Taken taken;
      const std::string term = "T:" + std::to_string(random() % 400);
      ASSERT_TRUE(writer.AddRecord(Person(writer, std::to_string(person), term), &taken).ok());
    }
    ASSERT_TRUE(writer.Commit().ok());
    dictionary_ = writer.dictionary();
  }
  std::map<std::vector<uint32_t>, storage::Bitmap> Stored() const {
    std::map<std::vector<uint32_t>, storage::Bitmap> all;
    EXPECT_TRUE(store_->snapshot()
                    ->segments[0]
                    ->ForEachUnion(kPhenotypes,
                                   [&](const storage::StoredUnion& stored) {
                                     all.emplace(stored.values, stored.rows);
                                     return true;
                                   })
                    .ok());
    return all;
  }
  void Store(const std::vector<ontology::OntologyPtr>& ontologies, bool wanted = true) {
    const absl::Status status =
        StoreBroadTerms(*store_, ontologies, dictionary_, [&](const storage::SegmentInfo&) { return wanted; });
    EXPECT_TRUE(status.ok()) << status;
  }
};

TEST_F(BroadTermsTest, UnitesWhatLiesBelowEachBroadTerm) {
  const auto tree = Tree("1");
  Store({tree}, false);
  EXPECT_EQ(Stored().size(), 0u);
  Store({tree});
  const auto stored = Stored();
  const storage::SegmentReaderPtr segment = store_->snapshot()->segments[0];
  const auto values = segment->Values(kPhenotypes.kind, kPhenotypes.entity, kPhenotypes.field);
  ASSERT_TRUE(values.ok());
  size_t broad = 0;
  std::set<std::vector<uint32_t>> expected;
  for (ontology::TermIndex term = 0; term < tree->size(); ++term) {
    std::vector<uint32_t> present;
    for (const ontology::TermIndex below : tree->Descendants(term)) {
      const auto symbol = dictionary_->Find(tree->TermId(below));
      if (symbol) present.push_back(*symbol);
    }
    std::ranges::sort(present);
    if (present.size() < storage::kFewestInUnion) continue;
    ++broad;
    expected.insert(present);
    storage::Bitmap rows;
    for (const uint32_t value : present) {
      storage::PostingKey key = kPhenotypes;
      key.value = value;
      rows |= **segment->Posting(key, segment->rows(0));
    }
    ASSERT_TRUE(stored.contains(present)) << term;
    EXPECT_EQ(stored.at(present), rows) << term;
  }
  EXPECT_GT(broad, 3u);
  EXPECT_EQ(stored.size(), expected.size());
}

TEST_F(BroadTermsTest, AnotherOntologyReplacesThem) {
  Store({Tree("1")});
  const auto first = Stored();
  Store({Tree("2", 200)});
  const auto second = Stored();
  EXPECT_GT(second.size(), 0u);
  EXPECT_NE(first, second);
  Store({});
  EXPECT_EQ(Stored().size(), 0u);
}

}  // namespace
}  // namespace muster::index
