#include "serve/node/address_names.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(AddressNamesTest, ProxiesAreBelievedOnlyWhereTheyAreNamed) {
  EXPECT_EQ(CallerAddress("192.0.2.1", "198.51.100.7", {}), "192.0.2.1");
  EXPECT_EQ(CallerAddress("127.0.0.1", "198.51.100.7", {"127.0.0.1"}), "198.51.100.7");
  // What a caller wrote himself stands before what the proxy appended.
  EXPECT_EQ(CallerAddress("127.0.0.1", "203.0.113.9, 198.51.100.7", {"127.0.0.1"}), "198.51.100.7");
  EXPECT_EQ(CallerAddress("127.0.0.1", "203.0.113.9,198.51.100.7", {"127.0.0.1", "198.51.100.7"}), "203.0.113.9");
  EXPECT_EQ(CallerAddress("127.0.0.1", "", {"127.0.0.1"}), "127.0.0.1");
  EXPECT_EQ(CallerAddress("127.0.0.1", "unknown", {"127.0.0.1"}), "127.0.0.1");
  EXPECT_EQ(CallerAddress("::1", "2001:db8::5", {"::1"}), "2001:db8::5");
  EXPECT_EQ(CallerAddress("::ffff:192.0.2.1", "", {}), "192.0.2.1");
  EXPECT_EQ(CallerAddress("::ffff:127.0.0.1", "::ffff:192.0.2.1", {"127.0.0.1"}), "192.0.2.1");
}

TEST(AddressNamesTest, NamesTellCallersApartAndNotWhoTheyAre) {
  const AddressNames names;
  const std::string name = names.NameOf("192.0.2.1");
  EXPECT_EQ(name, names.NameOf("192.0.2.1"));
  EXPECT_NE(name, names.NameOf("192.0.2.2"));
  EXPECT_EQ(name.find("192.0"), std::string::npos);
  EXPECT_EQ(name.size(), 23U);
  // Another process has another key.
  EXPECT_NE(name, AddressNames().NameOf("192.0.2.1"));
}

TEST(AddressNamesTest, ANetworkOfVersionSixIsOneCaller) {
  const AddressNames names;
  EXPECT_EQ(names.NameOf("2001:db8:1:2::1"), names.NameOf("2001:db8:1:2:ffff::9"));
  EXPECT_NE(names.NameOf("2001:db8:1:2::1"), names.NameOf("2001:db8:1:3::1"));
}

}  // namespace
}  // namespace muster::serve
