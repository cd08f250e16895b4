import { describe, expect, test } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { connect } from '../../adapters/connect/index.js';
import { benchAt } from '../support/bench/index.js';

const { agent } = benchAt('holding');
const { commands, status } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });

/** The attributes of the one element, in the order of the alphabet. */
const attributesOf = (html: string) =>
  [...html.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => `${name}=${value ?? ''}`).sort();

const inReact = (props: object) => attributesOf(renderToStaticMarkup(createElement('button', props)));
const inVue = async (props: object) => attributesOf(await renderToString(createSSRApp({ render: () => h('button', { ...props }) })));

describe('the attributes mean the same in every framework', () => {
  test.each([
    ['a disabled button', commands.holdCall],
    ['an enabled button', commands.retrieveCall],
    ['an entry of the menu', status.items[0]!.props],
  ])('%s', async (_which, props) => {
    expect(await inVue(props)).toEqual(inReact(props));
  });

  test('which is that of HTML', () => {
    expect(inReact(commands.holdCall)).toEqual([
      'aria-busy=false',
      'aria-disabled=true',
      'aria-label=Hold',
      'data-command=holdCall',
      'data-reason=callHeld',
      'disabled=',
      'title=Retrieve the call first.',
      'type=button',
    ]);
    expect(inReact(commands.retrieveCall)).not.toContain('disabled=');
  });
});
