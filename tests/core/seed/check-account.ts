import { COMPANY_FIELDS } from '#app/cli/seed/content/company-fields.ts';
import type { AccountAct, PreferenceAct } from '#app/cli/seed/plan/planned-act.ts';
import { parseFieldValue, parseShapedValue } from '#app/core/profile/parse-field-value.ts';
import { CatalogueFieldId, FieldId } from '#schema/field.ts';
import { getPerson, getRelationship, must, type PersonWorld, type PlanWorld } from './plan-world.ts';

export function checkAccount(world: PlanWorld, act: AccountAct): void {
  if (act.kind === 'register') {
    const planned = world.planned.get(act.person);
    must(planned !== undefined, 'person not among the people');
    must(planned.email === planned.email.trim().toLowerCase(), 'e-mail not in its one spelling');
    must(!world.people.has(act.person), 'registers twice');
    const email = { value: planned.email, at: act.at, source: 'customer' as const, verifiedAt: null };
    world.people.set(act.person, { ...newPerson(act), entries: { email } });
    return;
  }
  const person = getPerson(world, act.person);
  switch (act.kind) {
    case 'confirm':
      must(!person.confirmed, 'confirms twice');
      person.confirmed = true;
      person.verified.add('email');
      for (const { answers } of person.relationships.values()) {
        for (const [purpose, answer] of answers) {
          if (answer.standing.state !== 'pending') continue;
          answers.set(purpose, { ...answer, standing: { ...answer.standing, state: 'granted' } });
        }
      }
      return;
    case 'connect': {
      must(!person.relationships.has(act.company), 'connects twice');
      must(
        person.confirmed || (act.via === 'join' && act.at === person.registeredAt),
        'connects unconfirmed',
      );
      const number = act.customerNumber && `${act.company}/${act.customerNumber}`;
      must(!number || !world.customerNumbers.has(number), 'customer number taken');
      if (number) world.customerNumbers.add(number);
      person.relationships.set(act.company, { answers: new Map(), restrictedAt: null });
      return;
    }
    case 'profile':
      checkValues(person, act);
      return;
    case 'verify':
      must(person.confirmed && person.entries.mobile !== undefined, 'verifies a number it does not have');
      for (const channel of act.channels) person.verified.add(channel);
  }
}

function newPerson(act: Extract<AccountAct, { kind: 'register' }>): Omit<PersonWorld, 'entries'> {
  return {
    confirmed: false,
    via: act.via,
    registeredAt: act.at,
    verified: new Set(),
    relationships: new Map(),
    pausedUntil: new Map(),
    channelsOff: new Map(),
  };
}

function checkValues(person: PersonWorld, act: Extract<AccountAct, { kind: 'profile' }>): void {
  must(person.confirmed || act.at === person.registeredAt, 'profile before the address is confirmed');
  const entries = Object.entries(act.values);
  must(entries.length > 0, 'nothing entered');
  for (const [name, value] of entries) {
    const field = FieldId.parse(name);
    if (value === undefined) continue;
    must(field !== 'email', 'the address changes only by confirmation');
    const today = act.at.slice(0, 10);
    const own = COMPANY_FIELDS.find(({ id, released }) => id === field && released);
    const kept = own
      ? parseShapedValue(
          field,
          { type: own.content.type, options: own.content.options.map((one) => one.value) },
          value,
          today,
        )
      : parseFieldValue(CatalogueFieldId.parse(field), value, today);
    must(JSON.stringify(kept) === JSON.stringify(value), `${field} would be kept as ${JSON.stringify(kept)}`);
    if (field === 'birth-date') must(isOfAge(String(value), act.at), 'not of age');
    person.entries[field] = { value, at: act.at, source: act.source, verifiedAt: null };
  }
}

function isOfAge(birthDate: string, at: string): boolean {
  return `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` <= at.slice(0, 10);
}

export function checkPreference(world: PlanWorld, act: PreferenceAct): void {
  const person = getPerson(world, act.person);
  must(person.confirmed, 'sets a preference before the address is confirmed');
  const relationship = act.company === null ? undefined : getRelationship(person, act.company);
  switch (act.kind) {
    case 'pause':
      must(act.until > act.at, 'a pause that has ended');
      person.pausedUntil.set(act.company, act.until);
      return;
    case 'resume':
      must((person.pausedUntil.get(act.company) ?? '') > act.at, 'resumes what does not rest');
      person.pausedUntil.delete(act.company);
      return;
    case 'channels-off': {
      const off = JSON.stringify(act.channels);
      must(person.channelsOff.get(act.company) !== off, 'switches off what is off');
      person.channelsOff.set(act.company, off);
      return;
    }
    case 'wish':
      must(Object.keys(act.wishes).length > 0, 'wishes for nothing');
      return;
    case 'restrict':
      must(
        relationship !== undefined && (relationship.restrictedAt === null) === act.restricted,
        'restricted as before',
      );
      relationship.restrictedAt = act.restricted ? act.at : null;
  }
}
