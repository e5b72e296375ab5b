import { redirectTo } from '#app/auth/require.ts';
import { claimExport } from '#app/core/export/claim-export.ts';
import { exportFields, exportPeople } from '#app/core/export/export-people.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { isSteppedUp } from '#app/core/sign-in/session.ts';
import { peopleCsv, peopleCsvHead } from '#app/files/people-csv.ts';
import { peopleNdjson } from '#app/files/people-ndjson.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import {
  EXPORT_FORMATS,
  type ExportCheckView,
  type ExportFormat,
  REASON_MAX,
  REASON_MIN,
} from '#app/screens/company/export-check.tsx';
import { exportPath } from '#app/screens/company/view.ts';
import { findScope, type PeopleScope } from './people-view.server.ts';
import { nameOf } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** @throws Response 404 for a purpose or segment that is not this company's */
export async function readExportCheck(
  visit: StaffVisit,
  segmentId: string | undefined,
): Promise<ExportCheckView> {
  const { core, staff, company, at, url, intentId } = visit;
  const asked = new URLSearchParams(segmentId === undefined ? url.search : { segment: segmentId });
  const { current, segment } = await findScope(visit, asked);
  const purposeId = current.purpose.id;
  const conditions = segment ? { conditions: segment.conditions } : {};
  return {
    companyName: company.profile.name,
    purpose: nameOf(current),
    segment: segment ? { id: segment.id, name: segment.name } : null,
    fields: await exportFields(core, { staff, purposeId }),
    visible: await core.storage.read.people.count({ companyId: company.id, purposeId, at, ...conditions }),
    format: formatOf(url.searchParams.get('format')),
    reasonMissing: url.searchParams.has('problem'),
    taken: url.searchParams.has('taken'),
    intentId,
  };
}

/** Streams the file; each batch is recorded before it leaves. The same form again brings no second export. */
export async function sendExport(
  visit: StaffVisit,
  form: FormData,
  onBreak: (error: unknown) => void,
): Promise<Response> {
  const { core, staff, company, session, at } = visit;
  const scope = await findScope(visit, scopeOf(form));
  const page = pageOf(scope);
  if (!isSteppedUp(session, at)) return redirectTo(`/step-up?to=${encodeURIComponent(page)}`);
  const format = formatOf(form.get('format'));
  const reason = oneLine(form.get('reason'));
  if (reason.length < REASON_MIN || reason.length > REASON_MAX) {
    return backTo(page, { format, problem: 'reason' });
  }
  const intent = answerIntentOf(form, staffPrincipal(staff.id), '/company/export');
  if (!(await claimExport(core, intent))) return backTo(page, { format, taken: '1' });
  const { purpose } = scope.current;
  const fields = await exportFields(core, { staff, purposeId: purpose.id });
  const batches = exportPeople(core, {
    staff,
    role: 'marketer',
    purposeId: purpose.id,
    conditions: scope.segment?.conditions,
    fields,
    reason,
  });
  const name = `${company.slug}-${purpose.slug}-${at.slice(0, 10)}.${format}`;
  return new Response(streamOf(linesOf(format, fields, batches), onBreak), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

type Batches = ReturnType<typeof exportPeople>;

async function* linesOf(
  format: ExportFormat,
  fields: Parameters<typeof peopleCsvHead>[0],
  batches: Batches,
): AsyncGenerator<string> {
  if (format === 'csv') yield peopleCsvHead(fields);
  for await (const { people } of batches)
    yield format === 'csv' ? peopleCsv(fields, people) : peopleNdjson(people);
}

/** Reads on only when the reader has taken what there is; a reader who goes away ends the export. */
function streamOf(
  lines: AsyncGenerator<string>,
  onBreak: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await lines.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onBreak(error);
          controller.error(error);
        }
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function scopeOf(form: FormData): URLSearchParams {
  const segment = form.get('segment');
  const purpose = form.get('purpose');
  if (typeof segment === 'string') return new URLSearchParams({ segment });
  return new URLSearchParams(typeof purpose === 'string' ? { purpose } : {});
}

function backTo(page: string, told: Readonly<Record<string, string>>): Response {
  const Location = `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(told)}`;
  return new Response(null, { status: 303, headers: { Location } });
}

function pageOf({ current, segment }: PeopleScope): string {
  return exportPath(current.purpose.slug, segment);
}

function formatOf(raw: unknown): ExportFormat {
  return EXPORT_FORMATS.find((format) => format === raw) ?? 'csv';
}

/** What people will read: one line, no control characters. */
function oneLine(raw: unknown): string {
  return typeof raw === 'string'
    ? raw
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
    : '';
}
