import type { Channel } from '#schema/channel.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import type { SegmentId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';

export interface PurposeName {
  readonly slug: string;
  readonly title: LocalizedText;
}

/** A purpose that can be chosen, and how many people permit it now. */
export interface PurposeOption extends PurposeName {
  readonly fields: readonly FieldId[];
  readonly visible: number;
}

export interface SegmentName {
  readonly id: SegmentId;
  readonly name: string;
}

/**
 * What staff may know of one person for one purpose. A value that is not there
 * is "not permitted", whatever the cause: the page itself does not know it.
 */
export interface PersonView {
  readonly subject: SubjectId;
  readonly since: Instant;
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>;
  readonly channels: readonly Channel[];
}

export const peoplePath = (purpose: string): string => `/company/people?${query({ purpose })}`;
export const personPath = (subject: string, purpose: string): string =>
  `/company/people/${subject}?${query({ purpose })}`;
export const noPath = (subject: string, purpose: string): string =>
  `/company/people/${subject}/no?${query({ purpose })}`;
export const recordPath = (subject: string, purpose: string): string =>
  `/company/people/${subject}/record?${query({ purpose })}`;
export const writePath = (subject: string, purpose: string): string =>
  `/company/people/${subject}/write?${query({ purpose })}`;
export const askPath = (purpose: string, person: string): string =>
  `/company/ask/${purpose}${person ? `?${query({ person })}` : ''}`;
export const askedPath = (person: string): string => `/company/ask${person ? `?${query({ person })}` : ''}`;
export const recallPath = (subject: string): string => `/company/recalls?${query({ person: subject })}`;
export const segmentPath = (id: string): string => `/company/segments/${id}`;
export const newSegmentPath = (purpose: string): string => `/company/segments/new?${query({ purpose })}`;
export const exportPath = (purpose: string, segment: SegmentName | null): string =>
  segment ? `${segmentPath(segment.id)}/export` : `/company/people/export?${query({ purpose })}`;

/** The list again, further down, or of a segment. */
export function listPath(purpose: string, segment: SegmentName | null, after: string | null): string {
  const scope: Record<string, string> = segment ? { segment: segment.id } : { purpose };
  return `/company/people?${query(after ? { ...scope, after } : scope)}`;
}

/** Enough of the opaque id to tell two people of one list apart. */
export const shortSubject = (subject: string): string => subject.slice(0, 8);

function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}
