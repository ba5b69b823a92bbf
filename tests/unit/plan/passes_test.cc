// The optimiser's passes on plans made by hand. What they do to whole queries is in tests/golden/plan.test.
#include "engine/plan/passes.h"

#include "engine/plan/annotate.h"
#include "engine/plan/build_node.h"
#include "gtest/gtest.h"

namespace muster::plan {
namespace {

using model::Entity;
using model::PostingKind;

NodePtr Make(Op op, Entity entity, std::vector<NodePtr> inputs = {}) {
  NodePtr node = MakeNode(op, entity);
  node->inputs = std::move(inputs);
  return node;
}

template <typename... Nodes>
std::vector<NodePtr> Inputs(Nodes... nodes) {
  std::vector<NodePtr> all;
  (all.push_back(std::move(nodes)), ...);
  return all;
}

NodePtr Sex(const std::string& label) {
  NodePtr node = MakeNode(Op::kPostings, Entity::kIndividual);
  node->field = model::field::kSex;
  node->posting_kinds = {PostingKind::kRows};
  node->symbols = std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{7});
  node->label = label;
  return node;
}

NodePtr All() { return MakeNode(Op::kAll, Entity::kIndividual); }
NodePtr None() { return MakeNode(Op::kNone, Entity::kIndividual); }

NodePtr Seizure(PostingKind kind) {
  NodePtr node = MakeNode(Op::kPostings, Entity::kPhenotype);
  node->field = model::field::kPhenotypeTerm;
  node->posting_kinds = {kind};
  node->symbols = std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{7});
  node->label = "seizure";
  return node;
}

NodePtr Depth(int64_t low, int64_t high) {
  NodePtr node = MakeNode(Op::kRange, Entity::kRun);
  node->field = model::field::kRunDepth;
  node->low = low;
  node->high = high;
  return node;
}

NodePtr ToParent(NodePtr rows, int count = 1) {
  NodePtr node = Make(Op::kToParent, Entity::kIndividual, Inputs(std::move(rows)));
  node->count = count;
  return node;
}

std::string Text(NodePtr root) {
  Plan plan;
  plan.root = std::move(root);
  plan.node_count = NumberNodes(plan.root.get(), 0);
  return Print(plan);
}

TEST(SimplifyTest, Constants) {
  const Entity i = Entity::kIndividual;
  EXPECT_EQ(Text(Simplify(Make(Op::kAnd, i, Inputs(Sex("a"), None())))), "no individual\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kAnd, i, Inputs(Sex("a"), All())))), "postings: individual sex a (1 code)\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kAnd, i, Inputs(All(), All())))), "every individual\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kOr, i, Inputs(Sex("a"), None())))), "postings: individual sex a (1 code)\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kOr, i, Inputs(Sex("a"), All())))), "every individual\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kOr, i, Inputs(None(), None())))), "no individual\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kNot, i, Inputs(None())))), "every individual\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kNot, i, Inputs(Make(Op::kNot, i, Inputs(Sex("a"))))))),
            "postings: individual sex a (1 code)\n");
}

TEST(SimplifyTest, ToParentAndToChild) {
  EXPECT_EQ(Text(Simplify(ToParent(Depth(5, 3)))), "no individual\n");
  // Every run, lifted, is not every individual: some have none.
  EXPECT_EQ(Text(Simplify(ToParent(MakeNode(Op::kAll, Entity::kRun)))), "to parent: run to individual\n  every run\n");
  EXPECT_EQ(Text(Simplify(Make(Op::kToChild, Entity::kRun, Inputs(All())))), "every run\n");
}

TEST(SimplifyTest, AtLeast) {
  const auto at_least = [](int count, std::vector<NodePtr> inputs) {
    NodePtr node = Make(Op::kAtLeast, Entity::kIndividual, std::move(inputs));
    node->count = count;
    return Text(Simplify(std::move(node)));
  };
  EXPECT_EQ(at_least(1, Inputs(All(), Sex("a"))), "every individual\n");
  EXPECT_EQ(at_least(2, Inputs(None(), Sex("a"))), "no individual\n");
  EXPECT_EQ(at_least(2, Inputs(All(), Sex("a"), Sex("b"))),
            "or\n  postings: individual sex a (1 code)\n  postings: individual sex b (1 code)\n");
  EXPECT_EQ(at_least(2, Inputs(None(), Sex("a"), Sex("b"))),
            "and\n  postings: individual sex a (1 code)\n  postings: individual sex b (1 code)\n");
  EXPECT_EQ(at_least(2, Inputs(Sex("a"), Sex("b"), Sex("c"))).substr(0, 11), "at least 2 ");
}

TEST(ShareToParentTest, OneSemiJoinOfTheUnion) {
  EXPECT_EQ(Text(ShareToParent(
                Make(Op::kOr, Entity::kIndividual, Inputs(ToParent(Depth(1, 2)), Sex("a"), ToParent(Depth(5, 6)))))),
            "or\n"
            "  postings: individual sex a (1 code)\n"
            "  to parent: run to individual\n"
            "    or\n"
            "      range: run: depth from 4.94066e-324 to 9.88131e-324\n"
            "      range: run: depth from 2.47033e-323 to 2.96439e-323\n");
}

TEST(ShareToParentTest, NotOfDifferentEntitiesNorOfSeveralRows) {
  const auto kept = [](NodePtr a, NodePtr b) {
    NodePtr node = ShareToParent(Make(Op::kOr, Entity::kIndividual, Inputs(std::move(a), std::move(b))));
    return node->op == Op::kOr && node->inputs.size() == 2;
  };
  EXPECT_TRUE(kept(ToParent(Depth(1, 2), 2), ToParent(Depth(3, 4))));
  EXPECT_TRUE(kept(ToParent(Seizure(PostingKind::kObservedRows)), ToParent(Depth(3, 4))));
  EXPECT_FALSE(kept(ToParent(Depth(1, 2)), ToParent(Depth(3, 4))));
}

TEST(UseIndividualPostingsTest, OnlyOfAnyPrimaryCode) {
  const auto used = [](NodePtr node) { return UseIndividualPostings(std::move(node))->op == Op::kPostings; };
  EXPECT_TRUE(used(ToParent(Seizure(PostingKind::kObservedRows))));
  EXPECT_TRUE(used(ToParent(Seizure(PostingKind::kExcludedRows))));
  EXPECT_FALSE(used(ToParent(Seizure(PostingKind::kRows))));
  EXPECT_FALSE(used(ToParent(Seizure(PostingKind::kObservedRows), 2)));
  EXPECT_FALSE(used(ToParent(Depth(1, 2))));
}

}  // namespace
}  // namespace muster::plan
