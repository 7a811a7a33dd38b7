-- What only a register keeps.

CREATE TABLE sync_state (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    hq_url          TEXT NOT NULL,
    ca_file         TEXT NOT NULL DEFAULT '',     -- certificates to trust instead of the system's
    epoch           TEXT NOT NULL,
    token_issued_ms INTEGER NOT NULL,             -- by HQ's clock
    cursor          TEXT NOT NULL DEFAULT '',
    acknowledged    INTEGER NOT NULL DEFAULT 0,   -- the last own line that HQ has
    applied         INTEGER NOT NULL DEFAULT 0,   -- of the feed's last header
    quarantined     TEXT NOT NULL DEFAULT '',     -- own lines that HQ holds back, separated by commas
    last_contact_ms INTEGER NOT NULL DEFAULT 0,
    skew_ms         INTEGER NOT NULL DEFAULT 0,   -- HQ's clock minus ours
    complete        INTEGER NOT NULL DEFAULT 0    -- whether the whole feed was read once
) STRICT;

-- Which own lines touched an entity, until HQ's row holds them: a newer row of HQ is merged with them.
CREATE TABLE entity_lines (
    kind      TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    seq       INTEGER NOT NULL,
    PRIMARY KEY (kind, entity_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_lines_by_seq ON entity_lines (seq);

-- Sales of the store's other registers, of which HQ told: all that their receipts print. Their rows in sales, sale_lines and
-- sale_tenders have no line in the journal here.
CREATE TABLE fed_sales (
    line_id    INTEGER PRIMARY KEY,
    sold_at_ms INTEGER NOT NULL,
    record     TEXT NOT NULL
) STRICT;
CREATE INDEX fed_sales_by_time ON fed_sales (sold_at_ms);

-- Rows of the feed that this version does not understand yet.
CREATE TABLE unknown_rows (
    kind TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Tickets that are being edited, one per user.
CREATE TABLE tickets (
    ticket_id     BLOB PRIMARY KEY,
    user_id       BLOB NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    content       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Choices of this machine: language, theme, printer.
CREATE TABLE local_settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE counters (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
