import { useState, type ReactNode } from 'react';
import { LookProvider, type PastMoment } from './bar/look.js';
import { PhoneBar } from './bar/phone-bar.js';
import { LiveChart } from './chart/live-chart.js';
import type { Theme } from './theme.js';
import { useText } from './texts/language.js';

interface DeskViewProps {
  readonly theme: Theme;
  /** Stands beside bar and chart. */
  readonly beside: ReactNode;
}

const TABS = ['bar', 'chart', 'floor'] as const;
type Tab = (typeof TABS)[number];

/** Phone bar, chart and what stands beside them; on a narrow screen one at a time. */
export function DeskView({ theme, beside }: DeskViewProps): ReactNode {
  const text = useText();
  const [past, setPast] = useState<PastMoment | null>(null);
  const [tab, setTab] = useState<Tab>('bar');
  const names: Readonly<Record<Tab, string>> = { bar: text.tabBar, chart: text.tabChart, floor: text.tabFloor };
  return (
    <>
      <nav className="tabs" aria-label={text.title}>
        {TABS.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
            {names[one]}
          </button>
        ))}
      </nav>
      <main className="desk" data-tab={tab}>
        <LookProvider past={past}>
          <PhoneBar />
        </LookProvider>
        <LiveChart theme={theme} onLook={setPast} />
        <aside className="beside-desk">{beside}</aside>
      </main>
    </>
  );
}
