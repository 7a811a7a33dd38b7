#include "sync/server/http_connection.h"

#include <boost/asio/ssl/stream.hpp>

#include <algorithm>

namespace bl::sync {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

namespace {

class PlainConnection final : public HttpConnection {
public:
    PlainConnection(
        std::shared_ptr<IoThread> io, HttpService& service, IoSocket socket, Admission admission)
        : HttpConnection(std::move(io), service, socket, admission)
        , m_socket(std::move(socket))
    {
    }

private:
    auto self() { return std::static_pointer_cast<PlainConnection>(shared_from_this()); }

    IoSocket& socket() override { return m_socket; }
    void openStream() override { onOpen({}); }

    // Waits first and takes the buffer after, so that an idle connection holds none.
    void readSome() override
    {
        m_socket.async_wait(IoSocket::wait_read, [connection = self()](IoError error) {
            if (!error)
                error = connection->take();
            if (error == asio::error::would_block)
                return connection->readSome();
            connection->onRead(error);
        });
    }
    IoError take()
    {
        IoError error;
        const std::size_t before = m_input.size();
        m_input.resize(before + nextReadBytes());
        const std::size_t bytes = m_socket.read_some(
            asio::buffer(m_input.data() + before, m_input.size() - before), error);
        m_input.resize(before + bytes);
        return error;
    }
    void writeSome() override
    {
        const auto output = pendingOutput();
        m_socket.async_write_some(asio::buffer(output.data(), output.size()),
            [connection = self()](
                IoError error, std::size_t bytes) { connection->onWritten(error, bytes); });
    }
    void endStream() override { onStreamEnded(); }

    IoSocket m_socket;
};

class TlsConnection final : public HttpConnection {
public:
    TlsConnection(
        std::shared_ptr<IoThread> io, HttpService& service, IoSocket socket, Admission admission)
        : HttpConnection(std::move(io), service, socket, admission)
        , m_stream(std::move(socket), *service.tls)
    {
    }

private:
    auto self() { return std::static_pointer_cast<TlsConnection>(shared_from_this()); }

    IoSocket& socket() override { return m_stream.next_layer(); }
    void openStream() override
    {
        m_stream.async_handshake(ssl::stream_base::server,
            [connection = self()](IoError error) { connection->onOpen(error); });
    }
    void readSome() override
    {
        // The stream keeps bytes of its own, so it must be asked; it writes beside m_input, which
        // moves meanwhile.
        m_piece.resize(nextReadBytes());
        m_stream.async_read_some(
            asio::buffer(m_piece), [connection = self()](IoError error, std::size_t bytes) {
                connection->m_input.append(connection->m_piece.data(), bytes);
                connection->onRead(error);
            });
    }
    void writeSome() override
    {
        const auto output = pendingOutput();
        m_stream.async_write_some(asio::buffer(output.data(), output.size()),
            [connection = self()](
                IoError error, std::size_t bytes) { connection->onWritten(error, bytes); });
    }
    void endStream() override
    {
        m_stream.async_shutdown([connection = self()](IoError) { connection->onStreamEnded(); });
    }

    ssl::stream<IoSocket> m_stream;
    std::string m_piece;
};

Error unreadable(const std::string& file, const IoError& error)
{
    return Error{ErrorCode::UnreadableFile, {file, error.message()}};
}

}  // namespace

std::shared_ptr<HttpConnection> plainConnection(std::shared_ptr<IoThread> io, HttpService& service,
    IoSocket socket, HttpConnection::Admission admission)
{
    return std::make_shared<PlainConnection>(std::move(io), service, std::move(socket), admission);
}

std::shared_ptr<HttpConnection> tlsConnection(std::shared_ptr<IoThread> io, HttpService& service,
    IoSocket socket, HttpConnection::Admission admission)
{
    return std::make_shared<TlsConnection>(std::move(io), service, std::move(socket), admission);
}

Result<void> loadTls(HttpService& service)
{
    ssl::context& context = service.tls.emplace(ssl::context::tls_server);
    context.set_options(ssl::context::default_workarounds | ssl::context::no_compression
        | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1
        | ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    IoError error;
    context.use_certificate_chain_file(service.options.tlsCertFile, error);
    if (error)
        return unreadable(service.options.tlsCertFile, error);
    context.use_private_key_file(service.options.tlsKeyFile, ssl::context::pem, error);
    if (error)
        return unreadable(service.options.tlsKeyFile, error);
    if (SSL_CTX_check_private_key(context.native_handle()) != 1)
        return Error{ErrorCode::UnreadableFile,
            {service.options.tlsKeyFile, "not the key of the certificate"}};
    return {};
}

}  // namespace bl::sync
