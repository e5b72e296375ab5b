import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ageLimitIn, isOldEnough } from '#app/core/customer/age.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { setLanguage } from '#app/core/customer/set-language.ts';
import { openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { langCookieHeader } from '#app/i18n/lang-cookie.ts';
import { AccountScreen } from '#app/screens/me/account.tsx';
import { ageName } from '#app/screens/me/age-question.tsx';
import type { AgeLimit } from '#schema/age.ts';
import { Language } from '#schema/language.ts';
import { pageTitle } from './page-title.ts';
import { nameOf } from './reading/find-company.server.ts';
import { openPost, openVisit, type PostVisit, seeOther, type Visit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.account.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, url, intentId } = visit;
  const email = (await readOwn(core, customer.id, ['contact'])).email?.value;
  return json({
    email: typeof email === 'string' ? email : '',
    language: customer.language,
    since: customer.createdAt,
    numbers: await readNumbers(visit),
    ages: await readAges(visit),
    saved: url.searchParams.get('done') === 'saved',
    intentId,
  });
}

/** The chosen language holds for pages at once, through the same cookie as the switch, and for mails. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { core, customer, form } = visit;
  if (form.get('act') === 'age') return saveAges(visit);
  const language = Language.safeParse(form.get('language')).data;
  if (!language) throw new Response(null, { status: 400 });
  await setLanguage(core, customer.id, language);
  const secure = args.context.services.config.baseUrl.startsWith('https:');
  return new Response(null, {
    status: 303,
    headers: { Location: '/me/account?done=saved', 'Set-Cookie': langCookieHeader(language, secure) },
  });
}

export default function Account() {
  return <AccountScreen {...useView<typeof loader>()} />;
}

async function readAges({ core, customer }: Visit) {
  const { read } = core.storage;
  const limits = new Set<AgeLimit>();
  for (const { companyId } of await read.relationship.ofCustomer(customer.id)) {
    const company = await read.company.find(companyId);
    const limit = company && ageLimitIn(company.profile.jurisdiction);
    if (limit) limits.add(limit);
  }
  return [...limits].sort().map((limit) => ({ limit, answer: isOldEnough(customer.age, limit) }));
}

/** From the lowest limit up: of two answers that cannot both be true the one for the higher age holds. */
async function saveAges(visit: PostVisit): Promise<Response> {
  const { core, customer, form } = visit;
  for (const { limit, answer } of await readAges(visit)) {
    const said = form.get(ageName(limit));
    const yes = said === 'yes' ? true : said === 'no' ? false : null;
    if (yes !== null && yes !== answer) await answerAge(core, { customerId: customer.id, limit, yes });
  }
  return seeOther('/me/account', { done: 'saved' });
}

async function readNumbers({ core, customer }: Visit) {
  const { read } = core.storage;
  const numbers = [];
  for (const relationship of await read.relationship.ofCustomer(customer.id)) {
    const number = await openCustomerNumber(core, relationship, relationship.companyId);
    const company = number && (await read.company.find(relationship.companyId));
    if (number && company) numbers.push({ company: nameOf(company), number });
  }
  return numbers;
}
