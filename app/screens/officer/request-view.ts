import type { Message } from '#app/i18n/message.ts';
import type { RequestFileId, RequestId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type {
  HoldKind,
  RequestEventKind,
  RequestKind,
  RequestOrigin,
  RequestState,
} from '#schema/request.ts';

export const REQUEST_GROUPS = ['open', 'overdue', 'closed'] as const;
export type RequestGroup = (typeof REQUEST_GROUPS)[number];

export interface RequestFigures {
  readonly open: number;
  readonly soon: number;
  readonly overdue: number;
}

export interface OfficerRequestLine {
  readonly id: RequestId;
  readonly kind: RequestKind;
  readonly origin: RequestOrigin;
  readonly state: RequestState;
  /** Open and past its last day. */
  readonly late: boolean;
  readonly arrivedOn: string;
  readonly dueOn: string;
  readonly extended: boolean;
  readonly held: boolean;
  readonly closedAt: Instant | null;
  /** Null: not in the portal; then the name under which the request was written down. */
  readonly subject: SubjectId | null;
  readonly name: string | null;
}

export interface QueueView {
  readonly figures: RequestFigures;
  readonly group: RequestGroup;
  readonly kind: RequestKind | null;
  readonly lines: readonly OfficerRequestLine[];
}

export interface OfficerStep {
  readonly seq: number;
  readonly kind: RequestEventKind;
  readonly at: Instant;
  /** Pseudonym of the person of the company; empty: see `actor`. */
  readonly by: string;
  readonly actor: 'customer' | 'staff' | 'system';
  readonly text: string;
  readonly until: string | null;
  readonly hold: HoldKind | null;
  readonly files: readonly { readonly id: RequestFileId; readonly name: string; readonly bytes: number }[];
}

/** What can be written next; each has its own form. */
export const REPLIES = ['done', 'refused', 'extended', 'message', 'note', 'held', 'extract'] as const;
export type Reply = (typeof REPLIES)[number];

export const REQUEST_DONE = ['recorded', 'saved'] as const;

export interface OfficerRequestView extends OfficerRequestLine {
  readonly text: string;
  readonly identity: string;
  readonly contact: string | null;
  readonly hold: { readonly kind: HoldKind; readonly reason: string; readonly until: string | null } | null;
  readonly steps: readonly OfficerStep[];
  readonly replies: readonly Reply[];
  readonly done: (typeof REQUEST_DONE)[number] | null;
  readonly intentId: string;
}

export const MESSAGE_TEMPLATES = ['plain', 'identity', 'clarify'] as const;

export interface ReplyView {
  readonly id: RequestId;
  readonly kind: RequestKind;
  readonly as: Reply;
  /** The draft, in the language of the person. */
  readonly draft: string;
  readonly language: Language;
  readonly template: string;
  readonly templates: readonly (typeof MESSAGE_TEMPLATES)[number][];
  readonly dueOn: string;
  /** What the deadline would be after an extension. */
  readonly laterOn: string;
  readonly held: boolean;
  /** An erasure is done for everything, or for a part: only the first ends the relationship. */
  readonly asksScope: boolean;
  readonly intentId: string;
}

export const ERASURE_SCOPES = ['all', 'part'] as const;

export interface SentReply {
  readonly typed: {
    readonly text: string;
    readonly until: string;
    readonly hold: string;
    readonly scope: string;
  };
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
}

export const NEW_FIELDS = [
  'who',
  'name',
  'contact',
  'language',
  'kind',
  'origin',
  'arrivedOn',
  'text',
  'identity',
] as const;
export type NewField = (typeof NEW_FIELDS)[number];

export interface NewRequestView {
  /** Today where the company is. */
  readonly today: string;
  /** From the page of one person. */
  readonly subject: string;
  readonly intentId: string;
}

export interface SentNewRequest {
  readonly typed: Readonly<Record<NewField, string>>;
  readonly errors: SentReply['errors'];
}

export const requestsPath = '/officer/requests';
export const requestPath = (id: string): string => `${requestsPath}/${id}`;
export const replyPath = (id: string, as: Reply): string => `${requestPath(id)}/reply?as=${as}`;
export const groupPath = (group: RequestGroup, kind: RequestKind | null = null): string =>
  `${requestsPath}?${new URLSearchParams({ show: group, ...(kind ? { kind } : {}) })}`;
