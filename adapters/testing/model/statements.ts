/** The truths that a refusal may state besides, and the codes with which it does (contract, section 5). */
export const STATEMENTS = {
  callIsOver: ['330303', '330039', '330063'],
  acwIsOver: ['330102'],
  acwIsOn: ['330013', '330043'],
  signedOut: ['330005', '330010', '330015', '330017', '330054', '330055', '330097', '391031'],
  displaced: ['330049', '330099', '330143', '397000'],
  interrupted: ['330026', '330051', '330052', '330096'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Statement = keyof typeof STATEMENTS;

/** The truth that a refusal with this code may state; null: none. */
export function statementIn(code: string): Statement | null {
  const names = Object.keys(STATEMENTS) as Statement[];
  return names.find((name) => (STATEMENTS[name] as readonly string[]).includes(code)) ?? null;
}
