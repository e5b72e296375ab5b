import { expect, onTestFinished, test } from 'vitest';
import { deleteRowsOfCustomer, deleteRowsOfRelationship } from '#app/core/erasure/delete-rows.ts';
import { tablesOf } from '#db/open-db.ts';
import { createWriters } from '#db/stores/stores.ts';
import { openNoting } from '#tests/db/explain.ts';
import { companyRow, customerRow, relationshipRow } from '#tests/db/rows.ts';
import { tableNames } from '#tests/support/rows-naming.ts';
import { createTestCore } from '#tests/support/test-core.ts';

/** Columns that lead to one person, and what to do about a new table that has one. */
const OF_A_CUSTOMER = ['customer_id', 'principal'];
const OF_A_RELATIONSHIP = ['relationship_id'];

/** Reached otherwise, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  relationship: 'kept as proof under nobody (erasure.detach), and gone with it (erasure.forget)',
  company_change: 'taken out number by number (erasure.forget); erase-customer.store.test.ts holds it',
  disclosure_subject: 'taken out batch by batch (erasure.forget); erase-customer.store.test.ts holds it',
  erasure: 'the note that an erasure has begun; erasure.finish removes it as the last step',
};

/**
 * The tables are asked, not a list in this test: whoever adds one with rows of
 * a customer or of a relationship must add its line to
 * app/core/erasure/delete-rows.ts, or says here why it needs none.
 */
test('every table with rows of one person is reached when that person is erased', async () => {
  const it = await createTestCore('sqlite');
  onTestFinished(it.close);
  const { kysely, noted } = openNoting(it.url);
  onTestFinished(() => kysely.destroy());
  const [company, customer] = [companyRow(), customerRow()];
  const relationship = relationshipRow(customer, company);

  const written = async (work: (tx: ReturnType<typeof createWriters>) => Promise<void>) => {
    noted.clear();
    await kysely.transaction().execute((trx) => work(createWriters(trx, () => {})));
    return [...noted.keys()].flatMap((sql) => /^(?:delete from|update) "(\w+)"/.exec(sql)?.[1] ?? []);
  };
  const atOnce = await written((tx) => deleteRowsOfCustomer(tx, customer, [relationship], 'a@example.org'));
  const atDetach = await written((tx) => tx.erasure.detach(customer.id));
  const atProofEnd = await written((tx) => deleteRowsOfRelationship(it.core, tx, relationship));
  const unreached: string[] = [];
  const tables = await tablesOf(it.database).writer.introspection.getTables();
  for (const { name, columns } of tables) {
    if (name in ELSEWHERE) continue;
    const has = (wanted: readonly string[]) => columns.some((column) => wanted.includes(column.name));
    const ofCustomer = has(OF_A_CUSTOMER) || columns.some((column) => column.name === 'fact_id');
    if (has(OF_A_RELATIONSHIP) && ![...atOnce, ...atProofEnd].includes(name))
      unreached.push(`${name}: relationship_id is not reached by deleteRowsOfRelationship`);
    if (ofCustomer && ![...atOnce, ...atDetach].includes(name))
      unreached.push(`${name}: is not reached by deleteRowsOfCustomer`);
  }
  expect(unreached).toEqual([]);
  expect(await tableNames(it.database)).toEqual(expect.arrayContaining(Object.keys(ELSEWHERE)));
});
