import type { PeopleQuery } from '#app/core/permission/people-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { Topic } from '#schema/topic.ts';
import { contentColumn } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { select } from '../statement.ts';

const versionsOfPurpose = select((db, p: { purposeId: string; companyId: string }) =>
  db
    .selectFrom('purpose')
    .innerJoin('purpose_version', 'purpose_version.purpose_id', 'purpose.id')
    .select([
      'purpose.basis',
      'purpose.retired_at',
      'purpose_version.id',
      'purpose_version.content',
      'purpose_version.fact_mask',
      'purpose_version.usable_until',
    ])
    .where('purpose.id', '=', p.purposeId)
    .where('purpose.company_id', '=', p.companyId)
    .orderBy('purpose_version.version', 'desc'),
);

/** What one version lets a company see at most. */
export interface VersionScope {
  readonly id: string;
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
  /** Null: anything. */
  readonly topics: readonly Topic[] | null;
  readonly factMask: number;
}

export interface PurposeScope {
  readonly basis: 'consent' | 'objection';
  /** Consent: all versions whose grants may be used at that instant. Objection: the newest alone. */
  readonly versions: readonly VersionScope[];
}

/** Undefined: nobody is permitted for this purpose at that instant, whatever they answered. */
export async function findScope(
  db: Reader,
  { purposeId, companyId, at }: PeopleQuery,
): Promise<PurposeScope | undefined> {
  const rows = await versionsOfPurpose(db, { purposeId, companyId });
  const [newest] = rows;
  if (!newest || (newest.retired_at !== null && newest.retired_at <= at)) return undefined;
  const { basis } = newest;
  // Contract and legal duty are shown but open no data.
  if (basis !== 'consent' && basis !== 'objection') return undefined;
  const usable =
    basis === 'objection'
      ? [newest]
      : rows.filter((row) => row.usable_until === null || row.usable_until > at);
  if (usable.length === 0) return undefined;
  return {
    basis,
    versions: usable.map((row) => {
      const content = contentColumn.read(row.content);
      return {
        id: row.id,
        fields: content.fields.map(({ field }) => field),
        channels: content.channels,
        topics: content.topics ?? null,
        factMask: row.fact_mask,
      };
    }),
  };
}
