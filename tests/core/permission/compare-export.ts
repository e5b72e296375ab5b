import { exportFields, exportPeople } from '#app/core/export/export-people.ts';
import type { DisclosedPerson } from '#app/core/vault/doors/disclose-to-company.ts';
import { peopleCsv, peopleCsvHead } from '#app/files/people-csv.ts';
import { peopleNdjson } from '#app/files/people-ndjson.ts';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId, PurposeId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import type { Comparison, Difference } from './compare-town.ts';
import { matches } from './matches.ts';

interface Expected {
  readonly subject: string;
  readonly fields: readonly FieldId[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly channels: readonly string[];
}

/**
 * Takes real exports of every purpose, whole and by a segment, and holds
 * values, both files and the records of the disclosure against the oracle.
 */
export async function compareExports(comparison: Comparison): Promise<Difference | undefined> {
  const { town, questions } = comparison;
  for (const [purpose, purposeId] of town.purposes) {
    for (const conditions of [undefined, questions[0]]) {
      const found = await compareExport(comparison, purpose, purposeId, conditions);
      if (found) return { ...found, purpose, at: comparison.core.world.now() };
    }
  }
  return undefined;
}

async function compareExport(
  comparison: Comparison,
  purpose: number,
  purposeId: PurposeId,
  conditions: SegmentConditions | undefined,
): Promise<Omit<Difference, 'purpose' | 'at'> | undefined> {
  const { core, town, tally } = comparison;
  const company = town.companies[town.plan.purposes[purpose]?.company ?? -1];
  if (!company) return undefined;
  const right = await expectedPeople(comparison, purpose, conditions);
  const reason = `export ${core.world.newId()}`;
  const input = { staff: company.marketer, role: 'marketer', purposeId, conditions, reason } as const;
  const people: DisclosedPerson[] = [];
  for await (const batch of exportPeople(core, input)) people.push(...batch.people);
  tally.exported += people.length;

  const told = people.map(({ subject, fields, values, channels }) => ({
    subject,
    fields: [...fields].sort(),
    values: sortedByKey(values),
    channels: [...channels].sort(),
  }));
  const columns = await exportFields(core, { staff: company.marketer, purposeId });
  const csv = readCsv(peopleCsvHead(columns).replace('\uFEFF', '') + peopleCsv(columns, people));
  const lines = peopleNdjson(people).split('\n').filter(Boolean);
  const recorded = await recordedRows(comparison, company.id, reason);
  return (
    difference('export', right, told) ??
    difference(
      'csv',
      right.map((one) => csvOf(one, columns)),
      csv.slice(1).map(withoutSince),
    ) ??
    difference(
      'ndjson',
      right.map(({ values }) => values),
      lines.map((line) => sortedByKey(JSON.parse(line).values)),
    ) ??
    difference(
      'record',
      right.map(({ subject, fields }) => [subject, fields]),
      recorded,
    )
  );
}

async function expectedPeople(
  { core, town, oracle, known, atMs }: Comparison,
  purpose: number,
  conditions: SegmentConditions | undefined,
): Promise<Expected[]> {
  const companyId = town.companies[town.plan.purposes[purpose]?.company ?? -1]?.id;
  const people: Expected[] = [];
  for (const [customer, { id }] of town.customers.entries()) {
    const answer = oracle.answer({ customer, purpose, at: atMs });
    const relationship = companyId && (await core.storage.read.relationship.findLive(id, companyId));
    if (!relationship || !answer?.allowed) continue;
    if (conditions && !matches(conditions, answer, (field) => known(customer, field))) continue;
    const values = Object.fromEntries(
      answer.fields.flatMap((field) => {
        const value = known(customer, field);
        return value === undefined ? [] : [[field, value]];
      }),
    );
    const { fields, channels } = answer;
    people.push({ subject: relationship.subject, fields, values: sortedByKey(values), channels });
  }
  return people.sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

/** Who and what, as the tables that "who looked" is read from have it; the log has one entry for each batch. */
async function recordedRows({ core }: Comparison, companyId: CompanyId, reason: string) {
  const rows: [string, string[]][] = [];
  for (const batch of await batchesOf(core, companyId, reason)) {
    const entry = await core.storage.read.ledger.entry(batch.ledgerIndex);
    if (entry?.kind !== 'disclosed') return `no entry for batch ${batch.id}`;
    for (const { relationshipId, fields } of await core.storage.read.disclosure.subjects(batch.id)) {
      const relationship = await core.storage.read.relationship.find(relationshipId);
      rows.push([relationship?.subject ?? '', [...fields].sort()]);
    }
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function batchesOf(core: Comparison['core'], companyId: CompanyId, reason: string) {
  return (await core.storage.read.disclosure.ofCompany(companyId, 20)).filter((one) => one.reason === reason);
}

function csvOf({ subject, values, channels }: Expected, columns: readonly FieldId[]): string[] {
  const cell = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value ?? ''));
  const plain = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
  return [subject, [...channels].sort().join('; '), ...columns.map((field) => plain(cell(values[field])))];
}

/** The order of channels in a cell does not matter. */
function withoutSince([subject = '', , channels = '', ...cells]: readonly string[]): string[] {
  return [subject, channels.split('; ').sort().join('; '), ...cells];
}

function sortedByKey(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function difference(what: string, right: unknown, told: unknown) {
  return JSON.stringify(right) === JSON.stringify(told) ? undefined : { what, right, told };
}
