import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { CommandName } from '../../../machines/index.js';
import { serveDesktop, type DesktopServer } from '../../../demo/desktop/server/serve-desktop.js';
import { launchBrowser } from '../../inspector/browser/launch.js';

/** How long something may take to show, in ms. */
const PATIENCE = 10_000;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCRIPTS = join(ROOT, 'adapters/asterisk/pbx/');

/** Builds the page in a process of its own: Vite does not run within a test. @returns the folder */
export async function builtPage(mode: 'production' | 'static' = 'production'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'switchhook-desktop-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const config = join(ROOT, 'demo/desktop/vite.config.ts');
  const args = [vite, 'build', '--config', config, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error', '--mode', mode];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } });
  return folder;
}

/** The desktop as a visitor has it: built, served, and a browser to look at it with. */
export class Visit {
  readonly browser: Browser;
  /** Everything that pages have complained of: errors, and requests to other hosts. */
  readonly complaints: string[] = [];
  readonly #folder: string;
  readonly #contexts: BrowserContext[] = [];

  #server: DesktopServer | null = null;

  private constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.browser = browser;
  }

  static async begin(): Promise<Visit> {
    const folder = await builtPage();
    const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    // As on a desk: without a window, sound needs no click otherwise.
    return new Visit(folder, await launchBrowser([...microphone, '--autoplay-policy=document-user-activation-required']));
  }

  /** Serves a floor on which nothing has happened yet. */
  async serves(exchange: 'simulated' | 'asterisk' = 'simulated'): Promise<void> {
    const onLost = (error: unknown): void => void this.complaints.push(String(error));
    this.#server = await serveDesktop({ port: 0, pageFolder: this.#folder, exchange, scripts: SCRIPTS, onLost });
  }

  get url(): string {
    if (this.#server === null) throw new Error('nothing is served yet');
    return this.#server.url;
  }

  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['microphone'], ...options });
    this.#contexts.push(context);
    return context;
  }

  /** Opens the page of an agent, in a tab of its own. */
  async open(agentID: string, context?: BrowserContext): Promise<DeskPage> {
    const page = await (context ?? (await this.context())).newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', ({ message }) => this.complaints.push(`${agentID}: ${message}`));
    page.on('console', (said) => said.type() === 'error' && this.complaints.push(`${agentID}: ${said.text()}`));
    page.on('request', (request) => {
      const { host } = new URL(request.url());
      if (host !== new URL(this.url).host) this.complaints.push(`${agentID} asks ${request.url()}`);
    });
    await page.goto(`${this.url}?agent=${agentID}&lang=en`);
    const desk = new DeskPage(page);
    await desk.command('login').and(page.locator(':enabled')).waitFor();
    return desk;
  }

  /** Closes all tabs, and the floor. @returns what pages have complained of */
  async closes(): Promise<readonly string[]> {
    for (const context of this.#contexts.splice(0)) await context.close();
    await this.#server?.close();
    this.#server = null;
    return this.complaints.splice(0);
  }

  async end(): Promise<void> {
    await this.closes();
    await this.browser.close();
    await rm(this.#folder, { recursive: true });
  }
}

/** The page of one agent. */
export class DeskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  command(name: CommandName): Locator {
    return this.page.locator(`.bar [data-command=${name}]:not([role])`);
  }

  /** Gives a command as soon as its button is live. */
  async gives(...names: readonly CommandName[]): Promise<void> {
    for (const name of names) await this.command(name).click();
  }

  get announcement(): Locator {
    return this.page.locator('.announcement');
  }

  /** Resolves when the page announces this. */
  async announces(text: string): Promise<void> {
    await this.page.locator('.announcement', { hasText: new RegExp(`^${text}$`) }).waitFor({ state: 'attached' });
  }

  /** The page's words about the ends of calls and about failures, the newest last. */
  notices(): Promise<string[]> {
    return this.page.locator('.notice').allTextContents();
  }

  async saysAtLast(text: string): Promise<void> {
    await this.page.locator('.notice', { hasText: text }).last().waitFor();
  }

  /** A button of the floor panel. */
  floor(name: string | RegExp): Locator {
    return this.page.locator('.panel').getByRole('button', { name });
  }

  /** The phone of somebody on the floor. */
  phone(dn: string): Locator {
    return this.page.locator(`.panel [data-dn="${dn}"]`);
  }

  async signsIn(): Promise<void> {
    await this.gives('login');
    await this.page.locator('[data-login=online]').waitFor();
  }

  /** A customer calls the agent, who is Anna. */
  async rings(dn: string): Promise<void> {
    await this.phone(dn).getByRole('button', { name: 'Calls Anna' }).click();
    await this.announces('Incoming call');
  }

  /** A customer calls Anna, who answers. */
  async talksTo(dn: string): Promise<void> {
    await this.rings(dn);
    await this.gives('answer');
    await this.announces('In a call');
  }

  /** Asks a third party beside the call. */
  async consults(target: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Transfer or consult' }).fill(target);
    await this.gives('initiateConsult');
  }

  async calls(number: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Number' }).fill(number);
    await this.gives('makeCall');
  }

  /** Signs in at the supervisor's desk of the panel, which is returned. */
  async supervises(): Promise<Locator> {
    const supervisor = this.page.getByRole('region', { name: 'Supervisor' });
    await supervisor.getByRole('button').click();
    await supervisor.getByRole('button', { name: 'Sign in as supervisor' }).click();
    return supervisor;
  }

  async wrapsUp(): Promise<void> {
    await this.announces('After-call work');
    await this.gives('completeACW');
    await this.announces('No call');
  }

  async choosesStatus(label: string): Promise<void> {
    await this.page.locator('.status-now').click();
    await this.page.getByRole('menuitemradio', { name: label, exact: true }).click();
  }

  timer(name: string): Locator {
    return this.page.locator(`[data-timer=${name}] dd`);
  }
}
