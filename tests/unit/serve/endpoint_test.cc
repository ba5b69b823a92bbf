#include "serve/endpoint.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

Target At(const std::string& path) {
  const std::optional<Target> target = ParseTarget(path);
  EXPECT_TRUE(target.has_value()) << path;
  return target.value_or(Target());
}

TEST(EndpointTest, NoIdIsInATemplate) {
  EXPECT_EQ(TemplateOf(At("/beacon/v2/individuals/p%2001")), "/beacon/v2/individuals/{id}");
  EXPECT_EQ(TemplateOf(At("/beacon/v2/individuals/p1/biosamples")), "/beacon/v2/individuals/{id}/biosamples");
  EXPECT_EQ(TemplateOf(At("/beacon/v2/individuals/filtering_terms")), "/beacon/v2/individuals/filtering_terms");
  EXPECT_EQ(TemplateOf(At("/beacon/v2/secret")), "/beacon/v2/{unknown}");
  EXPECT_EQ(TemplateOf(At("/v1/query?text=count")), "/v1/query");
  EXPECT_EQ(TemplateOf(At("/v1/describe/sample")), "/v1/describe/{entity}");
  EXPECT_EQ(TemplateOf(At("/v1/p1")), "/v1/{unknown}");
  EXPECT_EQ(TemplateOf(At("/health/ready")), "/health/ready");
  EXPECT_EQ(TemplateOf(At("/health/p1")), "/{unknown}");
  EXPECT_EQ(TemplateOf(At("/app/main.js")), "/{page}");
}

TEST(EndpointTest, DocumentsSayNothingOfPeople) {
  for (const char* path : {"/beacon/v2", "/beacon/v2/info", "/beacon/v2/filtering_terms", "/beacon/v2/datasets",
                           "/beacon/v2/datasets/d1", "/beacon/v2/individuals/filtering_terms", "/v1/me"}) {
    EXPECT_TRUE(IsDocument(At(path))) << path;
  }
  for (const char* path :
       {"/beacon/v2/individuals", "/beacon/v2/individuals/p1", "/beacon/v2/datasets/d1/individuals", "/v1/query"}) {
    EXPECT_FALSE(IsDocument(At(path))) << path;
  }
}

}  // namespace
}  // namespace muster::serve
