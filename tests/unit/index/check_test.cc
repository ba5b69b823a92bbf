// `check` must notice: each test damages a copy of a sound segment in one way.
#include "engine/index/check.h"

#include "engine/index/segment_builder.h"
#include "gmock/gmock.h"
#include "tests/unit/index/index_fixture.h"

namespace muster::index {
namespace {

using testing::Contains;
using testing::HasSubstr;

class CheckTest : public IndexTest {
 protected:
  using Postings = std::map<storage::PostingKey, storage::Bitmap>;
  using Columns = std::map<storage::ColumnKey, std::vector<int64_t>>;

  model::Dictionary StoredDictionary() const {
    model::Dictionary dictionary;
    for (uint32_t block = 0; block < store_->snapshot()->manifest.dictionary_blocks; ++block) {
      auto bytes = store_->DictionaryBlock(block);
      EXPECT_TRUE(bytes.ok() && dictionary.DecodeBlock(*std::move(bytes)).ok()) << block;
    }
    return dictionary;
  }

  // Writes three people and their index, after `damage` has had its way with the index.
  std::vector<std::string> ProblemsAfter(const std::function<void(Postings&, Columns&)>& damage) {
    CatalogueWriter interner(*store_, dictionary_);
    auto writer = store_->NewSegment();
    EXPECT_TRUE(writer.ok());
    SegmentBuilder builder;
    for (const char* id : {"a", "b", "c"}) {
      const model::Record record = Person(interner, id, "HP:1", 2);
      auto row = builder.Add(record);
      EXPECT_TRUE(row.ok());
      EXPECT_TRUE((*writer)->PutRecord(*row, record.dataset, record.id, model::EncodeRecord(record)).ok());
    }
    Postings postings = builder.Postings();
    Columns columns = builder.Columns();
    damage(postings, columns);
    for (const auto& [key, bitmap] : postings) EXPECT_TRUE((*writer)->PutPosting(key, bitmap).ok());
    for (const auto& [key, values] : columns) EXPECT_TRUE((*writer)->PutColumn(key, values).ok());
    auto info = (*writer)->Finish({builder.rows().begin(), builder.rows().end()});
    EXPECT_TRUE(info.ok()) << info.status();
    storage::Commit commit;
    commit.add_segments = {*info};
    commit.dictionary_block = model::Dictionary(*interner.dictionary()).TakeBlock();
    EXPECT_TRUE(store_->Apply(std::move(commit)).ok());
    auto report = Check(*store_, *store_->snapshot(), *interner.dictionary(), nullptr);
    EXPECT_TRUE(report.ok()) << report.status();
    return report->problems;
  }
};

TEST_F(CheckTest, FindsNothingWrongWithASoundSegment) {
  EXPECT_EQ(ProblemsAfter([](Postings&, Columns&) {}), std::vector<std::string>());
}

TEST_F(CheckTest, NoticesAMissingRowInAPosting) {
  EXPECT_THAT(ProblemsAfter([](Postings& postings, Columns&) {
                for (auto& [key, bitmap] : postings) {
                  if (key.kind == static_cast<uint8_t>(model::PostingKind::kObservedIndividuals)) {
                    bitmap = storage::Bitmap::Range(0, 2);
                  }
                }
              }),
              Contains(HasSubstr("differs from the records")));
}

TEST_F(CheckTest, NoticesAMissingPosting) {
  EXPECT_THAT(ProblemsAfter([](Postings& postings, Columns&) { postings.erase(postings.begin()); }),
              Contains(HasSubstr("is missing")));
}

TEST_F(CheckTest, NoticesAPostingThatFollowsFromNoRecord) {
  EXPECT_THAT(ProblemsAfter([](Postings& postings, Columns&) {
                postings[{0, 0, model::field::kSex, 0}] = storage::Bitmap::Range(0, 1);
              }),
              Contains(HasSubstr("follows from no record")));
}

// What the fault was that made people given B count as A: the dictionary in use is not the one that is stored.
TEST_F(CheckTest, NoticesSymbolsThatMeanSomethingElse) {
  Add({"a", "b"}, "HP:1");
  Add({"c"}, "HP:2");
  const auto problems = [&](const model::Dictionary& dictionary) {
    auto report = Check(*store_, *store_->snapshot(), dictionary, nullptr);
    EXPECT_TRUE(report.ok()) << report.status();
    return report->problems;
  };
  EXPECT_EQ(problems(*dictionary_), std::vector<std::string>());
  model::Dictionary shifted;
  shifted.Intern("new", "");
  for (model::Symbol i = 0; i + 1 < dictionary_->size(); ++i) shifted.Intern(dictionary_->Text(i), "");
  const std::vector<std::string> found = problems(shifted);
  EXPECT_THAT(found, Contains(HasSubstr("symbol 0 is 'new' in the dictionary in use")));
  EXPECT_THAT(found, Contains(HasSubstr("other texts than when they were written")));
}

// A check that began before a commit which took texts out of the dictionary.
TEST_F(CheckTest, ADictionaryThatWasReplacedMeanwhileIsNoDamage) {
  Add({"a"}, "HP:1");
  Add({"b"}, "HP:2");
  const storage::SnapshotPtr before = store_->snapshot();
  const model::DictionaryPtr in_use = dictionary_;
  {
    CatalogueWriter writer(*store_, dictionary_);
    model::Taken taken;
    ASSERT_TRUE(writer.AddRecord(Person(writer, "a", "HP:3", 1), &taken).ok());
    ASSERT_TRUE(writer.Commit().ok());  // drops the segment, and HP:1
    dictionary_ = writer.dictionary();
  }
  ASSERT_NE(store_->snapshot()->manifest.dictionary, before->manifest.dictionary);
  ASSERT_EQ(store_->snapshot()->manifest.dictionary_blocks, 1u) << "it was replaced";
  const auto report = Check(*store_, *before, *in_use, nullptr);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->problems, std::vector<std::string>());
}

TEST_F(CheckTest, NoticesAWrongUnion) {
  ProblemsAfter([](Postings&, Columns&) {});
  const storage::PostingKey key{static_cast<uint8_t>(model::PostingKind::kObservedIndividuals),
                                static_cast<uint8_t>(model::Entity::kPhenotype), model::field::kPhenotypeTerm, 0};
  const storage::SnapshotPtr snapshot = store_->snapshot();
  const auto values = snapshot->segments[0]->Values(key.kind, key.entity, key.field);
  ASSERT_TRUE(values.ok()) << values.status();
  const auto problems = [&](uint32_t people) {
    const std::vector<storage::StoredUnion> unions = {{**values, storage::Bitmap::Range(0, people)}};
    EXPECT_TRUE(store_->PutUnions(snapshot->segments[0]->info().id, key, unions).ok());
    const model::Dictionary dictionary = StoredDictionary();
    auto report = Check(*store_, *snapshot, dictionary, nullptr);
    EXPECT_TRUE(report.ok()) << report.status();
    return report->problems;
  };
  EXPECT_THAT(problems(2), Contains(HasSubstr("a stored union of")));
  EXPECT_EQ(problems(3), std::vector<std::string>());
}

TEST_F(CheckTest, NoticesAWrongListOfValues) {
  // An empty posting is as good as none, but for the list.
  EXPECT_THAT(ProblemsAfter([](Postings& postings, Columns&) {
                postings[{0, 0, model::field::kSex, 0}] = storage::Bitmap();
              }),
              Contains(HasSubstr("the list of values of (kind 0, entity 0, field 2) differs")));
}

TEST_F(CheckTest, NoticesAWrongValueInAColumn) {
  EXPECT_THAT(ProblemsAfter([](Postings&, Columns& columns) {
                columns[{static_cast<uint8_t>(model::Entity::kRun), model::field::kRunDepth, model::kValuePart}][3] = 7;
              }),
              Contains(HasSubstr("at row 3")));
}

TEST_F(CheckTest, NoticesAMissingColumn) {
  EXPECT_THAT(ProblemsAfter([](Postings&, Columns& columns) { columns.erase(columns.begin()); }),
              Contains(HasSubstr("is missing")));
}

}  // namespace
}  // namespace muster::index
