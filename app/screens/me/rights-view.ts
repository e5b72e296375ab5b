import type { Message } from '#app/i18n/message.ts';
import type { RequestFileId, RequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type {
  HoldKind,
  RequestEventKind,
  RequestKind,
  RequestOrigin,
  RequestState,
} from '#schema/request.ts';
import type { CompanyName } from './view.ts';

export interface RequestLine {
  readonly id: RequestId;
  readonly kind: RequestKind;
  readonly company: CompanyName;
  readonly state: RequestState;
  /** Open and past its last day. */
  readonly late: boolean;
  /** Days, `2026-11-21`, where the company is. */
  readonly arrivedOn: string;
  readonly dueOn: string;
  readonly closedAt: Instant | null;
}

export interface RightsView {
  /** Newest first. */
  readonly requests: readonly RequestLine[];
  /** There is a company to ask. */
  readonly canAsk: boolean;
  /** How many were just sent. */
  readonly sent: number | null;
  readonly manyCompanies: boolean;
}

export const ALL_COMPANIES = 'all';
export const RIGHTS_DONE = ['restricted', 'unrestricted'] as const;

export interface AskedCompany extends CompanyName {
  /** Not connected any more. */
  readonly left: boolean;
  readonly restrictedAt: Instant | null;
  /** A request of this kind that runs there. */
  readonly open: RequestId | null;
}

export interface RightsFormView {
  readonly kind: RequestKind;
  readonly companies: readonly AskedCompany[];
  /** Slug of the company one comes from, or `all`. */
  readonly chosen: string | null;
  readonly needsWords: boolean;
  readonly done: { readonly what: (typeof RIGHTS_DONE)[number]; readonly company: string } | null;
  readonly intentId: string;
}

/** What a refused form gives back: chosen files the browser does not keep. */
export interface SentRights {
  readonly typed: { readonly company: string; readonly text: string };
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
}

export interface RequestFileLink {
  readonly id: RequestFileId;
  readonly name: string;
  readonly bytes: number;
}

export interface RequestStep {
  readonly seq: number;
  readonly kind: RequestEventKind;
  readonly at: Instant;
  readonly text: string;
  readonly until: string | null;
  readonly files: readonly RequestFileLink[];
}

export const REQUEST_DONE = ['added', 'takenBack'] as const;

export interface RequestView extends RequestLine {
  readonly origin: RequestOrigin;
  readonly text: string;
  readonly hold: { readonly kind: HoldKind; readonly reason: string; readonly until: string | null } | null;
  readonly authority: { readonly name: string; readonly url: string };
  /** Oldest first. */
  readonly steps: readonly RequestStep[];
  readonly done: (typeof REQUEST_DONE)[number] | null;
  readonly intentId: string;
}

export interface SentAddition {
  readonly typed: string;
  readonly errors: SentRights['errors'];
}

export const rightsPath = '/me/rights';
export const askPath = (kind: RequestKind): string => `${rightsPath}/new?kind=${kind}`;
export const ownRequestPath = (id: string): string => `${rightsPath}/${id}`;
