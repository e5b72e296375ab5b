import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { optionalPrincipal } from '#app/auth/require.ts';
import { actByMailLink } from '#app/core/mail/act-by-mail-link.ts';
import { requireMailLink } from '#app/core/mail/mail-link.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { MailLinkScreen } from '#app/screens/mail/link.tsx';
import { isLinkError, statusOfLink } from '../auth/form.server.ts';
import { pageTitle } from '../me/page-title.ts';
import { seeOther } from '../me/reading/visit.server.ts';
import { writeWish } from '../me/reading/wish-param.server.ts';
import { useView } from '../me/use-view.ts';
import { doneOf, wishNow } from './reading/link-done.server.ts';
import { readMailLinkView } from './reading/link-view.server.ts';
import { readAct } from './reading/read-act.server.ts';

export const meta: MetaFunction = (args) => [
  ...(pageTitle('byMail.link.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
];
export const handle = { width: 'narrow' };

/** Opening the link changes nothing: mail scanners do it too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { core } = context.services;
  const principal = await optionalPrincipal(request, context);
  const signedIn = principal?.kind === 'customer' ? principal.customer.id : null;
  const url = new URL(request.url);
  const view = await readMailLinkView({ core, token: params.token ?? '', url, signedIn });
  return json(view, { status: statusOfLink(view.state) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { core } = context.services;
  const token = params.token ?? '';
  const here = `/mail/${encodeURIComponent(token)}`;
  try {
    const { customer } = await requireMailLink(core, token);
    const principal = await optionalPrincipal(request, context);
    if (principal?.kind === 'customer' && principal.customer.id !== customer.id) return seeOther(here);
    const form = await request.formData();
    const act = await readAct(core, form);
    const intent = answerIntentOf(form, customerPrincipal(customer.id), '/mail');
    const done = doneOf(act);
    const companyId = 'companyId' in act ? act.companyId : null;
    const before = await wishNow(core, customer.id, done, companyId);
    const applied = await actByMailLink(core, token, act, intent);
    if (done && before) {
      const was = writeWish(before);
      const now = await wishNow(core, customer.id, done, companyId);
      const changed = now && writeWish(now) !== was;
      return seeOther(
        here,
        changed ? { done, was, company: oneWord(form.get('company')) } : { done: 'same' },
      );
    }
    if (done) return seeOther(here, { done });
    const indices = applied.flatMap(({ index }) => index ?? []);
    if (indices.length === 0) return seeOther(here, { done: 'same' });
    return seeOther(here, { taken: `${Math.min(...indices)}-${Math.max(...indices)}` });
  } catch (error) {
    // The page itself says how the link stands.
    if (isLinkError(error)) return seeOther(here);
    throw error;
  }
}

const oneWord = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : null);

export default function MailLinkPage() {
  return <MailLinkScreen {...useView<typeof loader>()} />;
}
