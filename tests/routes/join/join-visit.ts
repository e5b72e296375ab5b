import type { Consent } from '#app/core/consent/consent.ts';
import type { Customer } from '#app/core/customer/customer.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';

type Fields = Record<string, string | readonly string[]>;

/** What a person does on the join page of Alpenrad, by the front door. */
export interface JoinVisit {
  /** The form as the page gives it to a browser, with nothing chosen: its hidden fields. */
  freshForm(headers?: Record<string, string>): Promise<Fields>;
  send(fields: Fields, headers?: Record<string, string>): Promise<Response>;
  /** Path of the link in the newest mail to this address. */
  linkFor(email: string): Promise<string>;
  /** Fills in the usual answers, sends them and answers with the link of the mail. */
  sendUsual(email: string): Promise<string>;
  press(link: string, cookie?: string): Promise<Response>;
  customer(email: string): Promise<Customer | undefined>;
  consents(email: string): Promise<Record<string, Consent['standing']>>;
  records(email: string): Promise<ConsentRecord[]>;
  logSize(): Promise<number>;
}

export const JOIN = '/join/alpenrad';

export function visitJoin(portal: TestPortal): JoinVisit {
  const { core, jobs } = portal.services;
  const { read } = core.storage;

  async function freshForm(headers: Record<string, string> = {}): Promise<Fields> {
    const html = await (await portal.request(JOIN, { headers })).text();
    const hidden = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    return Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
  }

  function post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const item of typeof value === 'string' ? [value] : value) body.append(name, item);
    return portal.request(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  async function linkFor(email: string): Promise<string> {
    await jobs.drain();
    const mail = (await read.demoMail.newest(50)).find(({ recipient }) => recipient === email);
    const path = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.text ?? '')?.[1];
    if (!path) throw new Error(`no link for ${email}`);
    return path;
  }

  const send = (fields: Fields, headers?: Record<string, string>) => post(JOIN, fields, headers);
  const customer = (email: string) => read.customer.findByEmailIndex(core.keys.blindIndex('email', email));

  return {
    freshForm,
    send,
    linkFor,
    sendUsual: async (email) => {
      const form = await freshForm();
      const response = await send({ ...form, ...usualAnswers, email });
      if (response.status !== 303) throw new Error(`the form came back with ${response.status}`);
      return linkFor(email);
    },
    press: (link, cookie) => post(link, {}, cookie ? { cookie } : {}),
    customer,
    consents: async (email) => {
      const found = await customer(email);
      const consents = found ? await read.consent.ofCustomer(found.id) : [];
      const named = consents.map(async ({ purposeId, standing }) => {
        return [(await read.purpose.find(purposeId))?.slug ?? '', standing] as const;
      });
      return Object.fromEntries(await Promise.all(named));
    },
    records: async (email) => {
      const found = await customer(email);
      const entries = found ? await read.ledger.ofCustomer(found.id, 100) : [];
      const opened = await openEntries(core, entries);
      return opened
        .map(({ record }) => record)
        .filter((record): record is ConsentRecord => 'standing' in record);
    },
    logSize: async () => (await read.ledger.state())?.size ?? 0,
  };
}

/** Yes to one purpose with two of its optional fields, no to another, later to a third, nothing to the rest. */
export const usualAnswers = {
  'answer-newsletter': 'yes',
  'field-newsletter': ['given-name', 'interests'],
  'answer-test-rides': 'no',
  'answer-ride-advice': 'open',
  'age-14': 'yes',
  'value.given-name': 'Clara',
  'value.interests': ['repair', 'cycling-tours'],
} as const;
