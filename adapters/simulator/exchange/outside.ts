import type { Done, Exchange } from '../../exchange/index.js';

/**
 * A switch that reports at moments of its own: `after` runs when it has reported something, or an
 * operation has ended.
 */
export function watchOutside(exchange: Exchange, after: () => void): Exchange {
  const then =
    (done: Done): Done =>
    (error) => {
      done(error);
      after();
    };
  return {
    subscribe: (listener) =>
      exchange.subscribe((event) => {
        listener(event);
        after();
      }),
    reachable: (address) => exchange.reachable(address),
    dial: (request, done) => exchange.dial(request, then(done)),
    answer: (leg, done) => exchange.answer(leg, then(done)),
    release: (leg, cause, done) => exchange.release(leg, cause, then(done)),
    connect: (conversation, legs, done) => exchange.connect(conversation, legs, then(done)),
    hold: (conversation, leg, done) => exchange.hold(conversation, leg, then(done)),
    retrieve: (conversation, leg, done) => exchange.retrieve(conversation, leg, then(done)),
    mute: (leg, done) => exchange.mute(leg, then(done)),
    unmute: (leg, done) => exchange.unmute(leg, then(done)),
    sendKeys: (leg, keys, done) => exchange.sendKeys(leg, keys, then(done)),
    legs: () => exchange.legs(),
    pending: () => exchange.pending(),
    dispose: () => exchange.dispose(),
  };
}
