import { createRoot } from 'react-dom/client';
import './styles.css';
import { readAddress } from './address.js';
import { Desktop } from './desktop.js';
import { pageDoor } from './doors/page-door.js';
import { serverDoor } from './doors/server-door.js';

const address = readAddress(window.location.search, navigator.language);
const door = import.meta.env.VITE_STATIC ? pageDoor(address.isFrame) : await serverDoor();
createRoot(document.querySelector('#root') as HTMLElement).render(<Desktop door={door} address={address} />);
