import type { Invariant } from './invariant.js';

export const errorsKeepSecrets: Invariant = {
  name: 'an error repeats no token and no phone number',
  meaning: "Customers' numbers stand in every log that collects errors.",
  source: 'contract §7',
  ofEnding: ({ command, personal }, { text }) =>
    personal.some((secret) => text.includes(secret)) ? `the error of ${command} repeats a secret that it was given` : null,
};
