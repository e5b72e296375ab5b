import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { BRIEFBOTE, IN_BREGENZ } from './parties.ts';

const content: PurposeContent = {
  basis: 'objection',
  title: { de: 'Passendes zu Ihrem Kauf', en: 'Things that go with your purchase' },
  what: {
    de: 'Wenn Sie bei uns gekauft haben, bekommen Sie bis zu viermal im Jahr eine E-Mail. Darin steht, was dazu passt: Licht, Schloss oder Reifen.',
    en: 'If you bought from us, you get up to four emails a year. They show what goes with it: lights, locks or tyres.',
  },
  benefitCustomer: {
    de: 'Sie finden leichter Teile, die an Ihr Rad passen.',
    en: 'It is easier to find parts that fit your bike.',
  },
  benefitCompany: {
    de: 'Unsere Kunden kaufen öfter wieder bei uns.',
    en: 'Our customers buy from us more often.',
  },
  onNo: {
    de: 'Ein Stopp gilt sofort und braucht keinen Grund. Service und Garantie bleiben gleich.',
    en: 'A stop takes effect straight away and needs no reason. Service and warranty stay the same.',
  },
  legalNote: {
    de: 'Das Gesetz erlaubt das bei eigenen, ähnlichen Waren. Es gilt, bis Sie Stopp sagen (§ 174 Abs. 4 TKG 2021, Art. 6 Abs. 1 lit. f DSGVO).',
    en: 'The law allows this for similar goods of our own. It holds until you say stop (§ 174(4) TKG 2021, Art. 6(1)(f) GDPR).',
  },
  recipients: [BRIEFBOTE],
  storage: [IN_BREGENZ],
  retention: {
    de: 'Drei Jahre nach dem letzten Kauf, oder bis Sie Stopp sagen.',
    en: 'Three years after the last sale, or until you say stop.',
  },
  fields: required('email', 'given-name', 'family-name'),
  channels: ['email'],
  topics: ['offers'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

export const similarProducts: PlannedPurpose = {
  slug: 'similar-products',
  versions: [firstVersion(content)],
};
