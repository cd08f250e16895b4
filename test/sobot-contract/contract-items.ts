/*
 * The contract data, item by item, each by a name that has all of it: changing a limit in the data changes the
 * name, and the test that named the old limit is found.
 *
 *   method holdCall, no callbacks
 *   sendDtmf(dtmfDigits): string, required
 *   sendDtmf(dtmfDigits) maxLength 24
 *   login(agentState) "1": online
 *   login result.status "success"
 *   enum reasonCode 11: Break
 *   event EventJanusLatency: webrtc only
 *   EventJanusLatency quality "e"
 *   delayACW rule: only in sorting
 */

/** A parameter, an attribute of a result, or an attribute of an event. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
  readonly note?: string;
  readonly values?: readonly (string | number)[];
  readonly labels?: readonly string[];
  readonly items?: readonly Field[];
  readonly [limit: string]: unknown;
}

interface Method {
  readonly name: string;
  readonly group: string;
  readonly callbacks: boolean;
  readonly params: readonly Field[];
  readonly result?: readonly Field[];
  readonly failure?: readonly Field[];
  readonly rules: readonly string[];
}

interface Event {
  readonly name: string;
  readonly kind?: string;
  readonly note?: string;
  readonly fields?: readonly Field[];
}

/** The vendor's page as data. */
export interface ContractData {
  readonly source: string;
  readonly general: readonly string[];
  readonly enums: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>;
  readonly methods: readonly Method[];
  readonly events: readonly Event[];
}

const LIMITS = ['integer', 'min', 'max', 'maxLength', 'unit', 'default'];
const KNOWN = {
  data: ['source', 'general', 'enums', 'methods', 'events'],
  method: ['name', 'group', 'callbacks', 'params', 'result', 'failure', 'rules'],
  field: ['name', 'type', 'required', 'note', 'values', 'labels', 'items', ...LIMITS],
  event: ['name', 'kind', 'note', 'fields'],
};

/** A part that is not known here would go untested without anybody being told. */
function expectKnown(what: string, one: object, known: readonly string[]): void {
  const unknown = Object.keys(one).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw new Error(`The contract data says "${unknown.join('", "')}" of ${what}; test/sobot-contract/contract-items.ts does not know it.`);
  }
}

/** Limits, values and notes; of an attribute that is an object or a list, those of its parts too. */
function fieldItems(path: string, field: Field): string[] {
  expectKnown(path, field, KNOWN.field);
  const { note, values = [], labels, items = [] } = field;
  return [
    ...LIMITS.filter((limit) => limit in field).map((limit) => {
      const value = field[limit];
      if (value === true) return `${path} ${limit}`;
      return `${path} ${limit} ${limit === 'unit' ? String(value) : JSON.stringify(value)}`;
    }),
    ...values.map((value, index) => {
      const label = labels?.[index];
      return `${path} ${JSON.stringify(value)}${label === undefined ? '' : `: ${label}`}`;
    }),
    ...(note === undefined ? [] : [`${path} note: ${note}`]),
    ...items.flatMap((item) => fieldItems(`${path}.${item.name}`, item)),
  ];
}

function methodItems(method: Method): string[] {
  expectKnown(method.name, method, KNOWN.method);
  const { name, callbacks, params, result = [], failure = [], rules } = method;
  return [
    `method ${name}, ${callbacks ? 'callbacks' : 'no callbacks'}`,
    ...params.flatMap((param) => {
      const path = `${name}(${param.name})`;
      return [`${path}: ${param.type}, ${param.required === true ? 'required' : 'optional'}`, ...fieldItems(path, param)];
    }),
    ...result.flatMap((field) => fieldItems(`${name} result.${field.name}`, field)),
    ...failure.flatMap((field) => fieldItems(`${name} failure.${field.name}`, field)),
    ...rules.map((rule) => `${name} rule: ${rule}`),
  ];
}

function eventItems(event: Event): string[] {
  expectKnown(event.name, event, KNOWN.event);
  const { name, kind, note, fields = [] } = event;
  return [
    `event ${name}${kind === undefined ? '' : `, ${kind}`}${note === undefined ? '' : `: ${note}`}`,
    ...fields.flatMap((field) => fieldItems(`${name} ${field.name}`, field)),
  ];
}

function enumItems([name, values]: [string, ContractData['enums'][string]]): string[] {
  if (Array.isArray(values)) return (values as readonly string[]).map((value) => `enum ${name} ${value}`);
  return Object.entries(values).map(([value, meaning]) => `enum ${name} ${value}: ${meaning}`);
}

/** The names of all items of the data. */
export function itemsOf(data: ContractData): string[] {
  expectKnown('the whole', data, KNOWN.data);
  return [
    ...data.general.map((rule) => `general rule: ${rule}`),
    ...Object.entries(data.enums).flatMap(enumItems),
    ...data.methods.flatMap(methodItems),
    ...data.events.flatMap(eventItems),
  ];
}
