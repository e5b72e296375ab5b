import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { createTranslator } from '#app/i18n/translator.ts';
import { RequestReplyScreen } from '#app/screens/officer/request-reply.tsx';
import type { ReplyView, SentReply } from '#app/screens/officer/request-view.ts';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openNoVisit } from './reading/no-visit.server.ts';
import { readReply } from './reading/request-reply.server.ts';
import { sendReply } from './reading/send-reply.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as ReplyView | undefined;
  return view && createTranslator(locale)(`officer.requests.reply.${view.as}`);
});
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readReply(await openNoVisit(args), args.params.request));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openNoVisit(args);
  return sendReply(visit, args.params.request, await args.request.formData());
}

export default function RequestReply() {
  const sent = useActionData() as SentReply | undefined;
  return <RequestReplyScreen view={useView<typeof loader>()} sent={sent} />;
}
