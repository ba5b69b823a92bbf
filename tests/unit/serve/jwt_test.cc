#include "serve/token/jwt.h"

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

// The example of RFC 7515, A.3: ES256, and its key. It has no key id, which is put in by the test.
constexpr char kHeader[] = "eyJhbGciOiJFUzI1NiJ9";
constexpr char kClaims[] =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
constexpr char kSignature[] = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
constexpr char kKey[] = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                        R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";

Jwt Example() {
  Jwt jwt;
  jwt.text = Concat(kHeader, ".", kClaims, ".", kSignature);
  jwt.alg = "ES256";
  return jwt;
}

TEST(JwtTest, VerifiesTheExampleOfTheStandard) {
  EXPECT_TRUE(HasSignatureOf(Example(), *ParseJson(kKey)));
  Jwt changed = Example();
  changed.text[30] = changed.text[30] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(HasSignatureOf(changed, *ParseJson(kKey)));
  Jwt other = Example();
  other.alg = "RS256";
  EXPECT_FALSE(HasSignatureOf(other, *ParseJson(kKey)));
  Json encrypting = *ParseJson(kKey);
  encrypting["use"] = "enc";
  EXPECT_FALSE(HasSignatureOf(Example(), encrypting));
  Json operations = *ParseJson(kKey);
  operations["key_ops"] = {"sign", "verify"};
  EXPECT_TRUE(HasSignatureOf(Example(), operations));
  operations["key_ops"] = {"sign"};
  EXPECT_FALSE(HasSignatureOf(Example(), operations));
  EXPECT_FALSE(HasSignatureOf(Example(), Json::object()));
}

TEST(JwtTest, RefusesWhatIsNotStrict) {
  const std::string good =
      std::string("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.e30.") + std::string(86, 'A');  // {"alg":"ES256","kid":"k"}
  EXPECT_TRUE(ParseJwt(good).ok()) << ParseJwt(good).status();
  for (const std::string& bad :
       {std::string("nonsense"), std::string("a.b"), good + ".x", good + "=", std::string("..."),
        std::string("eyJhbGciOiJub25lIiwia2lkIjoiayJ9.e30.AAAA"), "eyJhbGciOiJFUzI1NiJ9.e30." + std::string(86, 'A'),
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.W10." + std::string(86, 'A'),
        std::string("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.e30."), good + "AA",
        std::string("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.e30.AAAA"), "{\"payload\":\"" + good + "\"}"}) {
    EXPECT_EQ(ParseJwt(bad).status().code(), absl::StatusCode::kUnauthenticated) << bad;
  }
}

TEST(JwtTest, ChecksTimes) {
  const auto check = [](const char* claims) { return CheckTimes(*ParseJson(claims), 1'000).ok(); };
  EXPECT_TRUE(check(R"({"exp":1100,"iat":900,"nbf":900})"));
  EXPECT_TRUE(check(R"({"exp":950,"iat":1050})"));
  EXPECT_FALSE(check(R"({"exp":900})"));
  EXPECT_FALSE(check(R"({"exp":"1100"})"));
  EXPECT_FALSE(check(R"({})"));
  EXPECT_FALSE(check(R"({"exp":1100,"iat":1100})"));
  EXPECT_FALSE(check(R"({"exp":1100,"nbf":1100})"));
  EXPECT_FALSE(check(R"({"exp":1100,"nbf":[]})"));
}

TEST(JwtTest, DecodesStrictly) {
  EXPECT_EQ(DecodeBase64Url("YQ"), "a");
  EXPECT_EQ(DecodeBase64Url(""), "");
  for (const char* bad : {"YQ==", "YR", "Y", "Y+", "Y/", "Y Q"}) EXPECT_FALSE(DecodeBase64Url(bad).has_value()) << bad;
}

}  // namespace
}  // namespace muster::serve
