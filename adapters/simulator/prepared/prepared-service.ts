import type { Answers } from '../desk/execute.js';
import type { SobotCommand } from '../network/commands.js';
import type { Page } from '../network/page.js';
import type { Agenda } from '../time/agenda.js';
import type { PreparedDay, PreparedMoment } from './prepared-day.js';

/** A service that knows its day by heart: it takes every command, and does what is written down when it is written down. */
export class PreparedService {
  readonly #pages: Page[] = [];
  /** The last command of each name, by page. */
  readonly #given = new Map<Page, Map<SobotCommand, Answers>>();

  constructor(agenda: Agenda, day: PreparedDay) {
    const start = agenda.now();
    for (const moment of day) {
      agenda.at(start + moment.at, 'timer', () => {
        this.#does(moment);
      });
    }
  }

  /** A page has connected. */
  opens(page: Page): void {
    this.#pages.push(page);
  }

  /** A page has given a command. */
  takes(page: Page, command: SobotCommand, answers: Answers): void {
    const given = this.#given.get(page) ?? new Map<SobotCommand, Answers>();
    given.set(command, answers);
    this.#given.set(page, given);
  }

  #does(moment: PreparedMoment): void {
    const page = this.#pages[(moment.page ?? 1) - 1];
    if (page === undefined || page.closed) return;
    const given = this.#given.get(page);
    if ('message' in moment) page.send(moment.message);
    else if ('accepts' in moment) given?.get(moment.accepts)?.success({ status: 'success', ...moment.result });
    else given?.get(moment.refuses)?.error({ status: 'error', ...moment.failure });
  }
}
