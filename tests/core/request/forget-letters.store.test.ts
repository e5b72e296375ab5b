import { describe, expect, test } from 'vitest';
import { answerRequest } from '#app/core/request/answer-request.ts';
import { forgetLetters } from '#app/core/request/forget-letters.ts';
import { recordRequest } from '#app/core/request/record-request.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { tablesOf } from '#db/open-db.ts';
import type { RequestId } from '#schema/ids.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { ask, type Office, openOffice, PDF } from './office.ts';

/** Of somebody who is not in the portal. */
function letter({ core, officer }: Office, name: string): Promise<RequestId> {
  return recordRequest(core, {
    staff: officer,
    kind: 'access',
    origin: 'letter',
    arrivedOn: '2026-02-20',
    text: 'Bitte um Auskunft',
    identity: 'Kopie des Ausweises gesehen',
    files: [PDF],
    who: { name, contact: 'Gasse 1', language: 'de' },
  });
}

const answer = ({ core, officer }: Office, requestId: RequestId) =>
  answerRequest(core, {
    requestId,
    by: officer,
    outcome: 'done',
    text: 'Hier ist alles, was wir haben.',
    files: [PDF],
  });

async function rowsOf({ database }: Office, id: RequestId): Promise<number[]> {
  const { writer } = tablesOf(database);
  const found = await Promise.all([
    writer.selectFrom('rights_request').select('id').where('id', '=', id).execute(),
    writer.selectFrom('rights_request_event').select('seq').where('request_id', '=', id).execute(),
    writer.selectFrom('rights_file').select('id').where('request_id', '=', id).execute(),
  ]);
  return found.map((rows) => rows.length);
}

describe.each(ENGINES)('letters of people who are not in the portal, on %s', (engine) => {
  test('go three years after their answer, with every step and file; what is open or of a customer stays', async () => {
    const it = await openOffice(engine);
    const [answered, unanswered] = [await letter(it, 'Egon Fremd'), await letter(it, 'Olga Offen')];
    const own = await ask(it);
    for (const id of [answered, own]) await answer(it, id);
    expect(await rowsOf(it, answered)).toEqual([1, 2, 2]);
    it.world.advance(3 * 365 * DAY_MS - DAY_MS);
    expect(await forgetLetters(it.core)).toBe(0);
    expect(await rowsOf(it, answered)).toEqual([1, 2, 2]);
    it.world.advance(3 * DAY_MS);
    expect(await Promise.all([forgetLetters(it.core), forgetLetters(it.core)])).toContain(1);
    expect(await rowsOf(it, answered)).toEqual([0, 0, 0]);
    expect(await rowsOf(it, unanswered)).toEqual([1, 1, 1]);
    expect(await rowsOf(it, own)).toEqual([1, 2, 1]);
    expect(await forgetLetters(it.core)).toBe(0);
  });

  test('an old one that was answered late counts from its answer', async () => {
    const it = await openOffice(engine);
    const id = await letter(it, 'Egon Fremd');
    it.world.advance(4 * 365 * DAY_MS);
    await answer(it, id);
    expect(await forgetLetters(it.core)).toBe(0);
    it.world.advance(3 * 365 * DAY_MS + 2 * DAY_MS);
    expect(await forgetLetters(it.core)).toBe(1);
  });
});
