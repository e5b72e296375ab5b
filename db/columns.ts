import * as z from 'zod';
import { Channel } from '#schema/channel.ts';
import { CompanyProfile, NoticeContent } from '#schema/company.ts';
import { CompanyFieldContent } from '#schema/company-field.ts';
import { ConsentStanding } from '#schema/consent.ts';
import { FieldId } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { LocalizedText } from '#schema/language.ts';
import { FrequencyLimit, Preference } from '#schema/preference.ts';
import { PurposeContent } from '#schema/purpose.ts';
import { SegmentConditions } from '#schema/segment.ts';
import { StaffRole } from '#schema/staff.ts';
import { Topic } from '#schema/topic.ts';
import { UseReportPart } from '#schema/use.ts';

/** How a value that is no text and no number stands in a column, and how it comes back: parsed, never trusted. */
export interface Column<T> {
  read(stored: string): T;
  write(value: T): string;
}

/** Texts repeat (the same fields, the same version): each is parsed once, and what is shared is frozen. */
const REMEMBERED = 2_000;

export function jsonColumn<T>(shape: z.ZodType<T>): Column<T> {
  const known = new Map<string, T>();
  return {
    read: (stored) => {
      const found = known.get(stored);
      if (found !== undefined) return found;
      const parsed = freezeDeep(shape.parse(JSON.parse(stored)));
      if (known.size >= REMEMBERED) known.clear();
      known.set(stored, parsed);
      return parsed;
    },
    write: (value) => JSON.stringify(value),
  };
}

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freezeDeep(part);
    Object.freeze(value);
  }
  return value;
}

/** SQLite has no booleans and its driver refuses them. */
export const flag = {
  read: (stored: number): boolean => stored !== 0,
  write: (value: boolean): number => (value ? 1 : 0),
};

export const fieldsColumn = jsonColumn(z.array(FieldId));
export const channelsColumn = jsonColumn(z.array(Channel));
export const topicsColumn = jsonColumn(z.array(Topic));
export const frequencyColumn = jsonColumn(FrequencyLimit);
export const quietHoursColumn = jsonColumn(Preference.shape.quietHours.unwrap());
export const usePartsColumn = jsonColumn(z.array(UseReportPart));
export const textColumn = jsonColumn(LocalizedText);
export const rolesColumn = jsonColumn(z.array(StaffRole));
export const profileColumn = jsonColumn(CompanyProfile);
export const noticeColumn = jsonColumn(NoticeContent);
export const contentColumn = jsonColumn(PurposeContent);
export const companyFieldColumn = jsonColumn(CompanyFieldContent);
export const conditionsColumn = jsonColumn(SegmentConditions);
export const undoColumn = jsonColumn(z.object({ standing: ConsentStanding, noSince: Instant.nullable() }));
export const edgeColumn = jsonColumn(z.array(z.string().regex(/^[0-9a-f]{64}$/)));

/** A list of texts for `dialect.anyOf`. */
export function listParameter(values: readonly string[]): string {
  return JSON.stringify(values);
}
