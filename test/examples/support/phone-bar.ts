import type { Locator, Page } from 'playwright-core';

/** A phone bar as the person sees it, whatever it is made with. */
export interface PhoneBar {
  readonly page: Page;
  button(name: string): Locator;
  /** Waits until the live region says so. */
  says(announcement: string): Promise<void>;
  /** Clicks, once it is allowed. */
  press(name: string): Promise<void>;
  /** Enters the number and calls. */
  call(number: string): Promise<void>;
  /** The attributes of the button of a command, as the page has them. */
  attributes(command: string): Promise<Record<string, string>>;
}

export function phoneBarOn(page: Page): PhoneBar {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    page,
    button,
    says: (announcement) => page.getByRole('status').getByText(announcement, { exact: true }).waitFor(),
    press: (name) => button(name).click(),
    call: async (number) => {
      await page.getByRole('textbox', { name: 'Number' }).fill(number);
      await button('Call').click();
    },
    attributes: (command) =>
      page
        .locator(`[role=group] [data-command=${command}]`)
        .evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))),
  };
}
