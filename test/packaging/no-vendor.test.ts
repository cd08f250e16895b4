import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);

/** Words that only one vendor's adapter may know: its name, its parameters and attributes, its events and error codes. */
const OF_A_VENDOR =
  /[Ss]obot|\bbindExt|\bbindMobile|\bphoneType|\bagentState\b|\btargetType|\bdtmfDigits|\bthisDN|reasonCode['"]?: ?\d|EventAgent|EventError|\b3\d{5}\b/;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

test.each(['machines', 'src'])('%s/ knows no vendor', (folder) => {
  const lines = filesIn(folder).flatMap((file) =>
    readFileSync(new URL(file, ROOT), 'utf8')
      .split('\n')
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(lines.filter((line) => OF_A_VENDOR.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(1_000);
});

test('the words of a vendor are found where they are', () => {
  const lines = filesIn('adapters/sobot').flatMap((file) => readFileSync(new URL(file, ROOT), 'utf8').split('\n'));
  expect(lines.filter((line) => OF_A_VENDOR.test(line)).length).toBeGreaterThan(50);
});
