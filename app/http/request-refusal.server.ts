import { RequestError, type RequestErrorCode } from '#app/core/request/request-error.ts';
import { type Message, message } from '#app/i18n/message.ts';

export interface RequestProblem {
  /** Id of the control beside which it is said. */
  readonly id: string;
  readonly message: Message;
}

const BESIDE: Readonly<Partial<Record<RequestErrorCode, string>>> = {
  'arrival-in-future': 'arrivedOn',
  'arrival-too-old': 'arrivedOn',
  'person-missing': 'name',
  'file-type-unknown': 'file',
  'file-too-large': 'file',
  'too-many-files': 'file',
};

/** What a refused step on a rights request says, and beside which input. @throws what is no such refusal */
export function explainRequestRefusal(error: unknown): RequestProblem {
  if (!(error instanceof RequestError)) throw error;
  return { id: BESIDE[error.code] ?? 'text', message: messageOf(error) };
}

function messageOf({ code, details }: RequestError): Message {
  switch (code) {
    case 'text-too-long':
      return message('error.request.text-too-long', { max: Number(details.max) });
    case 'too-many-files':
      return message('error.request.too-many-files', { max: Number(details.max) });
    case 'file-type-unknown':
      return message('error.request.file-type-unknown', { file: Number(details.file) });
    case 'file-too-large':
      return message('error.request.file-too-large', { file: Number(details.file) });
    default:
      return message(`error.request.${code}`);
  }
}
