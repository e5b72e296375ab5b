/**
 * Beginnings of words that point to special categories (GDPR Art. 9, and
 * Art. 10 for offences). A net with wide meshes: it stops slips, people do the
 * rest, which is why somebody else has to release each field.
 */
const STEMS: readonly RegExp[] = [
  /krank|gesundheit|allerg|diagnos|medikament|behinder|schwanger|blutgruppe|symptom|therapie|\bpflegegrad|diabet|asthma|rheuma|epilep|depress|\bkrebs|\bimpf|\bhiv\b/,
  /religi|konfession|glaube|kirche|moschee|gebet/,
  /partei(?:mitglied|zugeh)|politi|gewerkschaft|weltanschau/,
  /ethni|hautfarbe|rasse(?!l)|herkunft|staatsangeh|migration/,
  /sexu|sexleben|geschlechtsident/,
  /biometr|fingerabdruck|gesichtsscan|\bgen(?:test|etisch)|\bdna\b/,
  /vorstraf|straftat|verurteil/,
  /\bhealth|\billness|disease|allerg|medicat|medicine|disab|pregnan|blood type|symptom|therapy|\bcancer|vaccin/,
  /\brelig|\bchurch|\bmosque|\bfaith\b|\bprayer/,
  /\bpolitic|\btrade union|\bparty member/,
  /\bethnic|\brace\b|skin colou?r|\borigin\b|nationality/,
  /\bsexual|\bgender identity|\bgenetic|\bfingerprint|\bface scan/,
  /\bconvict|\bcriminal|\boffence/,
];

/** The first word of a text that points to a special category; undefined: none found. */
export function findSpecialWord(text: string): string | undefined {
  const lower = text.toLocaleLowerCase('de');
  for (const stem of STEMS) {
    const found = stem.exec(lower);
    if (found) return /[\p{L}-]+/u.exec(lower.slice(found.index))?.[0] ?? found[0];
  }
  return undefined;
}
