import { json } from '@remix-run/node';
import type { CompanyId } from '#schema/ids.ts';
import { changePreference, WishFormError } from './change-preference.server.ts';
import { type PostVisit, seeOther } from './visit.server.ts';

/** Carries the form out and goes to the page that says what holds; a form that cannot be kept comes back as typed. */
export async function answerPreference(
  visit: PostVisit,
  companyId: CompanyId | null,
  page: string,
): Promise<Response> {
  try {
    const { done, was } = await changePreference(visit, companyId);
    return seeOther(page, { done, was });
  } catch (error) {
    if (error instanceof WishFormError) return json(error.sent, { status: 422 });
    throw error;
  }
}
