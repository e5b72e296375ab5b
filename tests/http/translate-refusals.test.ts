import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { SequencerBusyError } from '#app/core/ledger/sequencer.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { translateRefusals } from '#app/http/translate-refusals.ts';

async function thrownBy(error: Error): Promise<unknown> {
  const throwing = () => {
    throw error;
  };
  const route = { id: 'page', module: { default: () => null, loader: throwing, action: throwing } };
  const build = translateRefusals({ routes: { page: route } } as unknown as ServerBuild);
  const action = build.routes.page?.module.action;
  try {
    await action?.({} as never);
    return undefined;
  } catch (reason) {
    return reason;
  }
}

test.each([
  [new NotFoundError(), 404],
  [new ConsentError('not-connected'), 404],
  [new ConsentError('version-outdated'), 409],
  [new ConsentError('channel-missing'), 400],
  [new SequencerBusyError(), 503],
])('%s becomes the status it means', async (error, status) => {
  expect(await thrownBy(error)).toMatchObject({ status });
});

test('who is turned away is told when to come back', async () => {
  const response = (await thrownBy(new SequencerBusyError())) as Response;
  expect(response.headers.get('retry-after')).toBe('5');
});

test('a defect stays a defect', async () => {
  const defect = new TypeError('broken');
  expect(await thrownBy(defect)).toBe(defect);
});
