import type { OwnExport } from '#schema/own-export.ts';
import { CSV_START, csvLine } from './csv.ts';

type Cell = string | number | boolean | null | readonly string[];

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
      name: 'events',
      csv: table(
        ['index', 'at', 'kind', 'company', 'purpose', 'version', 'method', 'text_sha256', 'leaf_hash'],
        data.events,
        (one) => [
          one.index,
          one.at,
          one.kind,
          one.company,
          one.purpose,
          one.version,
          one.method,
          one.textHash,
          one.proof.leafHash,
        ],
      ),
    },
    {
      name: 'disclosures',
      csv: table(
        ['at', 'company', 'purpose', 'how', 'role', 'fields', 'reason', 'index'],
        data.disclosures,
        (one) => [one.at, one.company, one.purpose, one.how, one.role, one.fields, one.reason, one.index],
      ),
    },
    {
      name: 'preferences',
      csv: table(['company', 'channels_off', 'paused_until'], data.preferences, (one) => [
        one.company,
        one.channelsOff,
        one.pausedUntil,
      ]),
    },
  ];
}

function table<Row>(
  head: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly Cell[],
): string {
  return CSV_START + [csvLine(head), ...rows.map((row) => csvLine(cells(row).map(textOf)))].join('');
}

function textOf(cell: Cell): string | undefined {
  if (cell === null) return undefined;
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
