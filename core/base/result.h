#pragma once

#include "core/base/assert.h"
#include "core/base/error.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace bl {

/// A value or the reason why there is none. Callers must look at it.
template <typename T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    bool ok() const { return m_state.index() == 0; }

    const T& value() const&
    {
        BL_ASSERT(ok());
        return std::get<0>(m_state);
    }
    T& value() &
    {
        BL_ASSERT(ok());
        return std::get<0>(m_state);
    }
    T&& value() &&
    {
        BL_ASSERT(ok());
        return std::get<0>(std::move(m_state));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const
    {
        BL_ASSERT(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    explicit operator bool() const { return !m_error; }
    bool ok() const { return !m_error; }
    const Error& error() const
    {
        BL_ASSERT(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

}  // namespace bl

#define BL_CONCAT_(a, b) a##b
#define BL_CONCAT(a, b) BL_CONCAT_(a, b)

/// Declares `declaration` with the value of a Result, or returns its error:
/// `BL_TRY(const auto sale, load(id));`
#define BL_TRY(declaration, ...)                                                                   \
    auto BL_CONCAT(blResult_, __LINE__) = (__VA_ARGS__);                                           \
    if (!BL_CONCAT(blResult_, __LINE__))                                                           \
        return BL_CONCAT(blResult_, __LINE__).error();                                             \
    declaration = std::move(BL_CONCAT(blResult_, __LINE__)).value()

/// Returns the error of a Result, or goes on.
#define BL_CHECK(...)                                                                              \
    do {                                                                                           \
        if (auto blChecked = (__VA_ARGS__); !blChecked)                                            \
            return blChecked.error();                                                              \
    } while (false)
