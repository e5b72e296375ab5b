import type { CatalogueField, FieldValue } from '#schema/field.ts';
import { FIELDS } from '#schema/field.ts';
import { BRANCHES } from '../content/branches.ts';
import { asciiOf, FAMILY_NAMES, GIVEN_NAMES_MR, GIVEN_NAMES_MS, MAIL_DOMAINS } from '../content/names.ts';
import { fictionalMobile, placesOf, STREETS, streetIn } from '../content/places.ts';
import type { PlannedPerson } from './planned-person.ts';
import { mixSeed, type Random, randomFrom } from './random.ts';
import { byShare, COUNTRY_SHARES } from './rates.ts';

const PERSON_STREAM = 1;
const GIVEN = [...GIVEN_NAMES_MS, ...GIVEN_NAMES_MR];
const PAIRS = GIVEN.length * FAMILY_NAMES.length;
/** Prime to PAIRS, so that neighbours differ in both names and no pair repeats before all were used. */
const STRIDE = 4273;

/** @param index from 0 */
export function generatedPerson(seed: number, index: number): PlannedPerson {
  const random = randomFrom(mixSeed(seed, PERSON_STREAM, index));
  const pair = (index * STRIDE + ((seed >>> 0) % PAIRS)) % PAIRS;
  const round = Math.floor(index / PAIRS);
  const givenName = GIVEN[pair % GIVEN.length] ?? '';
  const familyName = FAMILY_NAMES[Math.floor(pair / GIVEN.length)] ?? '';
  const mailbox = `${asciiOf(givenName)}.${asciiOf(familyName)}${round === 0 ? '' : round + 1}`;
  return {
    slug: `p${String(index + 1).padStart(6, '0')}`,
    givenName,
    familyName,
    email: `${mailbox}@${random.pick(MAIL_DOMAINS)}`,
    language: random.chance(0.1) ? 'en' : 'de',
    country: byShare(COUNTRY_SHARES, random.next()),
  };
}

/** Everything that could be said of a person, by the fields that can be entered; what is ever told is decided elsewhere. */
export type Facts = Readonly<Partial<Record<CatalogueField, FieldValue>>>;

export function generatedFacts(person: PlannedPerson, index: number, random: Random, nowMs: number): Facts {
  const place = random.pick(placesOf(person.country));
  const year = new Date(nowMs).getUTCFullYear() - 20 - random.int(65);
  const two = (n: number): string => String(n).padStart(2, '0');
  const choice = (field: CatalogueField): string => random.pick(optionsOf(field));
  const choices = (field: CatalogueField): string[] => {
    const chosen = new Set([choice(field), choice(field), choice(field)].slice(0, 1 + random.int(3)));
    return optionsOf(field).filter((option) => chosen.has(option));
  };
  return {
    salutation: random.chance(0.04) ? 'none' : GIVEN_NAMES_MS.includes(person.givenName) ? 'ms' : 'mr',
    'given-name': person.givenName,
    'family-name': person.familyName,
    mobile: fictionalMobile(person.country, index),
    street: `${streetIn(person.country, random.pick(STREETS))} ${1 + random.int(60)}`,
    'postal-code': place.postalCode,
    city: place.city,
    country: person.country,
    'birth-date': `${year}-${two(1 + random.int(12))}-${two(1 + random.int(28))}`,
    'household-size': String(1 + Math.min(random.int(4), random.int(6))),
    'home-type': choice('home-type'),
    heating: choice('heating'),
    'bicycle-kind': choice('bicycle-kind'),
    'preferred-language': person.language,
    interests: choices('interests'),
    'favourite-branch': random.pick(BRANCHES),
    'contact-time': choice('contact-time'),
    needs: choices('needs'),
    'need-until': new Date(nowMs + (30 + random.int(300)) * 86_400_000).toISOString().slice(0, 10),
    attitudes: choices('attitudes'),
    'frame-number': `AR${two(random.int(100))}${String(index).padStart(6, '0')}K`,
    'meter-number': `1RST${String(index).padStart(8, '0')}`,
    'loyalty-card': `KK${String(index).padStart(8, '0')}`,
  };
}

export function optionsOf(field: CatalogueField): readonly string[] {
  const shape = FIELDS[field];
  return 'options' in shape ? shape.options : [];
}
