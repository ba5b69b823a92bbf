// Files of the page, which are part of the program: serve/page/files.
#ifndef MUSTER_SERVE_PAGE_ASSETS_H_
#define MUSTER_SERVE_PAGE_ASSETS_H_

#include <span>
#include <string_view>

namespace muster::serve {

struct Asset {
  std::string_view path;  ///< below "/": "index.html", "app/main.js"
  std::string_view content;
};

/// Sorted by path.
std::span<const Asset> Assets();

/// Null if there is none. "" and "/" are index.html.
const Asset* FindAsset(std::string_view path);

/// The media type by the end of the name.
std::string_view MediaTypeOf(std::string_view path);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_PAGE_ASSETS_H_
