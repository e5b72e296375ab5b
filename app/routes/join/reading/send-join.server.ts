import type { AppLoadContext } from '@remix-run/node';
import { findProblem } from '#app/auth/describe-problem.ts';
import { optionalPrincipal } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { ageLimitIn } from '#app/core/customer/age.ts';
import { checkJoin } from '#app/core/relationship/check-join.ts';
import { joinCompany } from '#app/core/relationship/join-company.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { sendsGpc } from '#app/http/sends-gpc.ts';
import { languageOf } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { joinPath, type SentJoin } from '#app/screens/join/join-view.ts';
import { readJoinForm, sentBack } from './read-join-form.server.ts';

/** A form that comes back, with the status of its page. */
export interface Returned {
  readonly sent: SentJoin;
  readonly status: number;
  readonly headers: Record<string, string>;
}

/** Sends the mail, or says what to mend. Only a form that could be sent counts against the limits. */
export async function sendJoin(
  request: Request,
  context: AppLoadContext,
  company: Company,
): Promise<Returned | undefined> {
  const { services, clientAddress } = context;
  const { core, auth } = services;
  const locale = localeOf(request, await optionalPrincipal(request, context));
  const t = createTranslator(locale);
  const fields = await request.formData();
  const asked = await core.storage.read.purpose.current(company.id);
  const form = readJoinForm(fields, asked);
  const limit = ageLimitIn(company.profile.jurisdiction);
  const { problems } = checkJoin(asked, form, limit, core.world.now().slice(0, 10));
  if (problems.length > 0) return { sent: sentBack(fields, asked, problems, t), status: 422, headers: {} };
  try {
    await auth.limits.codeRequest({ email: form.email, clientAddress });
  } catch (error) {
    const problem = findProblem(error, 'email', { locale, now: core.world.now() });
    if (!problem) throw error;
    const { field, message, status, retryAfterS } = problem;
    const sent = { ...sentBack(fields, asked, [], t), errors: [{ id: field, message }] };
    return { sent, status, headers: retryAfterS ? { 'Retry-After': String(retryAfterS) } : {} };
  }
  const late = await joinCompany(core, {
    companyId: company.id,
    form,
    language: languageOf(locale),
    source: joinPath(company.slug),
    gpc: sendsGpc(request),
  });
  // A text that was released between the check and the act.
  return late.length > 0 ? { sent: sentBack(fields, asked, late, t), status: 422, headers: {} } : undefined;
}
