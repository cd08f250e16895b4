import { fileURLToPath } from 'node:url';
import { ANNA, BEN, DORA } from '../../../demo/cast.js';
import { Visit, type DeskPage } from '../support/browser-desk.js';

const PICTURES = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
/** Good enough for letters, and small. */
const QUALITY = 82;
/** So much of the bar is shown, in CSS pixels of the page, and so wide in the series. */
const HEIGHT = 800;
const WIDTH = 310;

interface Picture {
  readonly caption: string;
  readonly png: string;
}

/** The phone bar alone, from its top. */
async function barOf(desk: DeskPage, caption: string): Promise<Picture> {
  // Buttons take a moment to change their colour.
  await desk.page.waitForTimeout(400);
  const { x, y, width } = (await desk.page.locator('section.bar').boundingBox()) ?? { x: 0, y: 0, width: WIDTH };
  const png = await desk.page.screenshot({ clip: { x, y, width, height: HEIGHT } });
  return { caption, png: png.toString('base64') };
}

/** Side by side, each with what happens in it. */
function strip(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ caption, png }) => `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png}" width="${WIDTH}"></figure>`,
  );
  return `<!doctype html><style>
    body { margin: 0; padding: 12px; display: inline-flex; gap: 12px; background: #dfe3e8; font: 600 15px system-ui, sans-serif; }
    figure { margin: 0; } figcaption { padding: 2px 2px 8px; } img { display: block; border-radius: 6px; }
  </style>${figures.join('')}`;
}

const visit = await Visit.begin();
try {
  await visit.serves();
  const context = await visit.context({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, colorScheme: 'light' });
  const [anna, ben] = [await visit.open(ANNA.agentID, context), await visit.open(BEN.agentID, context)];
  await anna.signsIn();
  await ben.signsIn();
  await anna.page.bringToFront();
  const series: Picture[] = [];
  await anna.rings(DORA.number);
  series.push(await barOf(anna, '1. Dora calls'));
  await anna.gives('answer');
  await anna.announces('In a call');
  series.push(await barOf(anna, '2. Anna talks to her'));
  await anna.gives('holdCall');
  await anna.announces('Call on hold');
  series.push(await barOf(anna, '3. Dora waits, with music'));
  await anna.gives('retrieveCall');
  await anna.announces('In a call');
  await anna.consults(BEN.agentID);
  await ben.gives('answer');
  await anna.page.locator('.party.third', { hasText: 'on the line' }).waitFor();
  series.push(await barOf(anna, '4. Anna asks Ben'));
  await anna.page.screenshot({ path: `${PICTURES}agent-desktop.jpg`, type: 'jpeg', quality: QUALITY });
  await anna.gives('consultTransfer');
  await anna.announces('After-call work');
  series.push(await barOf(anna, '5. Ben has the call'));

  const page = await context.newPage();
  await page.setContent(strip(series));
  await page.locator('body').screenshot({ path: `${PICTURES}one-call.jpg`, type: 'jpeg', quality: QUALITY });
  await page.locator('body').screenshot({ path: fileURLToPath(new URL('../../../.tmp/one-call.png', import.meta.url)) });
} finally {
  await visit.end();
}
