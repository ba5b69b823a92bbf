#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/guest/view/guest_view.h"
#include "gtest/gtest.h"

namespace muster::api {
namespace {

GuestStatePtr MakeState() {
  return std::make_shared<const GuestState>(
      GuestState{{}, {}, release::Noise({}, {}), 0, 0, nullptr, nullptr, nullptr});
}

Principal In(const std::string& tier, const std::vector<std::string>& datasets) {
  Principal principal;
  principal.name = "somebody";
  principal.tier = tier;
  principal.datasets = datasets;
  return principal;
}

TEST(SharedViewsTest, AreForAllWhoSeeTheSameAsLongAsSomebodyHasThem) {
  const GuestStatePtr state = MakeState();
  auto made = std::make_shared<GuestView>();
  made->state = state;
  GuestViewPtr view = std::move(made);
  SharedViews views;
  EXPECT_EQ(views.Find(state, In("registered", {"a", "b"})), nullptr);
  views.Add(In("registered", {"a", "b"}), view);
  EXPECT_EQ(views.Find(state, In("registered", {"b", "a", "b"})), view);
  EXPECT_EQ(views.Find(state, In("registered", {"a"})), nullptr);
  EXPECT_EQ(views.Find(state, In("registered", {})), nullptr) << "who may see all sees more";
  EXPECT_EQ(views.Find(state, In("controlled", {"a", "b"})), nullptr);
  EXPECT_EQ(views.Find(MakeState(), In("registered", {"a", "b"})), nullptr) << "another policy, or epoch";
  view.reset();
  EXPECT_EQ(views.Find(state, In("registered", {"a", "b"})), nullptr);
}

}  // namespace
}  // namespace muster::api
