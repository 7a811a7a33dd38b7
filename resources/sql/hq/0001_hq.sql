-- What only HQ keeps.

CREATE TABLE hq_state (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    epoch      TEXT NOT NULL,
    epoch_no   INTEGER NOT NULL,
    position   INTEGER NOT NULL,   -- the feed's last position
    cursor_key BLOB NOT NULL,      -- authenticates cursors
    last_register_no INTEGER NOT NULL,
    probed_at_ms INTEGER           -- when a write was last tried only to see whether it works
) STRICT;

-- prefix is the code's first group, which is no secret.
CREATE TABLE enrolment_codes (
    prefix        TEXT PRIMARY KEY,
    code_hash     BLOB NOT NULL,
    store_id      BLOB NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    used_at_ms    INTEGER,
    wrong_tries   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The first use of a token ends all others of its register; that of an enrolment has none to end.
CREATE TABLE register_tokens (
    token_hash    BLOB PRIMARY KEY,
    register_id   BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    first_used_ms INTEGER,
    last_seen_ms  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX register_tokens_by_register ON register_tokens (register_id, created_at_ms);

CREATE TABLE quarantined_lines (
    line_id       INTEGER PRIMARY KEY,
    problem       TEXT NOT NULL,
    detail        TEXT NOT NULL,
    kind          TEXT,
    entity_id     BLOB,
    received_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX quarantined_by_entity ON quarantined_lines (entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE line_flags (
    line_id INTEGER NOT NULL,
    flag    TEXT NOT NULL,
    PRIMARY KEY (line_id, flag)
) STRICT, WITHOUT ROWID;

-- A sale's position in the feed of its store.
CREATE TABLE sale_positions (
    store_id   BLOB NOT NULL,
    version    INTEGER NOT NULL,
    line_id    INTEGER NOT NULL,
    sold_at_ms INTEGER NOT NULL,
    PRIMARY KEY (store_id, version)
) STRICT, WITHOUT ROWID;

-- The feed reads each kind by position.
CREATE INDEX stores_by_version ON stores (version);
CREATE INDEX registers_by_version ON registers (version);
CREATE INDEX roles_by_version ON roles (version);
CREATE INDEX users_by_version ON users (version);
CREATE INDEX tiers_by_version ON tiers (version);
CREATE INDEX categories_by_version ON categories (version);
CREATE INDEX products_by_version ON products (version);
CREATE INDEX prices_by_version ON prices (version);
CREATE INDEX releases_by_version ON releases (version);
CREATE INDEX members_by_version ON members (version);
CREATE INDEX settings_by_version ON settings (version);
CREATE INDEX parked_tickets_by_version ON parked_tickets (version);
CREATE INDEX accounts_by_version ON accounts (version) WHERE version > 0;
