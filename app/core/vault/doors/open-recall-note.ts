import * as z from 'zod';
import type { Recall } from '../../recall/recall.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { evidenceKeyId, recallPlace } from '../places.ts';

/** What the company wrote to the customer about a recall: for the two of them, and never for another company. */
export async function openRecallNote(
  core: Pick<Core, 'keys'>,
  { id, relationshipId, noteSealed }: Recall,
): Promise<string | null> {
  const key = noteSealed && (await core.keys.find(evidenceKeyId(relationshipId)));
  return key && noteSealed ? z.string().parse(openJson(key, recallPlace(id), noteSealed)) : null;
}
