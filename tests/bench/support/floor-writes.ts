import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openSqlite } from '#db/sqlite-driver.ts';

/** Bytes of a sealed record of a consent change, so that both sides fill as many pages. */
const SEALED_BYTES = 900;

export interface RawWrites {
  write(relationship: string, purpose: string): Promise<void>;
  close(): void;
}

/**
 * Floor W: what one decision costs at least, with nothing decided, sealed or
 * hashed: four statements (event, state, outbox, ledger row), whatever gathered
 * in one turn of the event loop in one transaction, the same durability.
 */
export function openRawWrites(folder: string): RawWrites {
  const db = openSqlite({ path: join(folder, 'floor.sqlite'), readonly: false });
  db.exec(`
    create table event (id integer primary key, relationship text not null, purpose text not null, at text not null, sealed blob not null) strict;
    create index event_relationship on event (relationship, purpose, id);
    create table state (relationship text not null, purpose text not null, state text not null, last integer not null, primary key (relationship, purpose)) strict;
    create table outbox (id integer primary key, kind text not null, payload text not null) strict;
    create table ledger (idx integer primary key, leaf blob not null) strict;
  `);
  const event = db.prepare(
    'insert into event (relationship, purpose, at, sealed) values (?, ?, ?, ?) returning id',
  );
  const state = db.prepare(
    'insert into state values (?, ?, ?, ?) on conflict do update set state = excluded.state, last = excluded.last',
  );
  const outbox = db.prepare('insert into outbox (kind, payload) values (?, ?)');
  const ledger = db.prepare('insert into ledger (leaf) values (?)');
  const sealed = randomBytes(SEALED_BYTES);
  const leaf = randomBytes(32);
  const at = new Date().toISOString();

  let waiting: { relationship: string; purpose: string; done: () => void }[] = [];
  const commit = db.transaction((group: typeof waiting) => {
    for (const { relationship, purpose } of group) {
      const { id } = event.get(relationship, purpose, at, sealed) as { id: number };
      state.run(relationship, purpose, id % 2 ? 'granted' : 'withdrawn', id);
      outbox.run('change', relationship);
      ledger.run(leaf);
    }
  });
  const drain = (): void => {
    const group = waiting;
    waiting = [];
    commit.immediate(group);
    for (const { done } of group) done();
  };
  return {
    write: (relationship, purpose) =>
      new Promise((done) => {
        waiting.push({ relationship, purpose, done });
        if (waiting.length === 1) setImmediate(drain);
      }),
    close: () => db.close(),
  };
}
