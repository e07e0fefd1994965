import { followEvents } from '../client/query-client.ts';
import { feedRooms } from '../features/live/room/feed-rooms.ts';
import { printInLight } from '../ui/scheme.ts';
import { App } from './app.tsx';

followEvents();
feedRooms();
printInLight();

/** The program, connected to the service. */
export const PROGRAM = <App />;
