import type { ExportedDisclosure, ExportedEntry, OwnExport } from '#schema/own-export.ts';
import { CSV_START, csvLine } from './csv.ts';
import { table, textOf } from './csv-table.ts';
import { dialogueTables, questionTable } from './dialogue-tables.ts';

/** A table per kind of thing; lists inside a cell are parted by a semicolon. */
export function customerTables(data: OwnExport): { readonly name: string; readonly csv: string }[] {
  return [
    {
      name: 'profile',
      csv: table(['field', 'group', 'value', 'at', 'source', 'verified_at', 'dpv'], data.profile, (one) => [
        one.field,
        one.group,
        one.value,
        one.at,
        one.source,
        one.verifiedAt,
        one.dpv,
      ]),
    },
    {
      name: 'companies',
      csv: table(
        ['company', 'name', 'legal_name', 'subject', 'customer_number', 'source', 'connected_at', 'ended_at'],
        data.companies,
        (one) => [
          one.slug,
          one.name,
          one.legalName,
          one.subject,
          one.customerNumber,
          one.source,
          one.connectedAt,
          one.endedAt,
        ],
      ),
    },
    {
      name: 'consents',
      csv: table(
        [
          'company',
          'purpose',
          'title',
          'basis',
          'state',
          'version',
          'fields',
          'channels',
          'decided_at',
          'expires_at',
          'allowed',
          'reason',
        ],
        data.consents,
        (one) => [
          one.company,
          one.purpose,
          one.title,
          one.basis,
          one.state,
          one.version,
          one.fields,
          one.channels,
          one.decidedAt,
          one.expiresAt,
          one.allowed,
          one.reason,
        ],
      ),
    },
    {
      name: 'requests',
      csv: table(
        [
          'request',
          'company',
          'right',
          'origin',
          'state',
          'arrived_on',
          'due_on',
          'closed_at',
          'at',
          'step',
          'by',
          'text',
          'files',
        ],
        data.requests.flatMap(({ steps, ...request }) => steps.map((step) => ({ request, step }))),
        ({ request, step }) => [
          request.id,
          request.company,
          request.kind,
          request.origin,
          request.state,
          request.arrivedOn,
          request.dueOn,
          request.closedAt,
          step.at,
          step.kind,
          step.by,
          step.kind === 'received' ? request.text : step.text,
          step.files.map(({ file }) => file),
        ],
      ),
    },
    {
      name: 'preferences',
      csv: table(
        ['company', 'topics_off', 'channels_off', 'most_per_week', 'quiet_hours', 'paused_until'],
        data.preferences,
        (one) => [
          one.company,
          one.topicsOff ?? null,
          one.channelsOff,
          one.mostPerWeek ?? null,
          typeof one.quietHours === 'object'
            ? `${one.quietHours.from}-${one.quietHours.to} ${one.quietHours.timeZone}`
            : (one.quietHours ?? null),
          one.pausedUntil,
        ],
      ),
    },
    {
      name: 'uses',
      csv: table(['at', 'company', 'purpose', 'channel', 'topic', 'how', 'reported_at'], data.uses, (one) => [
        one.at,
        one.company,
        one.purpose,
        one.channel,
        one.topic,
        one.how,
        one.reportedAt,
      ]),
    },
    {
      name: 'recalls',
      csv: table(
        [
          'company',
          'kind',
          'purpose',
          'fields',
          'first_read_at',
          'last_read_at',
          'told_at',
          'due_at',
          'state',
          'closed_at',
          'note',
          'entry',
        ],
        data.recalls,
        (one) => [
          one.company,
          one.kind,
          one.purpose,
          one.fields,
          one.firstReadAt,
          one.lastReadAt,
          one.toldAt,
          one.dueAt,
          one.state,
          one.closedAt,
          one.note,
          one.entry,
        ],
      ),
    },
    {
      name: 'mail-links',
      csv: table(
        ['mail', 'company', 'sent_at', 'expires_at', 'ended_at', 'state'],
        data.upkeep.mailLinks,
        (one) => [one.mail, one.company, one.sentAt, one.expiresAt, one.endedAt, one.state],
      ),
    },
    questionTable(data),
    ...dialogueTables(data),
  ];
}

/** The log in short, a line each; the proofs have the rest. */
export async function* entryTable(entries: AsyncIterable<ExportedEntry>): AsyncGenerator<string> {
  yield CSV_START +
    csvLine(['index', 'at', 'kind', 'company', 'purpose', 'version', 'method', 'text_sha256', 'leaf_hash']);
  for await (const { index, at, kind, company, purpose, method, textHash, proof } of entries) {
    const cells = [index, at, kind, company?.slug ?? null, purpose?.slug ?? null, purpose?.version ?? null];
    yield csvLine([...cells, method, textHash, proof.leafHash].map(textOf));
  }
}

export async function* disclosureTable(looks: AsyncIterable<ExportedDisclosure>): AsyncGenerator<string> {
  yield CSV_START + csvLine(['at', 'company', 'purpose', 'how', 'role', 'fields', 'reason', 'index']);
  for await (const { at, company, purpose, how, role, fields, reason, index } of looks)
    yield csvLine([at, company, purpose, how, role, fields, reason, index].map(textOf));
}
