import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LocalizedText } from '#schema/language.ts';

/** One of the people whom the demo's sign-in page offers. */
const DemoPerson = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['customer', 'staff']),
  company: z.string().nullable(),
  about: LocalizedText,
  /** `customer:<id>` or `staff:<id>`. */
  principal: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

const pathIn = (dataDir: string): string => join(dataDir, 'demo-people.json');

/** Written by the seed, beside the database; absent outside the demo. */
export function readDemoPeople(dataDir: string): DemoPerson[] {
  const path = pathIn(dataDir);
  return existsSync(path) ? z.array(DemoPerson).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

export function writeDemoPeople(dataDir: string, people: readonly DemoPerson[]): void {
  writeFileSync(pathIn(dataDir), `${JSON.stringify(people, null, 2)}\n`);
}
