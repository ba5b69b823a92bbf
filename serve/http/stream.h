// A connection of either kind, plain or TLS: what is read and written is compiled once, not for each kind and each
// user.
#ifndef MUSTER_SERVE_HTTP_STREAM_H_
#define MUSTER_SERVE_HTTP_STREAM_H_

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream_base.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace muster::serve {

/// Not thread-safe: belongs to the thread that runs its context. Each of its operations is of one coroutine at a time.
class Stream {
 public:
  using ErrorCode = boost::system::error_code;
  template <class T>
  using Awaitable = boost::asio::awaitable<T>;

  /// A socket that is connected; with `tls`, which outlives the stream, a handshake is to come first.
  explicit Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls = nullptr);
  /// One that is to be connected.
  explicit Stream(boost::asio::io_context& context, boost::asio::ssl::context* tls = nullptr);
  ~Stream();
  Stream(Stream&&) = delete;
  Stream& operator=(Stream&&) = delete;

  bool secure() const;
  boost::asio::ip::tcp::socket& socket();

  /// From now on an operation that is not done in time ends with beast::error::timeout, and the connection with it.
  void ExpiresAfter(std::chrono::milliseconds time);
  void ExpiresAt(std::chrono::steady_clock::time_point time);
  void ExpiresNever();
  /// Ends what is under way with operation_aborted.
  void Cancel();

  /// To the first of these that answers.
  Awaitable<ErrorCode> Connect(const std::vector<boost::asio::ip::tcp::endpoint>& endpoints);
  Awaitable<ErrorCode> Handshake(boost::asio::ssl::stream_base::handshake_type type);
  /// Of TLS: says to the other end that nothing more comes. Of a plain one: nothing.
  Awaitable<ErrorCode> Shutdown();

  /// Reads what there is, at least a byte. Returns how much.
  Awaitable<size_t> ReadSome(boost::asio::mutable_buffer to, ErrorCode& error);
  /// Writes both, whole.
  Awaitable<ErrorCode> Write(const std::array<boost::asio::const_buffer, 2>& bytes);

  /// Whether neither anything has come that was not read, nor the end.
  bool IsQuiet();

  /// Of a client: the name that the other end is asked for, and that its certificate must have.
  void ExpectHost(const std::string& host);

 private:
  struct Layers;
  const std::unique_ptr<Layers> layers_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_STREAM_H_
