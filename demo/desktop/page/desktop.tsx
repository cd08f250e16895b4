import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { AgentProvider, useAgent } from '../../../adapters/react/index.js';
import { createSobotAgent } from '../../../adapters/sobot/index.js';
import { recordAgent } from '../../../src/recorder/index.js';
import type { PageAddress } from './address.js';
import { LookProvider } from './bar/look.js';
import { PhoneBar } from './bar/phone-bar.js';
import { CREDENTIALS } from './bar/sign-in.js';
import { DeskClock } from './desk-clock.js';
import { DeskContext } from './desk.js';
import { DeskView } from './desk-view.js';
import { History } from './history.js';
import { PreparedDays } from './days/prepared-days.js';
import type { Door } from './doors/door.js';
import { Agents } from './panel/agents.js';
import { Customers } from './panel/customers.js';
import { Faults } from './panel/faults.js';
import { Supervisor } from './panel/supervisor.js';
import { NoticesProvider, useNotices } from './parts/notices.js';
import { useTheme, type Theme } from './theme.js';
import { VoiceProvider } from './voice/voice-provider.js';
import { WordsContext, WORDS, useText, type Language } from './texts/language.js';

/** Bytes that the history may take. */
const HISTORY = 16_000_000;

/** Connects to the service, once the page is there: what the agent has to do is to sign in. */
function Connected({ agentID, children }: { readonly agentID: string; readonly children: ReactNode }): ReactNode {
  const agent = useAgent();
  const { fail } = useNotices();
  useEffect(() => {
    agent.initAgent({ ...CREDENTIALS, agent: agentID }).catch(fail);
  }, [agent, agentID, fail]);
  return children;
}

interface HeadProps {
  readonly door: Door;
  readonly theme: Theme;
  readonly toggleTheme: () => void;
  readonly toggleLanguage: () => void;
  readonly openDays: () => void;
}

function Head({ door, theme, toggleTheme, toggleLanguage, openDays }: HeadProps): ReactNode {
  const text = useText();
  return (
    <header className="head">
      <h1>{text.title}</h1>
      <span className="quiet">{door.setup.exchange === 'simulated' ? text.simulated : text.real}</span>
      <span className="space" />
      <button type="button" className="plain" onClick={openDays}>
        {text.days}
      </button>
      <button type="button" className="plain" onClick={toggleLanguage}>
        {text.language}
      </button>
      <button type="button" className="plain" onClick={toggleTheme}>
        {theme === 'dark' ? text.themeLight : text.themeDark}
      </button>
    </header>
  );
}

/** The desktop of one agent. */
export function Desktop({ door, address }: { readonly door: Door; readonly address: PageAddress }): ReactNode {
  const [language, setLanguage] = useState<Language>(address.language);
  const [theme, toggleTheme] = useTheme();
  const [isInDays, setInDays] = useState(false);
  const [history, setHistory] = useState<History | null>(null);
  const { agents } = door.setup;
  const agentID = agents.find((one) => one.agentID === address.agentID)?.agentID ?? agents[0]?.agentID ?? '';
  const clock = useRef(new DeskClock()).current;
  const create = useMemo(
    () => () => {
      const agent = createSobotAgent(door.connect(), {
        clock,
        acw: { seconds: door.setup.acwSeconds },
        ...(import.meta.env.VITE_STATIC ? {} : { storage: window.sessionStorage }),
      });
      setHistory(new History(agent, recordAgent(agent, { limit: HISTORY })));
      return agent;
    },
    [door, clock],
  );
  const desk = useMemo(() => history && { door, agentID, clock, computer: clock, history }, [door, agentID, clock, history]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    const name = agents.find((one) => one.agentID === agentID)?.name ?? agentID;
    document.title = `${name} · ${WORDS[language].page.title}`;
  }, [language, agents, agentID]);

  return (
    <WordsContext value={WORDS[language]}>
      <NoticesProvider>
        <AgentProvider create={create}>
          <Connected agentID={agentID}>
            {desk !== null && (
              <DeskContext value={desk}>
                <VoiceProvider>
                  {address.isFrame ? (
                    <main className="frame">
                      <LookProvider past={null}>
                        <PhoneBar />
                      </LookProvider>
                    </main>
                  ) : (
                    <>
                      <Head
                        door={door}
                        theme={theme}
                        toggleTheme={toggleTheme}
                        toggleLanguage={() => setLanguage(language === 'en' ? 'zh' : 'en')}
                        openDays={() => setInDays(!isInDays)}
                      />
                      {isInDays ? (
                        <PreparedDays theme={theme} close={() => setInDays(false)} />
                      ) : (
                        <DeskView
                          theme={theme}
                          beside={
                            <div className="panel">
                              <Customers />
                              <Agents />
                              <Supervisor />
                              <Faults />
                            </div>
                          }
                        />
                      )}
                    </>
                  )}
                </VoiceProvider>
              </DeskContext>
            )}
          </Connected>
        </AgentProvider>
      </NoticesProvider>
    </WordsContext>
  );
}
