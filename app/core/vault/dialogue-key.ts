import type { RelationshipId } from '#schema/ids.ts';
import type { Core } from '../shared/core.ts';
import { dialogueKeyId } from './places.ts';

/**
 * The key of what the two sides write to each other, made when the first word
 * is written. Durable before anything is sealed under it: an orphan when the
 * act fails. The caller has seen that the relationship runs.
 */
export async function needDialogueKey(
  { keys }: Pick<Core, 'keys'>,
  relationshipId: RelationshipId,
): Promise<Buffer> {
  const id = dialogueKeyId(relationshipId);
  const known = await keys.find(id);
  if (known) return known;
  try {
    return await keys.create(id);
  } catch (error) {
    // Somebody else made it in this very moment.
    const theirs = await keys.find(id);
    if (theirs) return theirs;
    throw error;
  }
}
