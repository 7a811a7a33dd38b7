#pragma once

#include <QString>

namespace bl::text {

/// Parts of sentences that are chosen by a word in an error's arguments. For `sentence()`; a word
/// that nobody knows gives the general sentence.

/// Why a code did not enrol a register, and what to do.
QString enrolmentSentence(const QString& reason);

/// Why HQ cannot save, and what to do.
QString hqStorageSentence(const QString& reason);

/// Why HQ was not reached: `certificate`, `ca-file`, or the network.
QString networkSentence(const QString& host, const QString& reason, const QString& kind);

/// What is wrong with HQ's address: `user`, `query`, `not-hq`, or its form.
QString addressSentence(const QString& address, const QString& reason);

/// Why a secret could not be kept or read: `mode`, `owner`, `damaged`, `file`, or the keychain.
QString secretStoreSentence(const QString& place, const QString& reason);

/// What somebody may not do, and who may allow it.
QString permissionSentence(const QString& permission);

}  // namespace bl::text
