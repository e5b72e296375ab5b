import type { StopListReader, StopListWriter } from '#app/core/relationship/stop-list-store.ts';
import { listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';

const among = select((db, p: { companyId: string; hashes: string }) =>
  db
    .selectFrom('stop_list')
    .select('hash')
    .where('company_id', '=', p.companyId)
    .where((eb) => dialectOf(db).anyOf(eb.ref('hash'), p.hashes)),
);

export function stopListReader(db: Reader): StopListReader {
  return {
    among: async (companyId, hashes) => {
      if (hashes.length === 0) return [];
      return (await among(db, { companyId, hashes: listParameter(hashes) })).map(({ hash }) => hash);
    },
  };
}

export function stopListWriter(db: Writer): StopListWriter {
  return {
    ...stopListReader(db),
    add: async (companyId, hashes, at) => {
      for (const hash of hashes) {
        await db
          .insertInto('stop_list')
          .values({ company_id: companyId, hash, at })
          .onConflict((on) => on.columns(['company_id', 'hash']).doNothing())
          .execute();
      }
    },
    clear: async (companyId, hashes) => {
      for (const hash of hashes) {
        await db
          .deleteFrom('stop_list')
          .where('company_id', '=', companyId)
          .where('hash', '=', hash)
          .execute();
      }
    },
  };
}
