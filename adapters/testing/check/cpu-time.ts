interface Platform {
  readonly process?: { cpuUsage?(): { readonly user: number; readonly system: number } };
}

/** CPU time that all threads of this process have taken so far, in s; null where nobody tells, as in a browser. */
export function cpuTime(): number | null {
  const usage = (globalThis as Platform).process?.cpuUsage?.();
  return usage === undefined ? null : (usage.user + usage.system) / 1e6;
}
