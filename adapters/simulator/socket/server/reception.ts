import type { CallCentre } from '../../call-centre.js';
import type { Hello } from '../protocol/client-messages.js';
import { CLOSE_CODES } from '../protocol/close-codes.js';
import { otherVersion, PROTOCOL } from '../protocol/version.js';
import type { Connection } from './connection.js';
import { FloorControl } from './floor-control.js';
import type { ResolvedServerOptions } from './options.js';
import type { Reception, Role } from './role.js';
import type { Sessions } from './sessions.js';

/** Receives clients: agents' pages, new or coming back, and remote controls where they are allowed. */
export function createReception(centre: CallCentre, sessions: Sessions, options: ResolvedServerOptions): Reception {
  const { heartbeatSeconds, allowControl } = options;
  const welcome = { type: 'welcome', protocol: PROTOCOL, heartbeatSeconds } as const;

  const receiveAgent = (hello: Hello, connection: Connection): Role => {
    const known = hello.session === undefined ? null : sessions.find(hello.session);
    const session = known ?? sessions.open(connection);
    connection.send({ ...welcome, session: session.key, resumed: known !== null });
    // After the welcome, so that no event overtakes it.
    if (known !== null) sessions.resume(known, connection);
    return {
      receive: (message) => {
        if (message.type === 'command') session.run(message);
        else connection.refuse('outOfPlace', 'requests are for the remote control of the floor', message.id);
      },
      left: (forGood) => sessions.leave(session, connection, forGood),
    };
  };

  return (hello, connection) => {
    if (hello.protocol !== PROTOCOL) {
      connection.close(CLOSE_CODES.version, otherVersion(hello.protocol));
      return null;
    }
    if (hello.as === 'agent') return receiveAgent(hello, connection);
    if (!allowControl) {
      connection.close(CLOSE_CODES.forbidden, 'this server does not allow control of the floor');
      return null;
    }
    connection.send(welcome);
    return new FloorControl(centre, connection);
  };
}
