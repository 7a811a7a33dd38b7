-- The tables that a register and HQ share: who we are, the journals, the ledger, entities and facts.

CREATE TABLE site (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    organisation_id BLOB NOT NULL,
    currency        TEXT NOT NULL,
    time_zone       TEXT NOT NULL,
    register_id     BLOB NOT NULL,
    register_no     INTEGER NOT NULL,
    register_code   TEXT NOT NULL,
    store_id        BLOB
) STRICT;

-- One chain per register whose lines are here: on a register its own, at HQ all.
CREATE TABLE chains (
    register_no INTEGER PRIMARY KEY,
    register_id BLOB NOT NULL UNIQUE,
    nonce       BLOB NOT NULL,
    head_seq    INTEGER NOT NULL,
    head_hash   BLOB NOT NULL,
    head_hlc    INTEGER NOT NULL
) STRICT;

-- line_id is register_no * 2^40 + seq, so that each register's lines lie together and in order.
CREATE TABLE journal (
    line_id INTEGER PRIMARY KEY,
    line    BLOB NOT NULL,
    hash    BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- balance is what the counter sees. confirmed, confirmed_seq and confirmed_missing are HQ's figure and which own lines it holds
-- (registers only). version orders HQ's changes for the feed. The unit leads the key: a product's accounts lie together, and a
-- sale touches half as many pages.
CREATE TABLE accounts (
    account_id        INTEGER PRIMARY KEY,
    account           TEXT NOT NULL,
    unit              TEXT NOT NULL,
    balance           INTEGER NOT NULL,
    confirmed         INTEGER NOT NULL DEFAULT 0,
    confirmed_seq     INTEGER NOT NULL DEFAULT 0,
    confirmed_missing TEXT NOT NULL DEFAULT '',
    version           INTEGER NOT NULL DEFAULT 0,
    UNIQUE (unit, account)
) STRICT;

CREATE TABLE postings (
    line_id    INTEGER NOT NULL,
    leg        INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    PRIMARY KEY (line_id, leg)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER postings_are_append_only_update BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
CREATE TRIGGER postings_are_append_only_delete BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;

-- Entities. version is the newest one of HQ that is in the row: epoch number * 2^40 + counter.
-- stamp_hlc and stamp_register are the last-writer stamp of all fields that have no row in field_stamps.

CREATE TABLE stores (
    store_id BLOB PRIMARY KEY, code TEXT, name TEXT, address TEXT, phone TEXT, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX stores_by_code ON stores (code);

CREATE TABLE registers (
    register_id BLOB PRIMARY KEY, code TEXT, store_id BLOB, register_no INTEGER, state TEXT, device TEXT,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;

CREATE TABLE roles (
    role_id BLOB PRIMARY KEY, code TEXT, name TEXT, permissions TEXT, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;

CREATE TABLE users (
    user_id BLOB PRIMARY KEY, login TEXT, name TEXT, role_id BLOB, pin_hash TEXT, pin_temporary INTEGER,
    password_hash TEXT, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;

CREATE TABLE tiers (
    tier_id BLOB PRIMARY KEY, code TEXT, name TEXT, rank INTEGER, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;

CREATE TABLE categories (
    category_id BLOB PRIMARY KEY, code TEXT, name TEXT, rank INTEGER, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;

-- product_no is the row of the product in product_search.
CREATE TABLE products (
    product_no INTEGER PRIMARY KEY, product_id BLOB NOT NULL UNIQUE, code TEXT, name TEXT, initials TEXT, category_id BLOB,
    unit TEXT, measure INTEGER, store_id BLOB, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX products_by_code ON products (code);
CREATE INDEX products_by_initials ON products (initials);
CREATE INDEX products_by_category ON products (category_id, code);
-- Bigrams of the names: SQLite's trigram tokenizer finds nothing for two-character words.
CREATE VIRTUAL TABLE product_search USING fts5 (grams, content='', detail='none', tokenize='unicode61');

-- A product has the price with the highest release that is in force. The newest one may belong to a release to come: the one
-- before it stays in earlier_prices until then.
CREATE TABLE prices (
    price_id BLOB PRIMARY KEY, product_id BLOB, release_no INTEGER, amount_minor INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX prices_by_product ON prices (product_id, release_no);

CREATE TABLE earlier_prices (
    product_id BLOB NOT NULL, release_no INTEGER NOT NULL, amount_minor INTEGER NOT NULL,
    PRIMARY KEY (product_id, release_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE releases (
    release_id BLOB PRIMARY KEY, number INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX releases_by_number ON releases (number);

CREATE TABLE members (
    member_no INTEGER PRIMARY KEY, member_id BLOB NOT NULL UNIQUE, number TEXT, name TEXT, initials TEXT, phone TEXT,
    tier_id BLOB, birthday TEXT, note TEXT, store_id BLOB, since TEXT, active INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX members_by_number ON members (number);
CREATE INDEX members_by_phone ON members (phone);
CREATE INDEX members_by_name ON members (name);
CREATE INDEX members_by_initials ON members (initials);
-- Runs of four digits of the phone numbers: any four digits find a member.
CREATE VIRTUAL TABLE member_search USING fts5 (grams, content='', detail='none', tokenize='unicode61');

CREATE TABLE settings (
    setting_id BLOB PRIMARY KEY, key TEXT, value TEXT,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX settings_by_key ON settings (key);

-- Tickets that were put aside. state moves one way: 0 waits, 1 recalled, 2 discarded.
CREATE TABLE parked_tickets (
    ticket_id BLOB PRIMARY KEY, store_id BLOB, register_no INTEGER, user_id BLOB, label TEXT, parked_at_ms INTEGER, content TEXT,
    state INTEGER NOT NULL DEFAULT 0, ended_register_no INTEGER, ended_by BLOB, ended_at_ms INTEGER,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX parked_tickets_waiting ON parked_tickets (parked_at_ms) WHERE state = 0;

-- Fields that were changed after their entity was made, with the stamp of the last writer.
CREATE TABLE field_stamps (
    kind        TEXT NOT NULL,
    entity_id   BLOB NOT NULL,
    field       TEXT NOT NULL,
    hlc         INTEGER NOT NULL,
    register_id BLOB NOT NULL,
    PRIMARY KEY (kind, entity_id, field)
) STRICT, WITHOUT ROWID;

-- Facts.

CREATE TABLE sales (
    line_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, receipt TEXT NOT NULL, store_id BLOB NOT NULL, shift_id BLOB NOT NULL,
    business_day TEXT NOT NULL, member_id BLOB, user_id BLOB NOT NULL, sold_at_ms INTEGER NOT NULL,
    total_minor INTEGER NOT NULL, rounding_minor INTEGER NOT NULL, line_count INTEGER NOT NULL,
    register_no INTEGER NOT NULL, currency TEXT NOT NULL
) STRICT;
CREATE INDEX sales_by_receipt ON sales (receipt);
CREATE INDEX sales_by_member ON sales (member_id, line_id) WHERE member_id IS NOT NULL;

CREATE TABLE sale_lines (
    line_id INTEGER NOT NULL, line_no INTEGER NOT NULL, product_id BLOB NOT NULL, quantity INTEGER NOT NULL,
    unit_price_minor INTEGER NOT NULL, net_minor INTEGER NOT NULL,
    PRIMARY KEY (line_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_tenders (
    line_id INTEGER NOT NULL, tender TEXT NOT NULL, amount_minor INTEGER NOT NULL,
    PRIMARY KEY (line_id, tender)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_corrections (
    line_id INTEGER PRIMARY KEY, store_id BLOB NOT NULL, product_id BLOB NOT NULL, quantity INTEGER NOT NULL,
    reason TEXT NOT NULL, business_day TEXT NOT NULL
) STRICT;

CREATE TABLE external_references (
    reference TEXT NOT NULL,
    line_id   INTEGER NOT NULL,
    PRIMARY KEY (reference, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (
    shift_id BLOB PRIMARY KEY, register_no INTEGER, store_id BLOB, shift_number INTEGER, user_id BLOB, opening_approved_by BLOB,
    business_day TEXT, opened_at_ms INTEGER, float_minor INTEGER, currency TEXT,
    state INTEGER NOT NULL DEFAULT 0, closed_at_ms INTEGER, counted_minor INTEGER, expected_minor INTEGER,
    closed_by BLOB, closing_approved_by BLOB
) STRICT;
CREATE INDEX shifts_open ON shifts (register_no) WHERE state = 0;

-- Counters, one row per register, so that no two registers write to the same one.

CREATE TABLE day_totals (
    register_no INTEGER NOT NULL, business_day TEXT NOT NULL, sales INTEGER NOT NULL, refunds INTEGER NOT NULL,
    sold_minor INTEGER NOT NULL, refunded_minor INTEGER NOT NULL, sale_lines INTEGER NOT NULL, refund_lines INTEGER NOT NULL,
    corrections INTEGER NOT NULL,
    PRIMARY KEY (register_no, business_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift_totals (
    shift_id BLOB PRIMARY KEY, sales INTEGER NOT NULL, refunds INTEGER NOT NULL, sold_minor INTEGER NOT NULL,
    refunded_minor INTEGER NOT NULL, cash_in_minor INTEGER NOT NULL, cash_out_minor INTEGER NOT NULL
) STRICT;

CREATE TABLE member_totals (
    member_id BLOB PRIMARY KEY, spent_minor INTEGER NOT NULL, visits INTEGER NOT NULL
) STRICT;
