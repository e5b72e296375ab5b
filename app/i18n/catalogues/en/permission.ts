import type { Shape } from '../../message-key.ts';
import type { permission as german } from '../de/permission.ts';

export const permission: Shape<typeof german> = {
  customer: {
    'under-age': 'Not allowed: you are still too young for this. Your answer is kept.',
    paused: 'Not allowed right now: you have paused it.',
  },
  officer: {
    granted: 'permitted, consent granted',
    open: 'permitted, no objection',
    'relationship-ended': 'blocked, relationship ended',
    'customer-restricted': 'blocked, processing restricted in the whole portal',
    'relationship-restricted': 'blocked, processing restricted for this company',
    'customer-unconfirmed': 'blocked, email address unconfirmed',
    'basis-opens-no-data': 'basis opens no profile data',
    'purpose-retired': 'blocked, purpose retired',
    'under-age': 'blocked, too young to consent by their own account',
    undecided: 'blocked, undecided',
    pending: 'blocked, confirmation pending',
    refused: 'blocked, refused',
    withdrawn: 'blocked, withdrawn',
    expired: 'blocked, consent expired',
    objected: 'blocked, objected',
    'version-ended': 'blocked, transition period of the old version over',
    paused: 'blocked, paused',
    'channel-not-granted': 'channel not chosen',
    'channel-off': 'channel switched off',
    'channel-unverified': 'channel not verified',
    'topic-not-granted': 'topic not part of the purpose',
    'topic-off': 'topic switched off',
    'quiet-hours': 'quiet hours',
    'frequency-reached': 'weekly limit reached',
  },
  marketer: {
    notPermitted: 'not permitted',
  },
};
