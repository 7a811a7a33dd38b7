-- How receipts and labels look: content is the template's JSON.

CREATE TABLE templates (
    template_id BLOB PRIMARY KEY, purpose TEXT, name TEXT, store_id BLOB, active INTEGER, content TEXT,
    version INTEGER NOT NULL DEFAULT 0, stamp_hlc INTEGER NOT NULL DEFAULT 0, stamp_register BLOB
) STRICT;
CREATE INDEX templates_by_version ON templates (version);
