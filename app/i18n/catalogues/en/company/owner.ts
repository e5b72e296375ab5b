import type { Shape } from '../../../message-key.ts';
import type { owner as german } from '../../de/company/owner.ts';

export const owner: Shape<typeof german> = {
  headline_one: '{{company}} has one purpose and a team of {{people}}.',
  headline_other: '{{company}} has {{count}} purposes and a team of {{people}}.',
  lead: 'Only people who work in marketing can see customers and their details here.',
  team: 'Team',
  teamCaption: 'Who works for {{company}} in the portal',
  name: 'Name',
  roles: 'Roles',
  since: 'Since',
  purposes: 'Purposes',
  purposesLead: 'What applies now. The operator of the portal releases new versions.',
  texts: 'The wording',
  textsLead: 'This is how your customers read each purpose in the portal.',
  text: '{{purpose}}, in {{language}}',
  purpose: 'Purpose',
  basis: 'Legal basis',
  version: 'Version',
  versionText: '{{version}} of {{date}}',
  basisWord: {
    consent: 'only with a yes',
    objection: 'until they say stop',
    contract: 'for the contract',
    'legal-duty': 'required by law',
  },
};
