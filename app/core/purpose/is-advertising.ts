import type { PurposeContent } from '#schema/purpose.ts';

/** Terms of DPV for what a customer asked for as a service; everything else that reaches out is advertising. */
const SERVICE_TERMS: readonly string[] = [
  'dpv:ServiceProvision',
  'dpv:RequestedServiceProvision',
  'dpv:CommunicationForCustomerCare',
  'dpv:CustomerCare',
];

/**
 * Whether a purpose is advertising in the wide sense of the courts: whatever
 * addresses people to sell, a question about their satisfaction included (BGH
 * VI ZR 225/17). In doubt yes, because the question is asked when somebody
 * wants none (GDPR Art. 21(2)-(3)).
 */
export function isAdvertising({ basis, channels, dpv }: PurposeContent): boolean {
  const optional = basis === 'consent' || basis === 'objection';
  return optional && (basis === 'objection' || channels.length > 0) && !SERVICE_TERMS.includes(dpv);
}
