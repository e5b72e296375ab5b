import { notFound } from '#app/auth/require.ts';
import { deadlineOf } from '#app/core/request/due-date.ts';
import { type OpenedRequest, openRequest } from '#app/core/vault/doors/open-request.ts';
import { createFormat } from '#app/i18n/format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { MESSAGE_TEMPLATES, REPLIES, type Reply, type ReplyView } from '#app/screens/officer/request-view.ts';
import type { Language } from '#schema/language.ts';
import { oneOf } from '../../me/reading/visit.server.ts';
import { isOffered, type RequestVisit, requestIdOf } from './request.server.ts';
import { lineOf } from './requests.server.ts';

/** @throws Response 404 for a step that is not offered now */
export async function readReply(visit: RequestVisit, word: string | undefined): Promise<ReplyView> {
  const { core, staff, company, url, intentId } = visit;
  const as = oneOf(REPLIES, url.searchParams.get('as'));
  const opened = await openRequest(core, requestIdOf(word), staff);
  const line = await lineOf(visit, opened.request);
  if (!as || !isOffered(as, line)) throw notFound();
  const { id, kind, arrivedOn, dueOn } = opened.request;
  const laterOn = deadlineOf(arrivedOn, company.profile.jurisdiction, true).day;
  const templates = as === 'message' ? [...MESSAGE_TEMPLATES] : [];
  const template = templateOf(url);
  return {
    id,
    kind,
    as,
    draft: draftOf(visit, opened, as),
    language: opened.asked.language,
    template,
    templates,
    dueOn,
    laterOn,
    held: line.held,
    asksScope: asksScope(opened, as),
    intentId,
  };
}

/** Where the portal itself has a relationship that an erasure may end. */
function asksScope({ request }: OpenedRequest, as: Reply): boolean {
  return as === 'done' && request.kind === 'erasure' && request.relationshipId !== null;
}

const templateOf = (url: URL) => oneOf(MESSAGE_TEMPLATES, url.searchParams.get('template')) ?? 'plain';

/** Brackets of the draft that nobody has replaced: what only the officer knows is still missing. */
export function gapsLeft(visit: RequestVisit, opened: OpenedRequest, as: Reply, text: string): string[] {
  const gaps = draftOf(visit, opened, as).match(/\[[^\]\n]+\]/g) ?? [];
  return [...new Set(gaps)].filter((gap) => text.includes(gap));
}

/** The template with everything filled in that is known, in the language of the person. */
function draftOf(
  { staff, company, at, url }: RequestVisit,
  { request, asked }: OpenedRequest,
  as: Reply,
): string {
  if (as === 'note' || as === 'extract') return '';
  const { authority, jurisdiction } = company.profile;
  const locale = localeFor(asked.language, jurisdiction);
  const t = createTranslator(locale);
  const format = createFormat(locale, { now: at });
  const arrived = format.day(request.arrivedOn);
  const body = () => {
    switch (as) {
      case 'done':
        return t(`reply.done.${request.kind}`, { arrived, authority: authority.name });
      case 'refused': {
        const rights = t('reply.refusedRights', { authority: authority.name, authorityUrl: authority.url });
        return `${t(`reply.refused.${request.kind}`, { arrived })}\n\n${rights}`;
      }
      case 'extended':
        return t('reply.extended', {
          arrived,
          due: format.day(deadlineOf(request.arrivedOn, jurisdiction, true).day),
        });
      case 'message':
        return t(`reply.message.${templateOf(url)}`, { arrived });
      case 'held':
        return t('reply.held.retention');
    }
  };
  if (as === 'held') return body();
  const closing = `${t('mail.closing')}\n${staff.name}\n${company.profile.name}`;
  return `${t('reply.opening')}\n\n${body()}\n\n${closing}`;
}

export function localeFor(language: Language, jurisdiction: 'de' | 'at' | 'ch'): Locale {
  if (language === 'en') return 'en';
  return jurisdiction === 'at' ? 'de-AT' : jurisdiction === 'ch' ? 'de-CH' : 'de';
}
