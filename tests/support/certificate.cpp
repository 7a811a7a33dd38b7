#include "tests/support/certificate.h"

#include <cstdlib>
#include <stdexcept>

namespace bl::test {

Certificate::Certificate(const std::string& address)
{
    std::string name = (std::filesystem::temp_directory_path() / "branchline-tls-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no directory for a certificate");
    m_directory = name;
    const std::string command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 "
                                "-nodes -days 2 -subj /CN=hq"
                                " -addext subjectAltName=IP:"
        + address + " -keyout '" + key() + "' -out '" + cert() + "' 2> '"
        + (m_directory / "log").string() + "'";
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error("openssl made no certificate");
}

Certificate::~Certificate()
{
    std::filesystem::remove_all(m_directory);
}

}  // namespace bl::test
