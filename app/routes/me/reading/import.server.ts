import type { ActionFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ImportError } from '#app/core/import/import-error.ts';
import {
  discardImport,
  findImport,
  finishImport,
  type ImportCore,
  MOST_UPLOAD_BYTES,
  receiveImport,
} from '#app/files/import-own-file.ts';
import { receiveFile } from '#app/http/receive-file.server.ts';
import type { ImportView } from '#app/screens/me/import.tsx';
import type { ImportCheckView } from '#app/screens/me/import-check.tsx';
import type { Services } from '#app/services.server.ts';
import { type PostVisit, seeOther, type Visit } from './visit.server.ts';

const fileCore = ({ core, shelf, verifierKey }: Services): ImportCore => ({ ...core, shelf, verifierKey });

export async function readImportStart({ url }: Visit): Promise<ImportView> {
  const done = url.searchParams.get('done');
  const counts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/
    .exec(done ?? '')
    ?.slice(1)
    .map(Number);
  const [fields, wishes, entries] = counts ?? [];
  return {
    done:
      fields !== undefined && wishes !== undefined && entries !== undefined
        ? { fields, wishes, entries }
        : null,
    discarded: url.searchParams.has('discarded'),
    mostBytes: MOST_UPLOAD_BYTES,
    refusal: null,
  };
}

/** A file that is taken leads to the page that shows it; any other is said why, and nothing is kept. */
export async function upload({ request, context }: ActionFunctionArgs, visit: Visit) {
  const { services } = context;
  try {
    const core = fileCore(services);
    const received = await receiveFile(request, 'file', (bytes) =>
      receiveImport(core, visit.customer.id, bytes),
    );
    if (!received) throw new ImportError('no-file');
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const refusal = { reason: error.code, file: String(error.details['file'] ?? '') };
    return json({ refusal }, { status: error.code === 'busy' ? 503 : 400 });
  }
  throw seeOther('/me/import/check');
}

export async function readImportCheck(
  services: Services,
  visit: Visit,
): Promise<ImportCheckView | undefined> {
  const found = await findImport(fileCore(services), visit.customer.id);
  if (!found) return undefined;
  const { checked, plan } = found;
  return {
    origin: checked.data.log.origin,
    exportedAt: checked.data.exportedAt,
    entries: checked.entries,
    newFields: plan.newFields,
    conflicts: plan.conflicts,
    sameFields: plan.sameFields,
    wishes: plan.wishes.map(({ company, here, there, isNew }) => ({
      company: company && { slug: company.slug, name: company.name },
      here,
      there,
      isNew,
    })),
    sameWishes: plan.sameWishes,
    language: plan.language,
    leftOut: plan.leftOut,
    intentId: visit.intentId,
  };
}

export async function answerImport(services: Services, visit: PostVisit): Promise<Response> {
  const { customer, form } = visit;
  const core = fileCore(services);
  if (form.get('act') === 'discard') {
    await discardImport(core, customer.id);
    return seeOther('/me/import', { discarded: 1 });
  }
  const chosen = (start: string) =>
    new Set(
      [...form.keys()]
        .filter((name) => name.startsWith(start) && form.get(name) === 'file')
        .map((name) => name.slice(start.length)),
    );
  const taken = await finishImport(core, customer.id, {
    fields: chosen('field.'),
    wishes: chosen('wish.'),
    language: form.get('language') === 'file',
  });
  // Sent twice: the first form did it all, and its answer is shown elsewhere.
  if (!taken) return seeOther('/me/import');
  return seeOther('/me/import', { done: `${taken.fields}-${taken.wishes}-${taken.entries}` });
}
