import type { LookInput } from '#app/core/disclosure/record-look.ts';
import type { Intent } from '#app/core/shared/idempotency-store.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { beginLook, type OpenLook, openLook, type ShownOfLook } from '#app/core/vault/doors/open-look.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import type { OfficerVisit } from './visit.server.ts';

/**
 * Opening is a form, and what it opened is a page of its own for a while:
 * loading it again, in another tab or by "back", is the same look. The address
 * carries the form's id and nothing of what was typed.
 */
export async function openAndGo(
  visit: OfficerVisit,
  page: string,
  form: FormData,
  input: Omit<LookInput, 'staff'>,
  shown?: ShownOfLook,
): Promise<Response> {
  const { core, staff } = visit;
  const actor = staffPrincipal(staff.id);
  const intent: Intent = answerIntentOf(form, actor, page) ?? {
    key: core.world.newId(),
    actor,
    route: page,
    bodyHash: '',
  };
  await beginLook(core, { staff, ...input }, intent, shown);
  return seeOther(page, { opened: intent.key });
}

/** What `?opened=` says; null: it says nothing. Undefined: it says something that opens nothing any more. */
export async function findOpened(
  { core, staff, url }: OfficerVisit,
  page: string,
  input: Omit<LookInput, 'staff' | 'reason'>,
): Promise<OpenLook | null | undefined> {
  const key = url.searchParams.get('opened');
  if (key === null) return null;
  return openLook(core, { staff, ...input }, { key, actor: staffPrincipal(staff.id), route: page });
}
