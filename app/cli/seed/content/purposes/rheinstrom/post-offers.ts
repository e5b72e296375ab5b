import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_KONSTANZ, POSTWERK } from './parties.ts';

const content: PurposeContent = {
  basis: 'objection',
  title: { de: 'Angebote per Post', en: 'Offers by post' },
  what: {
    de: 'Zweimal im Jahr schicken wir unseren Kunden einen Brief. Darin stehen neue Tarife und was sie kosten.',
    en: 'Twice a year we send our customers a letter. It shows new tariffs and what they cost.',
  },
  benefitCustomer: {
    de: 'Sie können in Ruhe prüfen, ob ein neuer Tarif für Sie günstiger ist.',
    en: 'You can check in your own time if a new tariff is cheaper for you.',
  },
  benefitCompany: {
    de: 'Wer einen guten Tarif hat, bleibt eher bei uns.',
    en: 'People with a good tariff are more likely to stay with us.',
  },
  onNo: {
    de: 'Ein Stopp gilt sofort und braucht keinen Grund. Ihr Tarif bleibt, wie er ist.',
    en: 'A stop takes effect straight away and needs no reason. Your tariff stays as it is.',
  },
  legalNote: {
    de: 'Das Gesetz erlaubt Briefe an eigene Kunden. Es gilt, bis Sie Stopp sagen (Art. 6 Abs. 1 lit. f, Art. 21 Abs. 2 DSGVO).',
    en: 'The law allows letters to our own customers. It holds until you say stop (Art. 6(1)(f), Art. 21(2) GDPR).',
  },
  recipients: [POSTWERK],
  storage: [IN_KONSTANZ],
  retention: {
    de: 'Solange Ihr Vertrag läuft, oder bis Sie Stopp sagen.',
    en: 'As long as your contract runs, or until you say stop.',
  },
  fields: required('given-name', 'family-name', 'street', 'postal-code', 'city'),
  channels: ['post'],
  topics: ['offers'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

export const postOffers: PlannedPurpose = { slug: 'post-offers', versions: [firstVersion(content)] };
