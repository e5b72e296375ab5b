import type { PreferenceReader, PreferenceWriter } from '#app/core/preference/preference-store.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { NO_PREFERENCE, type Preference } from '#schema/preference.ts';
import { channelsColumn, frequencyColumn, quietHoursColumn, topicsColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select, write } from '../statement.ts';
import type { PreferenceRow } from '../tables/customer.ts';

/** Stands in the company's column for "all companies". */
export const ALL_COMPANIES = '';

const one = select((db, p: { customerId: string; companyId: string }) =>
  db
    .selectFrom('preference')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('company_id', '=', p.companyId),
);
const ofCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('preference')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('company_id', '<>', ALL_COMPANIES),
);
const save = write((db, p: PreferenceRow) =>
  db
    .insertInto('preference')
    .values({
      customer_id: p.customer_id,
      company_id: p.company_id,
      channels_off: p.channels_off,
      paused_until: p.paused_until,
      topics_off: p.topics_off,
      most_per_week: p.most_per_week,
      quiet_hours: p.quiet_hours,
      updated_at: p.updated_at,
    })
    .onConflict((on) =>
      on.columns(['customer_id', 'company_id']).doUpdateSet((eb) => ({
        channels_off: eb.ref('excluded.channels_off'),
        paused_until: eb.ref('excluded.paused_until'),
        topics_off: eb.ref('excluded.topics_off'),
        most_per_week: eb.ref('excluded.most_per_week'),
        quiet_hours: eb.ref('excluded.quiet_hours'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    ),
);

export function preferenceReader(db: Reader): PreferenceReader {
  return {
    find: async (customerId, companyId) => {
      const [row] = await one(db, { customerId, companyId: companyId ?? ALL_COMPANIES });
      return row ? toPreference(row) : NO_PREFERENCE;
    },
    overrides: async (customerId) =>
      new Map(
        (await ofCustomer(db, { customerId })).map((row) => [row.company_id as CompanyId, toPreference(row)]),
      ),
  };
}

export function preferenceWriter(db: Writer): PreferenceWriter {
  return {
    ...preferenceReader(db),
    save: async (customerId, companyId, preference, at) => {
      const { channelsOff, pausedUntil, topicsOff, mostPerWeek, quietHours } = preference;
      await save(db, {
        customer_id: customerId,
        company_id: companyId ?? ALL_COMPANIES,
        channels_off: channelsOff && channelsColumn.write(channelsOff),
        paused_until: pausedUntil,
        topics_off: topicsOff ? topicsColumn.write(topicsOff) : null,
        most_per_week: mostPerWeek === undefined ? null : frequencyColumn.write(mostPerWeek),
        quiet_hours: quietHours ? quietHoursColumn.write(quietHours) : null,
        updated_at: at,
      });
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('preference').where('customer_id', '=', customerId).execute();
    },
  };
}

type Wishes = Pick<
  PreferenceRow,
  'channels_off' | 'paused_until' | 'topics_off' | 'most_per_week' | 'quiet_hours'
>;

export function toPreference(row: Wishes): Preference {
  return {
    channelsOff: row.channels_off === null ? null : channelsColumn.read(row.channels_off),
    pausedUntil: row.paused_until as Instant | null,
    ...(row.topics_off === null ? {} : { topicsOff: topicsColumn.read(row.topics_off) }),
    ...(row.most_per_week === null ? {} : { mostPerWeek: frequencyColumn.read(row.most_per_week) }),
    ...(row.quiet_hours === null ? {} : { quietHours: quietHoursColumn.read(row.quiet_hours) }),
  };
}
