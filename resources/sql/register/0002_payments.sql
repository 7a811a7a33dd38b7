-- Payments that another party decides: card terminals, wallets behind scanned codes. An attempt is here before its first byte
-- goes out. A file of payments alone (core/storage/payment_file.h) has just this migration.

CREATE TABLE payments (
    payment_id    BLOB PRIMARY KEY CHECK (length(payment_id) = 16),
    kind          TEXT NOT NULL CHECK (kind IN ('authorisation', 'reversal', 'refund')),
    tender        TEXT NOT NULL CHECK (tender <> '' AND tender <> 'cash'),
    device        TEXT NOT NULL,                         -- its address
    amount_minor  INTEGER NOT NULL CHECK (amount_minor > 0),
    currency      TEXT NOT NULL CHECK (length(currency) = 3),
    state         TEXT NOT NULL
                  CHECK (state IN ('created', 'sent', 'interacting', 'approved', 'declined', 'aborted', 'unknown')),
    earlier_trace TEXT NOT NULL,                         -- the last trace that the device was known to have before
    original_id   BLOB REFERENCES payments (payment_id), -- what a reversal takes back
    ticket_id     BLOB,
    user_id       BLOB,
    decided_by    BLOB,                                  -- who settled it by hand
    created_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    sale_seq      INTEGER,                               -- the journal's line of the sale that it pays
    -- What the other side said; card numbers are masked.
    result        TEXT NOT NULL DEFAULT '',
    charged_minor INTEGER,
    trace         TEXT NOT NULL DEFAULT '',
    receipt       TEXT NOT NULL DEFAULT '',
    terminal      TEXT NOT NULL DEFAULT '',
    card          TEXT NOT NULL DEFAULT '',
    card_name     TEXT NOT NULL DEFAULT '',
    approval      TEXT NOT NULL DEFAULT '',
    device_time   TEXT NOT NULL DEFAULT '',
    message       TEXT NOT NULL DEFAULT '',
    raw           TEXT NOT NULL DEFAULT '',
    CHECK (kind <> 'reversal' OR original_id IS NOT NULL),
    CHECK (state <> 'approved' OR charged_minor = amount_minor),
    CHECK (sale_seq IS NULL OR (state = 'approved' AND kind = 'authorisation'))
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_unsettled ON payments (created_at_ms) WHERE state NOT IN ('approved', 'declined', 'aborted');
CREATE INDEX payments_unclaimed ON payments (created_at_ms)
    WHERE state = 'approved' AND kind = 'authorisation' AND sale_seq IS NULL;
CREATE INDEX payments_by_ticket ON payments (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX payments_by_original ON payments (original_id) WHERE original_id IS NOT NULL;
CREATE INDEX payments_by_device ON payments (device, created_at_ms) WHERE trace <> '';

-- One try at a time for a ticket, one way back for a payment.
CREATE UNIQUE INDEX payments_one_open_per_ticket ON payments (ticket_id)
    WHERE ticket_id IS NOT NULL AND state NOT IN ('approved', 'declined', 'aborted');
CREATE UNIQUE INDEX payments_one_reversal ON payments (original_id)
    WHERE kind = 'reversal' AND state NOT IN ('declined', 'aborted');

CREATE TRIGGER payments_stay BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments are never deleted'); END;
CREATE TRIGGER payments_begin BEFORE INSERT ON payments WHEN NEW.state <> 'created'
    BEGIN SELECT RAISE(ABORT, 'a payment begins before it is sent'); END;
CREATE TRIGGER payments_settle_once BEFORE UPDATE OF state ON payments
    WHEN OLD.state IN ('approved', 'declined', 'aborted') AND NEW.state <> OLD.state
    BEGIN SELECT RAISE(ABORT, 'a settled payment stays as it is'); END;
CREATE TRIGGER payments_pay_once BEFORE UPDATE OF sale_seq ON payments WHEN OLD.sale_seq IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a payment pays one sale'); END;
CREATE TRIGGER payments_keep_their_request
    BEFORE UPDATE OF payment_id, kind, tender, device, amount_minor, currency, earlier_trace, original_id, ticket_id, user_id,
        created_at_ms ON payments
    BEGIN SELECT RAISE(ABORT, 'what was asked for does not change'); END;
