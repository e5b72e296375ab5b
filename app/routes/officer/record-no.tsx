import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type NoForm, RecordNoScreen } from '#app/screens/company/record-no.tsx';
import { personNoPath, personPath, shortSubject } from '#app/screens/officer/paths.ts';
import { readNoView, writeDownNo } from '../company/reading/record-no.server.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openNoVisit } from './reading/no-visit.server.ts';

export const meta: MetaFunction = pageTitle('company.no.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readNoView(await openNoVisit(args), args.params.subject));
}

/** A no that reached the officer by letter or phone is taken like any other. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openNoVisit(args);
  return writeDownNo(visit, args.params.subject, await args.request.formData(), personNoPath);
}

export default function RecordNo() {
  const { t } = useI18n();
  const view = useView<typeof loader>();
  return (
    <RecordNoScreen
      view={view}
      form={useActionData() as NoForm | undefined}
      origin={{
        href: personPath(view.subject),
        label: t('officer.customer.title', { subject: shortSubject(view.subject) }),
      }}
    />
  );
}
