#include "serve/page/assets.h"

namespace muster::serve {

const Asset* FindAsset(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) path = "index.html";
  for (const Asset& asset : Assets()) {
    if (asset.path == path) return &asset;
  }
  return nullptr;
}

std::string_view MediaTypeOf(std::string_view path) {
  const std::string_view end = path.substr(path.rfind('.') == std::string_view::npos ? path.size() : path.rfind('.'));
  if (end == ".html") return "text/html; charset=utf-8";
  if (end == ".js" || end == ".mjs") return "text/javascript; charset=utf-8";
  if (end == ".css") return "text/css; charset=utf-8";
  if (end == ".svg") return "image/svg+xml";
  if (end == ".png") return "image/png";
  if (end == ".json" || end == ".webmanifest") return "application/json";
  if (end == ".woff2") return "font/woff2";
  if (end == ".txt") return "text/plain; charset=utf-8";
  return "application/octet-stream";
}

}  // namespace muster::serve
