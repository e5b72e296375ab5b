import { type AppLoadContext, json, type TypedResponse } from '@remix-run/node';
import { findProblem, type Problem } from '#app/auth/describe-problem.ts';
import { normaliseEmail } from '#app/core/profile/parse-field-value.ts';
import { ProfileError } from '#app/core/profile/profile-error.ts';
import { SignInError } from '#app/core/sign-in/sign-in-error.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { languageOf } from '#app/i18n/locale.ts';
import type { FormAnswer } from '#app/screens/auth/form-answer.ts';
import type { LinkState } from '#app/screens/auth/link.tsx';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';

/** A form as sent: each field once, as text. */
export async function readForm(request: Request): Promise<(field: string) => string> {
  const form = await request.formData();
  return (field) => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
}

/** The language of the page that was used. */
export function languageOfPage(request: Request): Language {
  return languageOf(localeOf(request, null));
}

export interface Refusal {
  /** The control that speaks for the whole form. */
  readonly field: string;
  /** What was typed and may be shown again. */
  readonly values?: Readonly<Record<string, string>>;
}

type Refused = TypedResponse<FormAnswer>;

/** Runs an act of a form; a refusal brings the form back, anything else is thrown on. */
export async function tryForm<T extends Response>(
  request: Request,
  context: AppLoadContext,
  { field, values = {} }: Refusal,
  act: () => Promise<T>,
): Promise<T | Refused> {
  try {
    return await act();
  } catch (error) {
    const now: Instant = context.services.core.world.now();
    const problem = findProblem(error, field, { locale: localeOf(request, null), now });
    if (!problem) throw error;
    return bringBack(problem, values);
  }
}

export function bringBack(problem: Problem, values: FormAnswer['values'] = {}): Refused {
  const { field, message, status, retryAfterS } = problem;
  const headers = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
  return json({ problems: [{ field, message }], values }, { status, headers });
}

/** A word that is no address would get no mail: said at the form, before anything is counted. */
export function assertEmail(email: string): void {
  if (!normaliseEmail(email)) throw new ProfileError('value-not-email', { field: 'email' });
}

export function isLinkError(error: unknown): boolean {
  return error instanceof SignInError && error.code.startsWith('link-');
}

/** 410 for a link that is no more, so that no program takes it for a page of its own. */
export function statusOfLink(state: LinkState): 200 | 410 {
  return state === 'open' ? 200 : 410;
}
