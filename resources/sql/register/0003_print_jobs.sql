-- What is to be printed, and what became of it: a job is here before its first byte goes to a printer, and keeps its id over all
-- tries. A receipt's job is written with its sale.

CREATE TABLE print_jobs (
    job_id        INTEGER PRIMARY KEY AUTOINCREMENT,
    printer       TEXT NOT NULL,                        -- the slot
    title         TEXT NOT NULL,                        -- the receipt's number, or what it is
    sale_seq      INTEGER,                              -- the own sale whose receipt it is, put together when it is printed …
    content       TEXT,                                 -- … or the document
    drawer        INTEGER NOT NULL CHECK (drawer IN (0, 1)),
    state         TEXT NOT NULL
                  CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'failed', 'unknown', 'dropped')),
    tries         INTEGER NOT NULL DEFAULT 0,
    fault         TEXT NOT NULL DEFAULT '',
    created_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    CHECK ((sale_seq IS NULL) <> (content IS NULL))
) STRICT;

CREATE INDEX print_jobs_open ON print_jobs (job_id) WHERE state IN ('queued', 'sending', 'failed', 'unknown');
