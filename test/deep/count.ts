/** How many tests have passed and failed, told as CI reads it. */
export class Count {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ passed, failed, skipped = 0 }: { readonly passed: number; readonly failed: number; readonly skipped?: number }): void {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  toString(): string {
    return `${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`;
  }
}
