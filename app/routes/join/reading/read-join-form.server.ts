import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import type { JoinForm, JoinProblem, RawAnswer } from '#app/core/relationship/check-join.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { message } from '#app/i18n/message.ts';
import type { Translator } from '#app/i18n/translator.ts';
import {
  answerName,
  channelName,
  fieldName,
  languageName,
  type SentAnswer,
  type SentJoin,
  versionName,
} from '#app/screens/join/join-view.ts';
import { ageName } from '#app/screens/me/age-question.tsx';
import { fieldInputName } from '#app/screens/me/field-input.tsx';
import { CATALOGUE_FIELDS } from '#schema/field.ts';
import { Language } from '#schema/language.ts';
import { valueMessage } from '../../me/reading/refusal.server.ts';

/** The form as the core takes it; what this company does not ask for is not looked at. */
export function readJoinForm(form: FormData, asked: readonly CurrentPurpose[]): JoinForm {
  const values: Record<string, string | readonly string[]> = {};
  for (const field of CATALOGUE_FIELDS) {
    const typed = texts(form, fieldInputName(field));
    if (typed.length > 0) values[field] = typed.length === 1 ? (typed[0] ?? '') : typed;
  }
  return {
    email: text(form, 'email'),
    oldEnough: readOldEnough(form),
    answers: asked.flatMap(({ purpose }) => readAnswer(form, purpose.id, purpose.slug)),
    values,
  };
}

/** Each page asks for one limit only. */
function readOldEnough(form: FormData): boolean | null {
  const said = text(form, ageName(16)) || text(form, ageName(14));
  return said === 'yes' ? true : said === 'no' ? false : null;
}

function readAnswer(form: FormData, purposeId: string, slug: string): RawAnswer[] {
  const answer = text(form, answerName(slug));
  if (answer !== 'yes' && answer !== 'no') return [];
  const language = Language.safeParse(text(form, languageName(slug)));
  return [
    {
      purposeId,
      versionId: text(form, versionName(slug)),
      language: language.success ? language.data : 'de',
      answer,
      fields: texts(form, fieldName(slug)),
      channels: texts(form, channelName(slug)),
    },
  ];
}

/** The form as it goes back: everything typed, and what to mend. A yes to a text that changed is taken out. */
export function sentBack(
  form: FormData,
  asked: readonly CurrentPurpose[],
  problems: readonly JoinProblem[],
  t: Translator,
): SentJoin {
  const slugs = new Map(asked.map(({ purpose }) => [purpose.id, purpose.slug]));
  const answers: Record<string, SentAnswer> = {};
  for (const slug of slugs.values()) {
    const given = text(form, answerName(slug));
    answers[slug] = {
      answer: given === 'yes' || given === 'no' || given === 'open' ? given : null,
      fields: texts(form, fieldName(slug)),
      channels: texts(form, channelName(slug)),
    };
  }
  const errors = problems.map((problem): SentJoin['errors'][number] => {
    if (problem.at === 'email') return { id: 'email', message: message('error.form.email') };
    if (problem.at === 'age') {
      const { limit, code } = problem;
      const young = message('error.form.underAge', { age: String(limit) });
      return {
        id: ageName(limit),
        message: code === 'under-age' ? young : message('error.form.requiredChoice'),
      };
    }
    if (problem.at === 'value') {
      const { field, code } = problem;
      const missing = message('error.form.requiredFor', { field: fieldLabel(t, field) });
      return { id: fieldInputName(field), message: code === 'value-missing' ? missing : valueMessage(code) };
    }
    const slug = slugs.get(problem.purposeId) ?? '';
    if (problem.at === 'way') {
      return { id: channelName(slug), message: message(`error.form.wayNeeds.${problem.channel}`) };
    }
    if (problem.code === 'channel-missing') {
      return { id: channelName(slug), message: message('error.form.channelMissing') };
    }
    answers[slug] = { answer: null, fields: [], channels: [] };
    return { id: answerName(slug), message: message('error.decision.changedMeanwhile') };
  });
  const { email, oldEnough, values } = readJoinForm(form, []);
  return { email, oldEnough, answers, values, errors };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string');
}
