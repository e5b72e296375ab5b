import { notFound } from '#app/auth/require.ts';
import type { MailLinkAct } from '#app/core/mail/act-by-mail-link.ts';
import type { Core } from '#app/core/shared/core.ts';
import { PAUSES } from '#app/screens/me/pause-form.tsx';
import type { CompanyId } from '#schema/ids.ts';
import { pauseEnd } from '../../me/reading/change-preference.server.ts';
import { oneOf } from '../../me/reading/visit.server.ts';

const OF_COMPANY = ['no-advertising', 'take-back', 'fewer', 'no-mail'] as const;

/** @throws Response 400 for a form that is not ours, 404 for a company or purpose that does not exist */
export async function readAct(
  { storage, world }: Pick<Core, 'storage' | 'world'>,
  form: FormData,
): Promise<MailLinkAct> {
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const asked = word('act');
  if (asked === 'take-all-back' || asked === 'no-reminder') return { type: asked };
  if (asked === 'pause-all') {
    const length = oneOf(PAUSES, word('pause'));
    if (!length) throw new Response(null, { status: 400 });
    return { type: asked, until: pauseEnd(length, world.now()) };
  }
  const act = oneOf(OF_COMPANY, asked);
  if (!act && asked !== 'no') throw new Response(null, { status: 400 });
  const company = await storage.read.company.findBySlug(word('company') ?? '');
  if (!company) throw notFound();
  if (act) return { type: act, companyId: company.id };
  return {
    type: 'no',
    companyId: company.id,
    purposeId: await purposeOf(storage, company.id, word('purpose')),
  };
}

async function purposeOf({ read }: Core['storage'], companyId: CompanyId, slug: string | null) {
  const purpose = await read.purpose.findBySlug(companyId, slug ?? '');
  if (!purpose) throw notFound();
  return purpose.id;
}
