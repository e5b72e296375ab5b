import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_ST_GALLEN } from './parties.ts';

const content: PurposeContent = {
  basis: 'objection',
  title: { de: 'Mehr aus der Backstube', en: 'More from our bakery' },
  what: {
    de: 'Wenn Sie online bestellt haben, bekommen Sie alle zwei Monate eine E-Mail. Darin steht, was wir sonst noch backen.',
    en: 'If you have ordered online, you get an email every two months. It shows what else we bake.',
  },
  benefitCustomer: {
    de: 'Sie entdecken, was zu einem Fest oder zum Kaffee passt.',
    en: 'You find out what goes with a party or with coffee.',
  },
  benefitCompany: {
    de: 'Wer einmal bestellt hat, bestellt öfter.',
    en: 'People who have ordered once order more often.',
  },
  onNo: {
    de: 'Ein Stopp gilt sofort und braucht keinen Grund. Bestellen können Sie wie bisher.',
    en: 'A stop takes effect straight away and needs no reason. You can order as before.',
  },
  legalNote: {
    de: 'Das Gesetz erlaubt das bei eigenen, ähnlichen Waren. Es gilt, bis Sie Stopp sagen (Art. 3 Abs. 1 lit. o UWG).',
    en: 'The law allows this for similar goods of our own. It holds until you say stop (Art. 3(1)(o) UCA).',
  },
  recipients: [],
  storage: [IN_ST_GALLEN],
  retention: {
    de: 'Zwei Jahre nach der letzten Bestellung, oder bis Sie Stopp sagen.',
    en: 'Two years after your last order, or until you say stop.',
  },
  fields: required('email', 'given-name'),
  channels: ['email'],
  topics: ['offers', 'news'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

export const moreFromTheBakery: PlannedPurpose = {
  slug: 'more-from-the-bakery',
  versions: [firstVersion(content)],
};
