import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openVisit } from './visit.server.ts';

/** For writing down a no, which counts once however often its form is sent. */
export async function openNoVisit(args: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  return { ...(await openVisit(args)), intentId: randomUUID() };
}
