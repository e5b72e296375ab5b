import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { factMask } from '#schema/field.ts';
import type { CompanyId } from '#schema/ids.ts';

const newId = (): string => randomBytes(16).toString('hex');
const AT = '2026-03-01T09:00:00.000Z';

const COUNTRIES = ['de', 'at', 'ch'];
const INTERESTS = ['cycling-tours', 'commuting', 'repair', 'family', 'events'];

/**
 * Customers with a grant and facts, straight into the tables: as many as no
 * test could add through the acts. Nine of ten have said yes; nobody has a log.
 */
export function writeSegmentTown(
  url: string,
  companyId: CompanyId,
  { purpose, version }: CurrentPurpose,
  customers: number,
): void {
  const db = new Database(url.replace('sqlite:', ''));
  db.pragma('foreign_keys = ON');
  const insert = (table: string, columns: string) =>
    db.prepare(`insert into ${table} (${columns}) values (${columns.replaceAll(/\w+/g, '?')})`);
  const customer = insert('customer', 'id, status, language, fact_id, created_at, confirmed_at');
  const relationship = insert(
    'relationship',
    'id, customer_id, company_id, subject, fact_id, source, blocked, created_at',
  );
  const consent = insert(
    'consent',
    'relationship_id, purpose_id, company_id, customer_id, subject, usable_from, fact_id, state, version_id, fields, fact_mask, channels, decided_at, last_index',
  );
  const fact = insert(
    'segment_fact',
    'fact_id, country, postal_region, birth_decade, household_size, preferred_language',
  );
  const value = insert('segment_fact_value', 'fact_id, field, value');
  const asked = version.content.fields.map(({ field }) => field);
  const write = db.transaction(() => {
    for (let number = 0; number < customers; number += 1) {
      const [id, relationshipId, subject, factId] = [newId(), newId(), newId(), newId()];
      const country = COUNTRIES[number % 3];
      const yes = number % 10 !== 0;
      customer.run(id, 'active', 'de', factId, AT, AT);
      relationship.run(relationshipId, id, companyId, subject, factId, 'join', 0, AT);
      consent.run(
        relationshipId,
        purpose.id,
        companyId,
        id,
        subject,
        '',
        factId,
        yes ? 'granted' : 'refused',
        version.id,
        JSON.stringify(yes ? asked : []),
        yes ? factMask(asked) : 0,
        '["email"]',
        AT,
        number,
      );
      if (!yes) continue;
      const decade = 1940 + 10 * Math.floor(Math.random() * 7);
      const region = `${country}-${60 + Math.floor(Math.random() * 20)}`;
      fact.run(factId, country, region, decade, 1 + (number % 5), 'de');
      value.run(factId, 'interests', INTERESTS[number % 5]);
      value.run(factId, 'needs', number % 2 ? 'new-bicycle' : 'gift-ideas');
    }
  });
  write();

  db.close();
}
